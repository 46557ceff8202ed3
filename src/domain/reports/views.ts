import type { LocalDate, YearMonth } from "../dates";
import type { Settlement } from "../differences/difference";
import type { Group, LocalText } from "../groups/group";
import type { OfficeChange } from "../groups/office-change";
import type { EntryId } from "../ids";
import type { AccountCode } from "../ledger/accounts";
import type { AloneView, ClosingView } from "../closing/closing-view";
import type { CashFlow } from "../ledger/cash-flow";
import type { DayTotals } from "../ledger/day-totals";
import type { OpenDay } from "../ledger/head";
import type { EntryKind, Posting } from "../ledger/journal-entry";
import type { Member } from "../members/member";
import type { Satang } from "../money";
import type { GapStanding, PaperDifference } from "../parallel-run/parallel-run";
import type { MemberName, OfficerName } from "../people";
import type { MoneyBook } from "./money-book";
import type { TrialBalance } from "./trial-balance";

/** Up to which entry of a group's books a paper goes, and the code by which that entry is known. */
export interface BooksMark {
  seq: number;
  code: string;
}

/** What every paper bears: whose it is, when it was made, and up to where in the books it goes. */
export interface PaperHead {
  /** With its word for what a loan costs, where the paper needs it. */
  group: Group & { interestWord?: LocalText };
  madeAt: Date;
  mark: BooksMark;
}

/** Whom or what a record is about: a member, a helper, a version; how a difference was settled; which office changed and what was handed over. */
export interface LineRecord {
  memberNo?: string;
  helperNo?: string;
  version?: number;
  settled?: Pick<Settlement, "what" | "way" | "resolution"> & { member: MemberName | null };
  office?: OfficeLine;
}

/** A change of an office by a resolution, or its handing over with what was counted then, in satang. */
export interface OfficeLine extends Pick<OfficeChange, "committee" | "position" | "resolution"> {
  out: MemberName | null;
  taker: MemberName | null;
  /** Null where nothing was handed over. */
  counted: { cash: Satang; cashOff: Satang; bank: Satang; bankOff: Satang } | null;
}

/** An entry of the books as papers tell it. */
export interface ReportLine {
  id: EntryId;
  seq: number;
  kind: EntryKind;
  on: LocalDate;
  at: Date;
  by: OfficerName | null;
  second: OfficerName | null;
  /** Whose passbooks it names. */
  members: MemberName[];
  receipt: string | null;
  /** Number of the entry that it takes back. */
  reverses: number | null;
  /** Taken back by a later one. */
  reversed: boolean;
  reason: string | null;
  record: LineRecord;
  postings: Posting[];
  moved: Satang;
}

/** The trial balance at the closing of a day, or of now. */
export interface TrialPaper extends PaperHead {
  kind: "trial-balance";
  /** The day after which it stands; null: now. */
  day: OpenDay | null;
  balance: TrialBalance;
}

/** Cash and bank of the group over a month, each with its lines. */
export interface CashPaper extends PaperHead {
  kind: "cash-book";
  month: YearMonth;
  cash: MoneyBook;
  bank: MoneyBook;
  lines: ReportLine[];
}

/** What was posted between two working days, with what it did to cash and bank: it leads from what the first ended with to what the second began with. */
export interface BetweenPaper {
  cash: MoneyBook;
  bank: MoneyBook;
  lines: ReportLine[];
}

/** How a day was closed, as its report in the chat tells it too. */
export interface ClosingPaper {
  at: Date;
  by: OfficerName | null;
  /** What its closing found; null of days that closed before that was kept. */
  found: ClosingView | null;
  alone: AloneView[];
  offices: ReportLine[];
  /** The passbooks that differed from paper; null where none was kept beside us. */
  paper: PassbookGap[] | null;
}

/** A passbook whose paper says otherwise than ours, by its member's name. */
export interface PassbookGap extends Pick<PaperDifference, "purpose" | "paper" | "booked" | "because"> {
  member: MemberName;
  standing: GapStanding;
  /** What the books said when an officer said that they agree since, in satang; null where nobody does. */
  mended: Satang | null;
  /** Who told it, or said that they agree since. */
  by: OfficerName | null;
}

/** A working day: its totals, what it did to cash and bank, how it was closed, its entries, and the trial balance after it. */
export interface DayPaper extends PaperHead {
  kind: "day-report";
  day: OpenDay;
  isOpen: boolean;
  totals: DayTotals;
  cash: CashFlow;
  bank: CashFlow;
  /** Null where nothing was posted since the last working day. */
  between: BetweenPaper | null;
  /** Null while it is open. */
  closing: ClosingPaper | null;
  lines: ReportLine[];
  balance: TrialBalance;
}

/** Every entry of a month with its accounts; or, as `changes`, what changed the group's people, rules and earlier entries. */
export interface JournalPaper extends PaperHead {
  kind: "journal" | "changes";
  month: YearMonth;
  lines: ReportLine[];
  /** What all its entries moved, in satang. */
  moved: Satang;
}

/** A member with what stands in her passbook; satang. */
export interface MemberRow {
  member: Member;
  /** Her pledge of this month. */
  pledgeNow: Satang;
  /** What stands in her pledge savings. */
  pledge: Satang;
  special: Satang;
  /** Principal that she still owes. */
  loans: Satang;
  /** The last month that is paid in full. */
  paidThrough: YearMonth;
  hasLine: boolean;
}

/** The member register with the sums that stand in the books. */
export interface RegisterPaper extends PaperHead {
  kind: "register";
  rows: MemberRow[];
  pledge: Satang;
  special: Satang;
  loans: Satang;
  /** Loans in the books that stand under no member's contract. */
  loansApart: Satang;
}

/** What a member is to bring this month; satang. */
export interface DueRow extends MemberRow {
  /** Months before this one that are not paid. */
  missed: number;
  /** Pledge of those months and of this one. */
  due: Satang;
  /** What the rules ask for the missed months. */
  fine: Satang;
}

/** Passbooks by household with what each is to bring in a month. */
export interface CollectionPaper extends PaperHead {
  kind: "collection";
  month: YearMonth;
  households: { name: string | null; rows: DueRow[]; due: Satang }[];
  due: Satang;
}

/** Who has not paid months that are over. */
export interface BehindPaper extends PaperHead {
  kind: "behind";
  /** The last month that is over: its working day was closed, or it is past. */
  through: YearMonth;
  rows: DueRow[];
  due: Satang;
}

/** What one receipt did to the passbook of a member whom no phone tells of it; satang. */
export interface SlipView {
  member: MemberName;
  receipt: string;
  kind: EntryKind;
  at: Date;
  by: OfficerName | null;
  /** Each sum with the balance after it; null where the passbook keeps none. */
  parts: { code: AccountCode; contractNo: string | null; change: Satang; balance: Satang | null }[];
  total: Satang;
  checkCode: string;
}

/** Slips of a working day for members without LINE. */
export interface SlipsPaper extends PaperHead {
  kind: "slips";
  day: OpenDay;
  slips: SlipView[];
}

/** What was done in a month for members without LINE, to be signed when they come next. */
export interface ActsPaper extends PaperHead {
  kind: "acts";
  month: YearMonth;
  lines: ReportLine[];
  moved: Satang;
}

/** The page on the table that opens the chat with the word for one's receipt. */
export interface TableQrPaper extends PaperHead {
  kind: "table-qr";
  /** The account's own id with its @, which LINE gives; null where nobody could ask. */
  basicId: string | null;
}

/** Any paper, with the figures that its card, its PDF and its sheet show alike. */
export type PaperView =
  | DayPaper
  | TrialPaper
  | CashPaper
  | JournalPaper
  | RegisterPaper
  | BehindPaper
  | CollectionPaper
  | SlipsPaper
  | ActsPaper
  | TableQrPaper;
