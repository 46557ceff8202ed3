import { instantOf, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Case } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import type { EntryId, MemberId } from "../../domain/ids";
import type { Done, Notice } from "../../domain/notice";
import type { Member } from "../../domain/members/member";
import { findCase, insertCase } from "../../storage/cases";
import { findEntriesOfMember } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import type { Passbook } from "../people/actor";
import { caseView, postersOf, recordersOf, type CaseView } from "./case-view";
import { findHearers, firstHearers } from "./hearers";

/** What is told: about what, in which words, and who is named in them. */
export interface CaseTold {
  about: Case["about"];
  words: string;
  entryId: EntryId | null;
  accused: readonly MemberId[];
}

/** The newest entry of a passbook, which goes with a case about it; null where it has none. */
export async function newestEntryOf(tx: Tx, { member }: Passbook): Promise<EntryId | null> {
  const [entry] = await findEntriesOfMember(tx, member.id, { limit: 1 });
  return entry?.id ?? null;
}

/** Who would hear of it, for the card before it is sent. Throws `case.nobody` where nobody could. */
export async function hearersOfTold(
  tx: Tx,
  group: Group,
  told: Pick<CaseTold, "about" | "entryId" | "accused"> & { askedBy: MemberId | null },
): Promise<{ members: Member[]; isEscalated: boolean; accused: MemberId[] }> {
  const posters = await postersOf(tx, told.entryId);
  const recorders = told.about === "missing-entry" ? recordersOf(group) : [];
  const accused = [...new Set([...told.accused, ...posters, ...recorders])];
  const heard = firstHearers(await findHearers(tx, group, { askedBy: told.askedBy, accused }));
  if (heard.members.length === 0) throw new DomainError("case.nobody", { groupName: group.name.th });
  return { ...heard, accused };
}

/**
 * Opens a case, once under its id, and tells the audit committee, or the network's coordinators at once where nobody of it may hear. Without
 * `from` it is told without a name: nothing that is kept leads to who told it. Throws `case.nobody`.
 */
export async function openCase(
  tx: Tx,
  input: CaseTold & { id: string; group: Group; from: { passbook: Passbook; askedBy: MemberId } | null; now: Date },
): Promise<Done<CaseView>> {
  const { id, group, from, now } = input;
  const earlier = await findCase(tx, id);
  if (earlier) return { result: await caseView(tx, group, earlier), notices: [] };
  const askedBy = from?.askedBy ?? null;
  const { members, isEscalated, accused } = await hearersOfTold(tx, group, { ...input, askedBy });
  const openedAt = from ? now : instantOf(localDateOf(now));
  const one: Case = {
    id,
    groupId: group.id,
    about: input.about,
    memberId: from?.passbook.member.id ?? null,
    askedBy,
    entryId: input.entryId,
    words: input.words,
    accused,
    state: "checking",
    openedAt,
    waitingSince: openedAt,
    answers: [],
    escalatedAt: isEscalated ? openedAt : null,
    closedAt: null,
    version: 1,
  };
  await insertCase(tx, one);
  const view = await caseView(tx, group, one);
  return { result: view, notices: tellHearers(members, one, view, isEscalated ? "case.escalated" : "case.opened") };
}

/** A case as those hear of it who check it, with the button of their answer. */
export function tellHearers(
  members: readonly Member[],
  { id }: Pick<Case, "id">,
  view: CaseView,
  kind: "case.opened" | "case.escalated",
): Notice[] {
  const buttons = { reply: { name: "case.answer", payload: { caseId: id } } };
  return members.map((member) => ({ to: { memberId: member.id, member }, kind, view, buttons, approvalId: id }));
}
