import { randomBytes } from "node:crypto";
import { getActor, type Actor } from "../../../src/app/people/actor";
import { postDeposit } from "../../../src/app/savings/deposits";
import type { DepositOutcome } from "../../../src/app/savings/post-deposits";
import type { DepositSplit } from "../../../src/domain/savings/deposit";
import { openDay } from "../../../src/app/days/days";
import { localDate } from "../../../src/domain/dates";
import type { Group } from "../../../src/domain/groups/group";
import type { Office } from "../../../src/domain/groups/offices";
import type { ActionId } from "../../../src/domain/ids";
import type { Member } from "../../../src/domain/members/member";
import { newActionId } from "../../../src/storage/actions";
import { findHeads } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildMember, buildPerson } from "../../support/builders";

/** The instant at which everything of these tests happens. */
export const now = new Date("2026-03-05T03:00:00Z");

/** An officer of a group with a phone of her own; gives her member and the way to act as she is now. */
export async function buildOfficer(
  group: Group,
  office: Omit<Office, "memberNo">,
): Promise<{ member: Member; actor: () => Promise<Actor> }> {
  const person = await buildPerson(`U${randomBytes(16).toString("hex")}`);
  const member = await buildMember(group, { personId: person._id, office });
  return { member, actor: () => inTransaction((tx) => getActor(tx, person)) };
}

/** Opens the group's working day. */
export async function openWorkingDay(group: Group, actor: Actor): Promise<void> {
  await inTransaction((tx) => openDay(tx, actor, { group, on: localDate("2026-03-05"), now }));
}

/** Posts a deposit on the open day, as a confirmed card does; each call is an operation of its own unless told otherwise. */
export async function deposit(
  group: Group,
  actor: Actor,
  member: Member,
  split: DepositSplit[],
  { operationId = newActionId(), anotherOne = true }: { operationId?: ActionId; anotherOne?: boolean } = {},
): Promise<DepositOutcome> {
  return inTransaction(
    async (tx) => {
      const [head] = await findHeads(tx, [group.id]);
      const input = { operationId, group, memberId: member.id, dayId: head?.day.id ?? "", split, anotherOne, now };
      return (await postDeposit(tx, actor, input)).result;
    },
    { deadlineMs: 60_000 },
  );
}
