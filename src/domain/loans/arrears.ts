import { daysBetween } from "../dates";
import { satang, sum, type Satang } from "../money";
import type { LoanStanding } from "./standing";

/** Ages of what is overdue, by days since the oldest instalment that is not paid. */
export const ageBands = ["to30", "to60", "to90", "over90"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of so many days. */
export function ageBandOf(days: number): AgeBand {
  if (days <= 30) return "to30";
  if (days <= 60) return "to60";
  return days <= 90 ? "to90" : "over90";
}

/** A contract that is behind. */
export interface LateContract {
  standing: LoanStanding;
  /** Days since the due day of its oldest overdue instalment. */
  days: number;
  /** Fine, interest and principal that are asked by now, in satang. */
  due: Satang;
}

/** How a group's loans stand. Sums in satang. */
export interface Arrears {
  /** Principal owed on all contracts that are open. */
  outstanding: Satang;
  /** Contracts that are behind, the oldest first. */
  late: LateContract[];
  /** Principal owed on contracts that are behind, by age. */
  byAge: Record<AgeBand, Satang>;
  /** Portfolio at risk: principal of contracts more than 30 days behind, of all that is owed, in basis points, half-up. */
  par30Bps: number;
}

/** What is behind among contracts as they stand on a day. */
export function arrearsOf(standings: readonly LoanStanding[]): Arrears {
  const open = standings.filter(({ closed }) => !closed);
  const outstanding = sum(open.map((one) => one.outstanding));
  const late = open
    .flatMap((standing): LateContract[] => {
      const { overdueSince, missed, on, fineDue, interestDue, principalDue } = standing;
      if (missed === 0 || overdueSince === null) return [];
      return [{ standing, days: daysBetween(overdueSince, on), due: sum([fineDue, interestDue, principalDue]) }];
    })
    .sort((one, other) => other.days - one.days);
  const ofBand = (band: AgeBand): Satang =>
    sum(late.filter(({ days }) => ageBandOf(days) === band).map(({ standing }) => standing.outstanding));
  const byAge = { to30: ofBand("to30"), to60: ofBand("to60"), to90: ofBand("to90"), over90: ofBand("over90") };
  const atRisk = byAge.to60 + byAge.to90 + byAge.over90;
  const par30Bps = outstanding === 0 ? 0 : Math.floor((atRisk * 20_000 + outstanding) / (2 * satang(outstanding)));
  return { outstanding, late, byAge, par30Bps };
}
