import { beginCount, isSealed, mostBegun } from "../../domain/closing/day-count";
import { agreedOn } from "../../domain/closing/blind-count";
import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { isTooNew, type Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import { findDayCount, saveDayCount } from "../../storage/day-counts";
import { lockHead, setOpenDay } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor, type HeldOffice } from "../people/actor";
import { holdersOf, officerNameOf } from "../people/officers";
import { countView, tellOther, type CountView } from "./count-view";
import { bookedDay, type CountRef } from "./open-count";
import { refuseSheet, withSheet } from "./sheet";

/** Whom the first may ask to count with her, and the round that her choice begins. */
export interface CounterChoice {
  group: Group;
  dayId: string;
  /** Of the cash; 0 where nobody counts yet. */
  round: number;
  options: { member: MemberName; officer: OfficerName | null }[];
}

/** Who may be the second counter: any linked officer who is another person, on another phone, and not her spouse. Throws `role.missing`, `second-person.missing`. */
export async function listCounters(tx: Tx, actor: Actor, { group, dayId, now }: CountRef): Promise<CounterChoice> {
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  const members = await findMembers(tx, holdersOf(group, group.officers));
  const options = members.filter((member) => mayCount(seat, member, now));
  if (options.length === 0) throw new DomainError("second-person.missing", { groupName: group.name.th });
  const count = await findDayCount(tx, dayId);
  return {
    group,
    dayId,
    round: count?.cash.round ?? 0,
    options: options.map((member) => ({ member: memberName(member), officer: officerNameOf(group, member) })),
  };
}

function mayCount({ member: first }: HeldOffice, second: Member, now: Date): boolean {
  const { link, memberNo, spouseNo, status } = second;
  if (status !== "active" || link.personId === null || isTooNew(link, now)) return false;
  if (memberNo === first.memberNo || link.personId === first.link.personId) return false;
  return memberNo !== first.spouseNo && spouseNo !== first.memberNo;
}

/**
 * Begins the counting of the open working day with these two; of one that others began, every sum said so far is void. The second hears of it
 * at once. `sheetOn`: what they count was sealed on that day, and its money is entered from paper afterwards. Throws `role.missing`, `second-person.same`,
 * `sheet.sealed`, `sheet.day`, `count.begun-often`, and `card.outdated` when the day is closed or the counting went on since `round`.
 */
export async function startCount(
  tx: Tx,
  actor: Actor,
  input: CountRef & { secondNo: string; round: number; sheetOn?: LocalDate },
): Promise<Done<CountView>> {
  const { group, dayId, now, sheetOn } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  if (head.day.id !== dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  const before = await findDayCount(tx, dayId);
  if ((before?.cash.round ?? 0) !== input.round) throw new DomainError("card.outdated", { why: "changed" });
  if (before && isSealed(before)) throw new DomainError("sheet.sealed", { sealed: agreedOn(before.cash) ?? 0 });
  if ((before?.begun ?? 0) >= mostBegun) throw new DomainError("count.begun-often", { limit: mostBegun });
  if (sheetOn) await refuseSheet(tx, group, head.day, sheetOn);
  const second = await chosen(tx, seat, input);
  const facts = { dayId, groupId: group.id, first: seat.member.id, second: second.id };
  const count = beginCount({ ...facts, ...(sheetOn ? { sheetOn } : {}) }, before);
  await saveDayCount(tx, count);
  await setOpenDay(tx, group.id, withSheet(head.day, sheetOn ? { on: sheetOn, sealed: null } : null));
  const shown = { group, day: head.day, count, booked: await bookedDay(tx, group, head.day), why: "begun" as const };
  return {
    result: await countView(tx, shown, seat.member.id),
    notices: await tellOther(tx, shown, seat.member.id),
  };
}

async function chosen(tx: Tx, seat: HeldOffice, { group, secondNo, now }: CountRef & { secondNo: string }) {
  const holders = holdersOf(
    group,
    group.officers.filter(({ memberNo }) => memberNo === secondNo),
  );
  const [second] = await findMembers(tx, holders);
  if (!second || !mayCount(seat, second, now)) throw new DomainError("second-person.same", {});
  return second;
}
