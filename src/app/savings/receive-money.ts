import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { paperDayOf, type LedgerHead } from "../../domain/ledger/head";
import { credit, debit, type EntryDraft, type EntrySource } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { contractId } from "../../domain/loans/contract";
import type { LoanStanding } from "../../domain/loans/standing";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Notice } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit, FinePurse } from "../../domain/savings/deposit";
import { transferredOnIn } from "../../domain/transfers/transfer-notice";
import { postAll } from "../../storage/journal";
import { findContracts } from "../../storage/loan-contracts";
import type { Tx } from "../../storage/tx";
import { standingsOf } from "../loans/standings";
import { settleAdmission } from "../members/admission";
import { entryActor, type HeldOffice } from "../people/actor";
import { auditorsOf } from "../people/officers";
import { withWord, wordedFor, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { paysEntry } from "./deposit-checks";
import { refOf, totalOf, type DepositRow, type PledgeAfter } from "./deposit-rows";

/** What a receipt shows, on cards and on paper alike. */
export interface DepositReceipt {
  group: WordedGroup;
  member: MemberName;
  receipt: string;
  at: Date;
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName;
  rows: DepositRow[];
  total: Satang;
  pledge: PledgeAfter | null;
  /** How the contracts that it pays on stand after it; left out where it pays on none, and where it is shown again. */
  loans?: LoanAfter[];
  checkCode: string;
  /** The day of the transfer by which it came; null where it came otherwise. */
  transferredOn: LocalDate | null;
}

/** A contract after a payment. */
export interface LoanAfter extends Pick<LoanStanding, "outstanding" | "closed" | "next"> {
  contractNo: string;
}

/** A member's money whose sums were looked at. */
export interface Received extends Pick<DepositReceipt, "rows" | "pledge"> {
  member: Member;
  split: DepositSplit[];
  idempotencyKey: string;
  /** What else its entry is to say. */
  record?: NonNullable<EntryDraft["record"]>;
}

/** Where money comes in. */
interface Incoming {
  group: Group;
  into: typeof account.cash | typeof account.bank;
  /** The day that it counts for. */
  on: LocalDate;
  now: Date;
  /** The door that it came in by. */
  source: EntrySource;
  /** The rules of that day, where they are read. */
  rules: RuleBook | null;
}

/**
 * Posts members' money into the box or the bank account, an entry each, with its receipt by member and who hears of it. The head is locked, the
 * day fits, each member is there once, and no entry has one of the keys yet. Throws `ledger.insufficient-funds`.
 */
export async function postReceived(
  tx: Tx,
  { head, seat }: { head: LedgerHead; seat: HeldOffice },
  incoming: Incoming,
  all: readonly Received[],
): Promise<{ entries: JournalEntry[]; receipts: Map<MemberId, DepositReceipt>; notices: Notice[] }> {
  const { group, now } = incoming;
  const rules = incoming.rules ?? (await rulesOf(tx, incoming, all));
  const isOutside = head.day.kind === "office" && incoming.into === account.cash;
  const fineGoesTo = rules?.values["late-pledge"].fineGoesTo ?? "income";
  const drafts = all.map((one) => draftOf(one, incoming, { seat, isOutside, fineGoesTo }));
  const { entries } = await postAll(tx, head, drafts);
  const loans = await loansAfter(tx, incoming, all);
  const receipts = new Map<MemberId, DepositReceipt>();
  const notices: Notice[] = [];
  for (const [at, { member, split, rows, pledge }] of all.entries()) {
    const entry = entries[at];
    if (!entry) throw new Error("each draft has an entry");
    const named = rules && needsWord(split) ? withWord(group, rules) : group;
    const told = depositReceiptOf(entry, named, member, seatName(seat), { rows, pledge });
    const paidOn = loans.filter(({ contractNo }) => split.some((part) => part.contractNo === contractNo));
    const receipt = paidOn.length > 0 ? { ...told, loans: paidOn } : told;
    receipts.set(member.id, receipt);
    const kind = isOutside ? "receipt.office-cash" : "receipt.deposit";
    notices.push({ to: { memberId: member.id, member, asOwner: true }, kind, view: receipt });
    if (isOutside) notices.push(...tellAuditors(group, receipt));
    if (paysEntry(split)) notices.push(...(await settleAdmission(tx, group, member, { now, by: seat.member.id })));
  }
  return { entries, receipts, notices };
}

/** How contracts stand on which something was just paid. */
async function loansAfter(tx: Tx, { group, on }: Incoming, all: readonly Received[]): Promise<LoanAfter[]> {
  const numbers = new Set(all.flatMap(({ split }) => split.flatMap(({ contractNo }) => contractNo ?? [])));
  if (numbers.size === 0) return [];
  const contracts = await findContracts(
    tx,
    [...numbers].map((contractNo) => contractId(group.id, contractNo)),
  );
  const standings = await standingsOf(tx, group, contracts, on);
  return standings.map(({ contract: { contractNo }, outstanding, closed, next }) => ({
    contractNo,
    outstanding,
    closed,
    next,
  }));
}

/** The rules, read only where one of the sums goes where they say, or is called as they say. */
async function rulesOf(tx: Tx, { group, on }: Incoming, all: readonly Received[]): Promise<RuleBook | null> {
  const isAsked = all.some(({ split }) => needsWord(split) || split.some(({ purpose }) => purpose === "fine"));
  return isAsked ? rulesInForce(tx, group, on) : null;
}

const needsWord = (split: readonly DepositSplit[]): boolean => split.some(({ purpose }) => purpose === "interest");

function draftOf(
  { member, split, idempotencyKey, record }: Received,
  { group, into, on, now, source }: Incoming,
  { seat, isOutside, fineGoesTo }: { seat: HeldOffice; isOutside: boolean; fineGoesTo: FinePurse },
): EntryDraft {
  const said = { ...(isOutside ? { outsideWorkingDay: true } : {}), ...record };
  return {
    idempotencyKey,
    kind: "savings.deposit",
    effectiveOn: on,
    postedAt: now,
    actor: entryActor(seat),
    source,
    withReceipt: true,
    ...(Object.keys(said).length > 0 ? { record: said } : {}),
    postings: [
      debit({ groupId: group.id, code: into }, totalOf(split)),
      ...split.map((part) => credit(refOf(member, part, fineGoesTo), part.amount)),
    ],
  };
}

/** The audit committee sees each receipt of cash that was taken outside a working day. */
function tellAuditors(group: Group, view: DepositReceipt): Notice[] {
  return auditorsOf(group).map((id) => ({ to: { memberId: id }, kind: "office-cash.received", view }));
}

/** An officer as receipts name her. */
export const seatName = ({ office: { committee, position }, member: { name } }: HeldOffice): OfficerName => ({
  committee,
  position,
  name,
});

/** The group with the words of its rules that hold for an entry. */
export function worded(
  tx: Tx,
  group: Group,
  { effectiveOn }: JournalEntry,
  split: readonly DepositSplit[],
): Promise<WordedGroup> {
  return wordedFor(
    tx,
    group,
    effectiveOn,
    split.map(({ purpose }) => purpose),
  );
}

/** The receipt of an entry that brought a member's money. */
export function depositReceiptOf(
  entry: JournalEntry,
  group: WordedGroup,
  member: Member,
  by: OfficerName,
  told: Pick<DepositReceipt, "rows" | "pledge">,
): DepositReceipt {
  if (!entry.receipt) throw new Error("a deposit has a receipt number");
  return {
    group,
    member: memberName(member),
    receipt: receiptText(entry.receipt),
    at: entry.postedAt,
    ...paperDayOf(entry),
    by,
    ...told,
    total: totalOf(told.rows),
    checkCode: checkCodeOf(entry.hash),
    transferredOn: transferredOnIn(entry),
  };
}
