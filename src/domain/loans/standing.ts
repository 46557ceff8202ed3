import type { LocalDate } from "../dates";
import type { Satang } from "../money";
import type { LoanContract } from "./contract";

/** One instalment as it stands on a day. Sums in satang. */
export interface InstalmentStanding {
  no: number;
  dueOn: LocalDate;
  /** What is asked by it: interest by what was really owed, principal as the schedule has it. */
  principal: Satang;
  interest: Satang;
  principalPaid: Satang;
  interestPaid: Satang;
  state: "paid" | "due" | "overdue" | "coming";
}

/** A contract as it stands on a day: a pure function of its terms and of the entries that still hold, so that a reversal puts it back exactly. Sums in satang. */
export interface LoanStanding {
  contract: LoanContract;
  on: LocalDate;
  /** Principal still owed. */
  outstanding: Satang;
  /** Asked by now and not paid: fine, interest, principal. */
  fineDue: Satang;
  interestDue: Satang;
  principalDue: Satang;
  /** Instalments that are overdue, counted only after the working day of their month has closed. */
  missed: number;
  /** The due day of the oldest overdue instalment; null where none is. */
  overdueSince: LocalDate | null;
  /** The next instalment that is not paid; null where nothing is owed any more. */
  next: { no: number; dueOn: LocalDate; principal: Satang; interest: Satang; total: Satang } | null;
  /** What ends the contract on this day: outstanding, interest by now, fine. */
  payOff: Satang;
  instalments: InstalmentStanding[];
  closed: boolean;
}
