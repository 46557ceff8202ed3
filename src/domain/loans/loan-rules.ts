import type { Satang } from "../money";
import type { FinePurse } from "../savings/deposit";
import type { InterestBasis, ScheduleMethod } from "./schedule/terms";

/** The kinds of loans that a group's rules may offer: ordinary, emergency, production or project, in kind (goods at a price), special. */
export const loanProducts = ["ordinary", "emergency", "production", "in-kind", "special"] as const;
export type LoanProduct = (typeof loanProducts)[number];

/** How many guarantors a loan up to a sum needs; the last of them has no upper end. */
export interface GuarantorBand {
  /** Satang; null: whatever is above the bands before it. */
  upTo: Satang | null;
  count: number;
}

/** What a group's rules say of one product. */
export interface LoanProductRule {
  /** Whether the group lends so at all. */
  offered: boolean;
  /** Percent a year as a decimal: "12", "7.5"; "0" where nothing is charged. Of a murabaha sale, the mark-up by the year. */
  yearlyRatePercent: string;
  method: ScheduleMethod;
  basis: InterestBasis;
  /** The most monthly instalments. */
  instalments: number;
  /** So many first instalments pay no principal; so many no interest. */
  gracePrincipal: number;
  graceInterest: number;
  /** The most that is lent, in percent of the borrower's own savings: 300 is three times; null: they set no limit. */
  savingsPercent: number | null;
  /** The most that is lent on one contract, in satang; null: no cap. */
  most: Satang | null;
  /** The most that one loan takes of the money that may be lent, in percent; null: all of it. */
  cashPercent: number | null;
  /** Months of membership before the first loan. */
  waitingMonths: number;
  guarantors: GuarantorBand[];
  /** Kept from the payout, in satang. */
  fee: Satang;
}

export const queueOrders = ["by-date", "smallest-first", "first-loan-first"] as const;
/** In which order waiting requests are looked at: by the day on which they were put, the smallest first, or who has had no loan yet first. */
export type QueueOrder = (typeof queueOrders)[number];

/** What holds for loans of every product. */
export interface LoanLimitsRule {
  /** The most contracts that a member may owe on at a time. */
  openLoans: number;
  /** The most loans that a member guarantees at a time. */
  guarantees: number;
  /** The most that a member guarantees in all, in percent of her own savings; null: they set no limit. */
  guaranteePercent: number | null;
  /** Cash and bank money that is not lent, in satang. */
  keptBack: Satang;
  queue: QueueOrder;
  /** Days for which money is reserved after approval; then it is released. */
  reservedDays: number;
  /** Days within which a guarantor answers, and a borrower who was offered less. */
  answerDays: number;
  /** Part of the old contract that must be paid back before it is renewed, in percent; null: contracts are not renewed. */
  renewPercent: number | null;
}

export const dueDayRules = ["working-day", "fixed-day", "month-end"] as const;
export const holidayMoves = ["stay", "next", "previous"] as const;

/** When instalments fall due. */
export interface LoanDueRule {
  /** On the group's working day of the month, on a day of the month (its last where the month is shorter), or on its last. */
  due: (typeof dueDayRules)[number];
  /** The day of `fixed-day`. */
  dayOfMonth: number;
  /** Where a due day that is a public holiday goes. */
  holidays: (typeof holidayMoves)[number];
  /** The least days from the payout to the first due day. */
  firstPeriodDays: number;
  /** To what multiple of satang an instalment is rounded up. */
  instalmentMultiple: Satang;
}

/** The fine on an instalment that is paid late: a share of that instalment alone, never of the whole loan (CCC 224/1). */
export interface LateLoanRule {
  /** Percent of the overdue instalment for each month begun, as a decimal: "1"; "0": no fine. */
  percentPerMonth: string;
  /** The most for one instalment, in percent of it. */
  mostPercent: number;
  /** Days after the due day before a fine begins. */
  freeDays: number;
  fineGoesTo: FinePurse;
}
