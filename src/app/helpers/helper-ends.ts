import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type ActionId, type GroupId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { isHelper } from "../../domain/members/passbook-helper";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { memberName, officerName, type OfficerName } from "../../domain/people";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findMember, removeHelper } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { entryActor, getPassbooks, type Actor } from "../people/actor";
import { seatBefore } from "../people/line-heads";
import { officersToTell } from "../people/officers";
import { getPair, pairsOf, type HelperPair, type PairNumbers } from "./pairs";

/** A helper who sees a passbook no more. */
export interface HelperEndedView extends HelperPair {
  at: Date;
  /** The officer who ended it; null when the owner of the passbook did, her guardian, or the helper herself. */
  by: OfficerName | null;
  /** The helper stepped back on her own. */
  steppedBack: boolean;
}

/** Whom the person herself helps: she may step back from each at any time. */
export async function listHelped(tx: Tx, actor: Actor): Promise<HelperPair[]> {
  const helped = (await getPassbooks(tx, actor)).filter(({ via }) => via === "helper");
  return helped.flatMap(({ group, member }) => {
    const self = helpingSelf(actor, member);
    return self ? [{ group, member: memberName(member), helper: memberName(self) }] : [];
  });
}

/** The person's own membership through which she helps with the passbook. */
function helpingSelf(actor: Actor, helped: Member): Member | undefined {
  return actor.own
    .map(({ member }) => member)
    .find(({ groupId, memberNo }) => groupId === helped.groupId && isHelper(helped, memberNo));
}

/** Who helps with the person's own passbooks, and with those that she keeps as guardian: these she may end herself. */
export async function listOwnHelpers(tx: Tx, actor: Actor): Promise<HelperPair[]> {
  const kept = (await getPassbooks(tx, actor)).filter(({ via }) => via !== "helper");
  const groups = new Map(kept.map(({ group }) => [group.id, group]));
  const pairs: HelperPair[] = [];
  for (const group of groups.values()) {
    const members = kept.flatMap((passbook) => (passbook.group.id === group.id ? [passbook.member] : []));
    pairs.push(...(await pairsOf(tx, group, members)));
  }
  return pairs;
}

/** Who helps a member, for an officer before whom she stands. Throws `role.missing`, `member.not-found`. */
export async function listHelpersOf(
  tx: Tx,
  actor: Actor,
  input: { group: Group; memberNo: string; now: Date },
): Promise<HelperPair[]> {
  const { group, memberNo } = input;
  const member = await findMember(tx, memberId(group.id, memberNo));
  if (!member) throw new DomainError("member.not-found", { query: memberNo, groupName: group.name.th });
  seatBefore(actor, group, member, "record-helper", input.now);
  return pairsOf(tx, group, [member]);
}

type EndInput = PairNumbers & { groupId: GroupId; now: Date };

/** What the card asks before a helper's sight of a passbook ends. Throws `role.missing`, `helper.none`. */
export async function previewHelperEnd(tx: Tx, actor: Actor, input: EndInput): Promise<HelperPair> {
  const { group, member, helper } = await mayEnd(tx, actor, input);
  return { group, member: memberName(member), helper: memberName(helper) };
}

/**
 * Ends a helper's sight of a passbook at once: the owner from her own LINE, her guardian, the helper who steps back, or an officer or line
 * head before whom the owner stands. It only takes rights away, so one person is enough; both hear of it, and of a helper who stepped back
 * all officers and the auditor too. Throws `role.missing`, `helper.none`.
 */
export async function endHelper(
  tx: Tx,
  actor: Actor,
  input: EndInput & { operationId: ActionId },
): Promise<Done<HelperEndedView>> {
  const { now } = input;
  const head = await lockHead(tx, input.groupId);
  const { group, member, helper, by } = await mayEnd(tx, actor, input);
  await removeHelper(tx, member.id, helper.memberNo);
  await postRecord(tx, head, {
    kind: "helper.ended",
    key: input.operationId,
    now,
    actor: by,
    record: { memberNo: member.memberNo, helperNo: helper.memberNo },
  });
  const view: HelperEndedView = {
    group,
    member: memberName(member),
    helper: memberName(helper),
    at: now,
    by: officerName(
      by,
      actor.own.map((passbook) => passbook.member),
    ),
    steppedBack: by.position === "helper",
  };
  const told = view.steppedBack
    ? new Set([member.id, ...officersToTell(group, helper.id)])
    : [...(tellsOwner(actor, member, view) ? [member.id] : []), helper.id];
  return {
    result: view,
    notices: [...told].map((id): Notice => ({ to: { memberId: id }, kind: "helper.ended", view })),
  };
}

/** Who ended it reads the answer; a guardian who did is also the phone of a passbook without one. */
function tellsOwner(actor: Actor, { link }: Member, { by }: HelperEndedView): boolean {
  return link.personId ? link.personId !== actor.personId : by !== null;
}

async function mayEnd(
  tx: Tx,
  actor: Actor,
  input: EndInput,
): Promise<{ group: Group; member: Member; helper: Member; by: EntryActor }> {
  const group = await getGroup(tx, input.groupId);
  const { member, helper } = await getPair(tx, group, input);
  const by = await enderOf(tx, actor, group, { member, helper }, input.now);
  if (!isHelper(member, helper.memberNo)) throw new DomainError("helper.none", { memberNo: member.memberNo });
  return { group, member, helper, by };
}

/** Who ends it, and in which position: by her own right over her passbook or her own helping, else as an officer or line head. */
async function enderOf(
  tx: Tx,
  actor: Actor,
  group: Group,
  { member, helper }: { member: Member; helper: Member },
  now: Date,
): Promise<EntryActor> {
  const kept = (await getPassbooks(tx, actor)).find((passbook) => passbook.member.id === member.id);
  const self = actor.own.find((passbook) => passbook.group.id === group.id);
  if (self && kept && kept.via !== "helper") {
    const position = kept.via === "own" ? "member" : "guardian";
    return { personId: actor.personId, memberId: self.member.id, position };
  }
  if (actor.own.some((passbook) => passbook.member.id === helper.id))
    return { personId: actor.personId, memberId: helper.id, position: "helper" };
  return entryActor(seatBefore(actor, group, member, "record-helper", now));
}
