import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import type { LedgerHead } from "../../domain/ledger/head";
import { credit, debit, type EntrySource } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Notice } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import { post } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import { settleAdmission } from "../members/admission";
import { entryActor, type HeldOffice } from "../people/actor";
import { auditorsOf } from "../people/officers";
import { wordedFor, type WordedGroup } from "../rules/money-words";
import { finePurse, paysEntry, refuseMoreThanOwed } from "./deposit-checks";
import {
  getHoldings,
  pledgeAfter,
  pledgeSavingsOf,
  refOf,
  rowsBefore,
  totalOf,
  type DepositRow,
  type PledgeAfter,
} from "./deposit-rows";
import { refuseAgainstRules } from "./desk-rules";

/** What a receipt shows, on cards and on paper alike. */
export interface DepositReceipt {
  group: WordedGroup;
  member: MemberName;
  receipt: string;
  at: Date;
  by: OfficerName;
  rows: DepositRow[];
  total: Satang;
  pledge: PledgeAfter | null;
  checkCode: string;
}

/**
 * Posts a member's money into the box or the bank account, with its receipt and who hears of it. The head is locked, the day fits, and no
 * entry has this key yet. Throws `loan.more-than-owed`.
 */
export async function postReceived(
  tx: Tx,
  head: LedgerHead,
  seat: HeldOffice,
  input: {
    group: Group;
    member: Member;
    split: DepositSplit[];
    idempotencyKey: string;
    into: typeof account.cash | typeof account.bank;
    /** The day that it counts for. */
    on: LocalDate;
    now: Date;
    /** The door that it came in by. */
    source: EntrySource;
    /** Rules against which nobody has looked at the sums yet. */
    rules?: RuleBook;
  },
): Promise<{ entry: JournalEntry; receipt: DepositReceipt; notices: Notice[] }> {
  const { group, member, split, idempotencyKey, into, on, now } = input;
  const holdings = await getHoldings(tx, member);
  refuseMoreThanOwed(holdings, split);
  const pledge = pledgeAfter(member, pledgeSavingsOf(holdings), split, on);
  if (input.rules) refuseAgainstRules(input.rules, split, pledge);
  const fineGoesTo = await finePurse(tx, group, split, on);
  const { entry } = await post(tx, head, {
    idempotencyKey,
    kind: "savings.deposit",
    effectiveOn: on,
    postedAt: now,
    actor: entryActor(seat),
    source: input.source,
    withReceipt: true,
    ...(head.day.kind === "office" && into === account.cash ? { record: { outsideWorkingDay: true } } : {}),
    postings: [
      debit({ groupId: group.id, code: into }, totalOf(split)),
      ...split.map((part) => credit(refOf(member, part, fineGoesTo), part.amount)),
    ],
  });
  const receipt = depositReceiptOf(entry, await worded(tx, group, entry, split), member, seatName(seat), {
    rows: rowsBefore(holdings, split),
    pledge,
  });
  const isOutside = head.day.kind === "office" && into === account.cash;
  const notice: Notice = {
    to: { memberId: member.id, member },
    kind: isOutside ? "receipt.office-cash" : "receipt.deposit",
    view: receipt,
  };
  const toAuditors = isOutside ? tellAuditors(group, receipt) : [];
  const entered = paysEntry(split) ? await settleAdmission(tx, group, member, { now, by: seat.member.id }) : [];
  return { entry, receipt, notices: [notice, ...toAuditors, ...entered] };
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
    by,
    ...told,
    total: totalOf(told.rows),
    checkCode: checkCodeOf(entry.hash),
  };
}
