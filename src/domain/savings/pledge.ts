import { addMonths, monthsBetween, type YearMonth } from "../dates";
import type { Member } from "../members/member";
import { satang, sum, zero, type Satang } from "../money";

/** A pledge that followed another: satang a month, from a month on. */
export interface PledgeStep {
  from: YearMonth;
  pledge: Satang;
}

/** How far a member's pledge is paid. */
export interface PledgeStanding {
  /** The last month that is paid in full. */
  paidThrough: YearMonth;
  /** What is paid towards the month after it, in satang: less than one pledge. */
  over: Satang;
}

/** What of the pledge a member owes when she comes in a month. */
export interface PledgeDue {
  /** Months before this one that are not paid, oldest first. */
  arrears: YearMonth[];
  /** What is to be paid for them and for this month, in satang; zero where she is ahead. */
  amount: Satang;
}

/** The facts of a member from which her standing follows. */
export type Pledging = Pick<Member, "pledge" | "pledgePaidThrough" | "pledgeBase" | "pledgeSteps">;

/** So many months of arrears are for the committee to settle with the member, not for a desk to add up. */
const mostArrears = 60;

/** The pledge of a month, in satang. */
export function pledgeIn(
  { pledge, pledgeSteps = [] }: Pick<Pledging, "pledge" | "pledgeSteps">,
  month: YearMonth,
): Satang {
  return pledgeSteps.findLast(({ from }) => from <= month)?.pledge ?? pledge;
}

/** The pledges of these months together, in satang. */
export function pledgeOf(member: Pledging, months: readonly YearMonth[]): Satang {
  return sum(months.map((month) => pledgeIn(member, month)));
}

/**
 * How far the pledge is paid when this much stands in the pledge savings (satang): each month at the pledge that holds in it. Her savings grow
 * by deposits alone, so the standing follows from the balance: a reversal takes months back by itself. Whoever moves pledge savings
 * otherwise sets the base anew.
 */
export function pledgeStanding(member: Pledging, savings: Satang): PledgeStanding {
  let { pledge, pledgePaidThrough: paidThrough } = member;
  let left = savings - member.pledgeBase;
  for (const step of member.pledgeSteps ?? []) {
    const months = monthsBetween(paidThrough, step.from) - 1;
    if (pledge > 0) {
      if (Math.floor(left / pledge) < months) break;
      left -= months * pledge;
    }
    paidThrough = addMonths(paidThrough, months);
    ({ pledge } = step);
  }
  if (pledge <= 0) return { paidThrough, over: zero };
  const months = Math.floor(left / pledge);
  return { paidThrough: addMonths(paidThrough, months), over: satang(left - months * pledge) };
}

/** So many months of the pledge in satang, from the first that is not paid when this much stands in the pledge savings (satang). */
export function pledgeOfNext(member: Pledging, savings: Satang, count: number): Satang {
  const { paidThrough } = pledgeStanding(member, savings);
  return pledgeOf(
    member,
    Array.from({ length: count }, (_, at) => addMonths(paidThrough, at + 1)),
  );
}

/** What is due in `month` of a pledge, when this much stands in the pledge savings (satang). */
export function pledgeDue(member: Pledging, savings: Satang, month: YearMonth): PledgeDue {
  const { paidThrough, over } = pledgeStanding(member, savings);
  if (pledgeIn(member, month) <= 0 || paidThrough >= month) return { arrears: [], amount: zero };
  const arrears: YearMonth[] = [];
  for (let at = addMonths(month, -1); at > paidThrough && arrears.length < mostArrears; at = addMonths(at, -1))
    arrears.unshift(at);
  return { arrears, amount: satang(pledgeOf(member, [...arrears, month]) - over) };
}

/**
 * The month from which a pledge that is changed in `month` holds: the next one, but the first towards which nothing is paid yet where she has
 * paid ahead. So what is paid stays paid, and what is behind is owed as it was pledged.
 */
export function changeHoldsFrom(member: Pledging, savings: Satang, month: YearMonth): YearMonth {
  const { paidThrough, over } = pledgeStanding(member, savings);
  const untouched = addMonths(paidThrough, over > 0 ? 2 : 1);
  const next = addMonths(month, 1);
  return untouched > next ? untouched : next;
}

/** A member's pledges with a further one; what was to follow from the same month on, or later, gives way to it. */
export function withPledgeStep({ pledgeSteps = [] }: Pick<Pledging, "pledgeSteps">, step: PledgeStep): PledgeStep[] {
  return [...pledgeSteps.filter(({ from }) => from < step.from), step];
}
