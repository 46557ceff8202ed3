import type { LocalDate } from "../dates";
import type { Group } from "../groups/group";
import type { Satang } from "../money";
import type { MemberName } from "../people";
import type { Arrears } from "./arrears";

/** A contract that is behind, as the committee reads it. */
export interface LateContractView {
  member: MemberName;
  contractNo: string;
  /** Instalments that are overdue. */
  missed: number;
  days: number;
  due: Satang;
  outstanding: Satang;
  /** Who stands for it, and until when the law wants them told in writing; null as long as it is less than 30 days behind. */
  guarantors: MemberName[];
  tellBy: LocalDate | null;
}

/** How a group's loans stand, with names. */
export interface ArrearsView extends Omit<Arrears, "late"> {
  group: Group;
  on: LocalDate;
  late: LateContractView[];
  /** Contracts on paper on which something is owed, of which no schedule is known, and that are not counted. */
  withoutTerms: number;
}

/** What a borrower is reminded of. */
export interface LoanReminderView {
  group: Group;
  member: MemberName;
  contractNo: string;
  contractId: string;
  dueOn: LocalDate;
  /** Satang that is asked: of an instalment to come its total, of one that is late all that is due. */
  amount: Satang;
  when: "coming" | "tomorrow" | "late";
  /** Instalments that are behind; 0 of one to come. */
  missed: number;
}

/** What the loan committee hears once a month, on the day after a working day closed: numbers and sums, no names. */
export interface ArrearsNoticeView extends Pick<Arrears, "outstanding" | "par30Bps"> {
  group: Group;
  /** The working day that closed. */
  on: LocalDate;
  /** Contracts that are behind, and what is asked on them by now, in satang. */
  contracts: number;
  due: Satang;
  /** How many guarantors are to be told in writing. */
  toTell: number;
}

/** What a guarantor hears once of a contract whose borrower is far behind. */
export interface LateGuaranteeView {
  group: Group;
  /** The guarantor, and for whom she stands. */
  guarantor: MemberName;
  borrower: MemberName;
  contractNo: string;
  days: number;
  due: Satang;
  /** Satang for which she stands at most; null: for all of it. */
  amount: Satang | null;
}
