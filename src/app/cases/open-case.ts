import { instantOf, localDateOf, monthOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Case } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import type { EntryId, MemberId } from "../../domain/ids";
import { calmed, type Done, type Notice } from "../../domain/notice";
import type { Member } from "../../domain/members/member";
import { countCasesSince, findCase, insertCase } from "../../storage/cases";
import { findEntriesOfMember } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import type { Passbook } from "../people/actor";
import { caseView, moneyOf, postersOf, recordersOf, type AttachedEntry, type CaseView } from "./case-view";
import { findHearers, firstHearers } from "./hearers";

/** What is told: about what, in which words, and who is named in them. */
export interface CaseTold {
  about: Case["about"];
  words: string;
  entryId: EntryId | null;
  accused: readonly MemberId[];
}

/** So many of a passbook's newest entries are looked at; a choice of more has no room on a phone. */
const entriesLookedAt = 8;

/** An entry that a case may be about. */
export interface EntryToChoose extends Pick<AttachedEntry, "receipt" | "on" | "total"> {
  id: EntryId;
}

/** The entries that moved money of a passbook in the month of its newest, newest first, eight at most: a case about it is about one of them, or none. */
export async function entriesToChoose(tx: Tx, { member }: Passbook): Promise<EntryToChoose[]> {
  const entries = await findEntriesOfMember(tx, member.id, { limit: entriesLookedAt });
  const moving = entries.filter(({ postings }) => postings.length > 0);
  const month = moving[0] && monthOf(moving[0].effectiveOn);
  return moving
    .filter(({ effectiveOn }) => monthOf(effectiveOn) === month)
    .map((entry) => ({ id: entry.id, ...moneyOf(entry) }));
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
  const heard = firstHearers(
    await findHearers(tx, group, { askedBy: told.askedBy, accused, keepers: recordersOf(group) }),
  );
  if (heard.members.length === 0) throw new DomainError("case.nobody", { groupName: group.name.th });
  return { ...heard, accused };
}

/**
 * Opens a case, once under its id, and tells the audit committee, or the network's coordinators at once where nobody of it may hear. Without
 * `askedBy` it is told without a name: nothing that is kept leads to who told it. The first three of a day ring, by one member or without a name in
 * one group; more come with the day's bundle, so that nobody can use up the month's messages. None is refused, else who floods would silence the others.
 * Throws `case.nobody`.
 */
export async function openCase(
  tx: Tx,
  input: CaseTold & { id: string; group: Group; memberId: MemberId | null; askedBy: MemberId | null; now: Date },
): Promise<Done<CaseView>> {
  const { id, group, memberId, askedBy, now } = input;
  const earlier = await findCase(tx, id);
  if (earlier) return { result: await caseView(tx, group, earlier), notices: [] };
  const { members, isEscalated, accused } = await hearersOfTold(tx, group, { ...input, askedBy });
  const since = instantOf(localDateOf(now));
  const openedAt = askedBy === null ? since : now;
  const one: Case = {
    id,
    groupId: group.id,
    about: input.about,
    memberId,
    askedBy,
    entryId: input.entryId,
    words: input.words,
    further: [],
    accused,
    keepers: recordersOf(group),
    state: "checking",
    openedAt,
    waitingSince: openedAt,
    answers: [],
    escalatedAt: isEscalated ? openedAt : null,
    closedAt: null,
    version: 1,
  };
  const isCalm = (await countCasesSince(tx, { groupId: group.id, askedBy, since })) >= ringing;
  await insertCase(tx, one);
  const view = await caseView(tx, group, one);
  const notices = tellHearers(members, one, view, isEscalated ? "case.escalated" : "case.opened");
  return { result: view, notices: isCalm ? notices.map(calmed) : notices };
}

/** So many cases of one member, or without a name in one group, ring on a day. */
const ringing = 3;

/** A case as those hear of it who check it, with the button of their answer. */
export function tellHearers(
  members: readonly Member[],
  { id }: Pick<Case, "id">,
  view: CaseView,
  kind: "case.opened" | "case.escalated",
): Notice[] {
  const buttons = {
    reply: { name: "case.answer", payload: { caseId: id } },
    read: { name: "case.read", payload: { caseId: id, from: 0 } },
  };
  return members.map((member) => ({ to: { memberId: member.id, member }, kind, view, buttons, approvalId: id }));
}
