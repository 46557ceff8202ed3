import type { JournalEntry } from "../domain/ledger/chain";
import type { OpenDay } from "../domain/ledger/head";
import { receiptText } from "../domain/ledger/receipt";
import { localTimeOf } from "../domain/dates";
import type { Member, MemberStatus } from "../domain/members/member";
import type { DomainError } from "../domain/errors";
import { sum, type Satang } from "../domain/money";
import { officerName, type OfficerName } from "../domain/people";
import type { DepositPurpose, DepositSplit } from "../domain/savings/deposit";
import { refusalLines } from "./refusal";
import { purposeText } from "./rows";
import type { SheetView } from "./sheet";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** What is known of the working day at its desk. Sums in satang. */
export interface DeskView {
  group: GroupName & { id: string };
  day: OpenDay;
  seat: { member: Member; office: Pick<OfficerName, "committee" | "position"> };
  takes: readonly DepositPurpose[];
  households: readonly {
    name: string | null;
    passbooks: readonly {
      member: Member;
      usual: readonly DepositSplit[];
      arrears: number;
      contracts: readonly { contractNo: string; owed: number }[];
      recorded: readonly JournalEntry[];
    }[];
  }[];
  boxes: readonly { by: OfficerName | null; isOwn: boolean; total: number; count: number }[];
  /** The paper that is entered into the day; null where there is none. */
  sheet: SheetView | null;
  members: readonly Member[];
}

/** A deposit that stands in the books already. */
export interface DeskEntryTexts {
  receipt: string;
  /** Satang. */
  total: number;
  at: string;
  by: string;
}

/** A passbook as the desk page shows it. Sums in satang. */
export interface DeskPassbookTexts {
  memberNo: string;
  name: string;
  nickname: string;
  status: MemberStatus;
  usual: DepositSplit[];
  arrears: number;
  contracts: { contractNo: string; owed: number }[];
  entries: DeskEntryTexts[];
}

/** The passbooks of a house. */
export interface DeskHouseholdTexts {
  name: string | null;
  passbooks: DeskPassbookTexts[];
}

/** The working day at its desk, in the words of the officer who opened the page. Sums in satang. */
export interface DeskTexts {
  language: Reader["language"];
  group: string;
  groupId: string;
  dayId: string;
  day: string;
  officer: { memberNo: string; name: string };
  purposes: { purpose: DepositPurpose; label: string }[];
  households: DeskHouseholdTexts[];
  boxes: { name: string; isOwn: boolean; total: number; count: number }[];
  /** The paper that is entered into the day: its day, and what the books lack of the sealed cash, below zero where they have more; null where it is not sealed yet. */
  sheet: { day: string; missing: number | null } | null;
}

/** What came of a row that the desk page sent: its receipt, or why nothing was recorded. Sums in satang. */
export type RowTexts =
  | ({ memberNo: string; refused?: undefined } & DeskEntryTexts)
  | { memberNo: string; refused: { error: string; what: string; rule: string; wayOut: string } };

/** A row that was recorded, or refused. */
type RowView =
  | { memberNo: string; refused?: undefined; receipt: { receipt: string; total: Satang; at: Date; by: OfficerName } }
  | { memberNo: string; refused: DomainError };

/** Tells what came of a row. */
export function rowTexts(reader: Reader, row: RowView): RowTexts {
  const say = speak(reader);
  const { memberNo } = row;
  if (row.refused) return { memberNo, refused: { error: row.refused.code, ...refusalLines(say, row.refused) } };
  const { receipt, total, at, by } = row.receipt;
  return { memberNo, receipt, total, at: say.time(localTimeOf(at)), by: say.officer(by) };
}

/** Tells of the working day what the desk page shows. */
export function deskTexts(reader: Reader, view: DeskView): DeskTexts {
  const say = speak(reader);
  const { group, day, seat } = view;
  return {
    language: say.language,
    group: say.group(group),
    groupId: group.id,
    dayId: day.id,
    day: say.day(day.on),
    officer: {
      memberNo: seat.member.memberNo,
      name: say.officer({ ...seat.office, name: seat.member.name }),
    },
    purposes: view.takes.map((purpose) => ({ purpose, label: purposeText(say, group, { purpose }) })),
    households: view.households.map(({ name, passbooks }) => ({
      name,
      passbooks: passbooks.map(({ member, usual, arrears, contracts, recorded }) => ({
        memberNo: member.memberNo,
        name: member.name,
        nickname: member.nickname,
        status: member.status,
        usual: [...usual],
        arrears,
        contracts: contracts.map(({ contractNo, owed }) => ({ contractNo, owed })),
        entries: recorded.map((entry) => entryTexts(say, entry, member, view.members)),
      })),
    })),
    sheet: view.sheet && {
      day: say.day(view.sheet.on),
      missing: view.sheet.sealed === null ? null : view.sheet.missing,
    },
    boxes: view.boxes.map(({ by, ...box }) => ({ ...box, name: say.officer(by) })),
  };
}

function entryTexts(say: Speak, entry: JournalEntry, member: Member, members: readonly Member[]): DeskEntryTexts {
  const hers = entry.postings.filter(({ memberId }) => memberId === member.id);
  return {
    receipt: entry.receipt ? receiptText(entry.receipt) : "",
    total: sum(hers.map(({ amount }) => amount)),
    at: say.time(localTimeOf(entry.postedAt)),
    by: say.officer(officerName(entry.actor, members)),
  };
}
