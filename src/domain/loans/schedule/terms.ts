import type { LocalDate } from "../../dates";
import type { Satang } from "../../money";
import type { Ratio } from "../../ratio";
import type { Rounding } from "../../rounding";

export const scheduleMethods = [
  "flat",
  "equal-principal",
  "equal-instalment",
  "monthly-on-outstanding",
  "interest-only",
  "lump-sum",
] as const;
/** How principal and interest fall on the rows. */
export type ScheduleMethod = (typeof scheduleMethods)[number];

export const interestBases = [
  "per-period",
  "30/360",
  "actual/360",
  "actual/364",
  "actual/365",
  "actual/actual",
] as const;
/** What a row's share of the yearly rate goes by. */
export type InterestBasis = (typeof interestBases)[number];

export const periodUnits = ["month", "week", "day"] as const;
/** The time between two due days. */
export interface Every {
  count: number;
  unit: (typeof periodUnits)[number];
}

/** What a schedule is made of. */
export interface LoanTerms {
  principal: Satang;
  /** The yearly rate as a fraction: 12 % is 12/100. */
  yearlyRate: Ratio;
  method: ScheduleMethod;
  instalments: number;
  every: Every;
  disbursedOn: LocalDate;
  /** The first due day as periods are counted, which is its day but for a holiday. */
  firstDueOn: LocalDate;
  /** The due day of each period where they are not counted from the first: moved off holidays, or a 31st that began in a shorter month. */
  dueOn?: readonly LocalDate[];
  basis: InterestBasis;
  /** To what an instalment is rounded; with equal principal parts, its principal part. */
  instalmentRounding: Rounding;
  interestRounding: Rounding;
  /** So many first instalments pay no principal. */
  gracePrincipal: number;
  /** So many first instalments pay no interest; theirs comes on top of the next one. */
  graceInterest: number;
  /** Kept from the payout. */
  fees: Satang;
}

/** The most instalments of a schedule: ten years of days. */
export const mostInstalments = 3_660;

/** What terms can be wrong about. */
export type TermsFault =
  "principal" | "instalments" | "every" | "first-due" | "grace-principal" | "grace-interest" | "fees";

/** The first thing that these terms cannot mean, or null where they make a schedule. */
export function faultOf(terms: LoanTerms): TermsFault | null {
  const { principal, instalments, every, disbursedOn, firstDueOn, gracePrincipal, graceInterest, fees } = terms;
  if (principal <= 0) return "principal";
  if (!isBetween(instalments, 1, mostInstalments)) return "instalments";
  if (!isBetween(every.count, 1, 120)) return "every";
  if (firstDueOn <= disbursedOn) return "first-due";
  if (!isBetween(gracePrincipal, 0, instalments - 1)) return "grace-principal";
  if (!isBetween(graceInterest, 0, instalments - 1)) return "grace-interest";
  return isBetween(fees, 0, principal - 1) ? null : "fees";
}

const isBetween = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
