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
}
