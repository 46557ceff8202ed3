import type { WorkingDayRule } from "../calendar";
import type { LocalDate, YearMonth } from "../dates";
import type { Benefit } from "../groups/benefit";
import type { FinanceMode, Group, LocalText, Network } from "../groups/group";
import type { Office } from "../groups/offices";
import type { GroupId } from "../ids";
import type { AccountCode } from "../ledger/accounts";
import type { MemberKind, MemberStatus, Sex } from "../members/member";
import type { Satang } from "../money";
import type { LoansPlan } from "./loans";
import type { RuleVersion } from "../rules/rule-book";

/** A place in the setup folder: the file, its line or row counted from 1 (a table's heading is row 1), and the field. */
export interface SetupPlace {
  file: string;
  row: number | null;
  field: string | null;
}

/** Something in the setup folder that is not as it must be: one English sentence for the operator. */
export interface SetupProblem extends SetupPlace {
  message: string;
}

/** Gives the place of a field by its path within the thing, such as `opening.cashBaht`. */
export type PlaceOf = (path: string) => SetupPlace;

/** One row of a members file. */
export interface MemberPlan {
  row: number | null;
  /** Whether every cell of the row could be read. */
  complete: boolean;
  memberNo: string;
  name: string;
  nickname: string;
  kind: MemberKind;
  status: MemberStatus;
  joinedOn: LocalDate;
  pledge: Satang;
  pledgePaidThrough: YearMonth | null;
  pledgeSavings: Satang;
  specialSavings: Satang;
  spouseNo: string | null;
  guardianNo: string | null;
  lineHeadNo: string | null;
  household: string | null;
  bornOn: LocalDate | null;
  sex: Sex | null;
  welfareJoinedOn: LocalDate | null;
  signatoryNos: string[];
}

/** The sums that a group's opening names, each under its name in the folder without `Baht`; only surplus may be negative. */
export const openingSums = [
  "pledgeSavings",
  "specialSavings",
  "cash",
  "bank",
  "loans",
  "welfareFund",
  "reserve",
  "surplus",
] as const;
export type OpeningSum = (typeof openingSums)[number];

/** The control totals of a group's first import. */
export interface OpeningPlan extends Record<OpeningSum, Satang> {
  asOf: LocalDate;
  members: number;
  /** Sums of other accounts, each on its account's normal side. */
  accounts: { code: AccountCode; amount: Satang }[];
  /** The difference between assets and claims that two officers accepted. */
  difference: { amount: Satang; acceptedBy: string[] } | null;
}

/** A group's rules as its folder says, whole: what the file leaves out stands in it from the shipped ones. */
export interface RulesPlan extends Pick<RuleVersion, "effectiveFrom" | "clauses"> {
  resolution: NonNullable<RuleVersion["resolution"]>;
  /** Hash of what the file itself says, so that the same file is known again. */
  written: string;
  at: PlaceOf;
}

/** A group as its folder says. */
export interface GroupPlan {
  id: GroupId;
  name: LocalText;
  district: string;
  workingDay: WorkingDayRule;
  financeMode: FinanceMode;
  mode: Group["mode"];
  payment: Group["payment"];
  delegates: Group["delegates"];
  officers: Office[];
  /** Null only for a group that stays on paper. */
  opening: OpeningPlan | null;
  /** What it pays its members; null where the folder says nothing of it. */
  benefits: Benefit[] | null;
  /** Its rule book; null where the folder has none. */
  rules: RulesPlan | null;
  members: MemberPlan[];
  /** Contracts on paper; null where the folder says nothing of them. */
  loans: LoansPlan | null;
  membersFile: string;
  /** Whether every cell of the members file could be read, so that its totals can be compared. */
  complete: boolean;
  at: PlaceOf;
}

/** A whole setup folder, read. */
export interface SetupPlan {
  network: Pick<Network, "key" | "name">;
  coordinators: Network["coordinators"];
  groups: GroupPlan[];
  at: PlaceOf;
}

/** The problem that a sentence names at a place. */
export function problemAt(place: SetupPlace, message: string): SetupProblem {
  return { ...place, message };
}

/** The place of a column in a row of a group's members file. */
export function memberPlace(group: GroupPlan, member: Pick<MemberPlan, "row">, field: string): SetupPlace {
  return { file: group.membersFile, row: member.row, field };
}

/** A sum as the operator reads it, in baht: "50,400.00". */
export function bahtFigure(amount: number): string {
  const whole = String(Math.floor(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}${whole}.${String(Math.abs(amount) % 100).padStart(2, "0")}`;
}
