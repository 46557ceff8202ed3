import { addDays, daysBetween, type LocalDate } from "../dates";
import { satang, sum, zero, type Satang } from "../money";
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
      const { overdueSince, missed, on } = standing;
      if (missed === 0 || overdueSince === null) return [];
      return [{ standing, days: daysBetween(overdueSince, on), due: askedNow(standing) }];
    })
    .sort((one, other) => other.days - one.days);
  const ofBand = (band: AgeBand): Satang =>
    sum(late.filter(({ days }) => ageBandOf(days) === band).map(({ standing }) => standing.outstanding));
  const byAge = { to30: ofBand("to30"), to60: ofBand("to60"), to90: ofBand("to90"), over90: ofBand("over90") };
  const atRisk = byAge.to60 + byAge.to90 + byAge.over90;
  const par30Bps = outstanding === 0 ? 0 : Math.floor((atRisk * 20_000 + outstanding) / (2 * satang(outstanding)));
  return { outstanding, late, byAge, par30Bps };
}

/** What a contract asks for by now: fine, interest and principal, in satang. */
export function askedNow({ fineDue, interestDue, principalDue }: LoanStanding): Satang {
  return sum([fineDue, interestDue, principalDue]);
}

/** So many days before an instalment a borrower may ask for time right on the card of her loans. */
const soonDays = 7;

/** Whether a contract asks for something by now, or within a week. */
export function isDueSoon(standing: LoanStanding): boolean {
  const { next, on, closed } = standing;
  if (closed) return false;
  return askedNow(standing) > 0 || (next !== null && daysBetween(on, next.dueOn) <= soonDays);
}

/** Interest that is asked by itself, in satang: what is due by now, else that of the next instalment. */
export function interestAlone(standing: LoanStanding): Satang {
  return askedNow(standing) > 0 ? standing.interestDue : (standing.next?.interest ?? zero);
}

/** Days after a missed due day within which the law wants guarantors told in writing (Civil and Commercial Code 686), and on which they hear in chat. */
export const guarantorNoticeDays = 60;

/** Days after a missed due day from which the committee reads whom to tell in writing: so that there is time to do it. */
export const noticeListedDays = 30;

/** The last day on which guarantors of a contract that is behind are to be told in writing. */
export function guarantorsToldBy({ standing: { on }, days }: LateContract): LocalDate {
  return addDays(on, guarantorNoticeDays - days);
}
