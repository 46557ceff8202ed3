import { addMonths, type YearMonth } from "../dates";
import type { Member } from "../members/member";
import { satang, zero, type Satang } from "../money";

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
export type Pledging = Pick<Member, "pledge" | "pledgePaidThrough" | "pledgeBase">;

/** So many months of arrears are for the committee to settle with the member, not for a desk to add up. */
const mostArrears = 60;

/**
 * How far the pledge is paid when this much stands in the pledge savings (satang). Her savings grow by deposits alone, so the standing
 * follows from the balance: a reversal takes months back by itself. Whoever moves pledge savings otherwise, or changes the pledge, sets
 * the base anew.
 */
export function pledgeStanding({ pledge, pledgePaidThrough, pledgeBase }: Pledging, savings: Satang): PledgeStanding {
  if (pledge <= 0) return { paidThrough: pledgePaidThrough, over: zero };
  const since = savings - pledgeBase;
  const months = Math.floor(since / pledge);
  return { paidThrough: addMonths(pledgePaidThrough, months), over: satang(since - months * pledge) };
}

/** What is due in `month` of a pledge, when this much stands in the pledge savings (satang). */
export function pledgeDue(member: Pledging, savings: Satang, month: YearMonth): PledgeDue {
  const { paidThrough, over } = pledgeStanding(member, savings);
  if (member.pledge <= 0 || paidThrough >= month) return { arrears: [], amount: zero };
  const arrears: YearMonth[] = [];
  for (let at = addMonths(month, -1); at > paidThrough && arrears.length < mostArrears; at = addMonths(at, -1))
    arrears.unshift(at);
  return { arrears, amount: satang(member.pledge * (arrears.length + 1) - over) };
}
