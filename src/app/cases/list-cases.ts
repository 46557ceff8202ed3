import type { Case } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import { memberName, type MemberName } from "../../domain/people";
import { findCasesOf, findOpenCases } from "../../storage/cases";
import { findGroups, findNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, isCoordinator, type Actor } from "../people/actor";
import { ownAmong } from "./answer-case";
import { answerersOf, hearersAmong, idsToHear } from "./hearers";

/** A case of a list, and whether this person is one of those who answer it. */
export interface ListedCase extends Pick<Case, "about" | "openedAt" | "state"> {
  caseId: string;
  group: Group;
  /** Null where it was told without a name. */
  member: MemberName | null;
  isNameless: boolean;
  isToAnswer: boolean;
}

/** Open cases of the groups that this person audits; a coordinator's are of the whole network. */
async function openCasesNear(tx: Tx, actor: Actor): Promise<Case[]> {
  const audited = groupsWithPower(actor, "answer-complaints").map(({ id }) => id);
  if (await isCoordinator(tx, actor)) return findOpenCases(tx);
  return audited.length > 0 ? findOpenCases(tx, { groupIds: audited }) : [];
}

/** Cases that wait for this person's answer, oldest first; where there are none, those that she told, newest first. */
export async function listCases(tx: Tx, actor: Actor): Promise<ListedCase[]> {
  const toAnswer = await casesToAnswer(tx, actor);
  if (toAnswer.length > 0) return toAnswer;
  const own = actor.own.map(({ member }) => member.id);
  return listed(tx, await findCasesOf(tx, own), false);
}

/** Cases that wait for this person's answer, oldest first. */
export async function casesToAnswer(tx: Tx, actor: Actor): Promise<ListedCase[]> {
  const open = await openCasesNear(tx, actor);
  if (open.length === 0) return [];
  const seats = (await findNetwork(tx))?.coordinators ?? [];
  const groups = await findGroups(tx, [...new Set(open.map(({ groupId }) => groupId))]);
  const groupOf = (one: Case) => groups.find(({ id }) => id === one.groupId);
  const ids = open.flatMap((one) => {
    const group = groupOf(one);
    return group ? idsToHear(seats, group, one) : [];
  });
  const members = await findMembers(tx, [...new Set(ids)]);
  const hers = open.filter((one) => {
    const group = groupOf(one);
    return group && ownAmong(actor, answerersOf(hearersAmong(members, seats, group, one), one));
  });
  return listed(tx, hers, true);
}

async function listed(tx: Tx, cases: readonly Case[], isToAnswer: boolean): Promise<ListedCase[]> {
  const whoseOf = (one: Case) => one.memberId ?? one.askedBy;
  const members = await findMembers(tx, [...new Set(cases.flatMap((one) => whoseOf(one) ?? []))]);
  const groups = await findGroups(tx, [...new Set(cases.map(({ groupId }) => groupId))]);
  return cases.flatMap((one) => {
    const { id: caseId, about, openedAt, state } = one;
    const group = groups.find(({ id }) => id === one.groupId);
    const member = members.find(({ id }) => id === whoseOf(one));
    if (!group) return [];
    const isNameless = one.askedBy === null;
    return [
      { caseId, about, openedAt, state, group, member: member ? memberName(member) : null, isNameless, isToAnswer },
    ];
  });
}
