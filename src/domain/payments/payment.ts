import type { LocalDate } from "../dates";
import type { Group } from "../groups/group";
import { contractId, type LoanContract } from "../loans/contract";
import { account, accountKey, type AccountCode, type AccountRef } from "../ledger/accounts";
import { credit, debit, type EntryKind, type Posting } from "../ledger/journal-entry";
import { memberId, type MemberId } from "../ids";
import { spouseOf, type Member } from "../members/member";
import type { Satang } from "../money";

/** Every way in which money leaves the box or the group: each needs two officers. */
export const paymentKinds = ["withdrawal", "expense", "loan", "bankDeposit", "bankWithdrawal", "suspense"] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** Where the money is taken from. */
export const paymentSources = ["cash", "bank"] as const;
export type PaymentSource = (typeof paymentSources)[number];

/**
 * A payment as officers write it: special savings paid back, an expense voucher, a loan that was decided on paper, money to and from the
 * bank, or money given back that nobody of the group owns.
 */
export interface Payment {
  kind: PaymentKind;
  /** Satang. */
  amount: Satang;
  source: PaymentSource;
  /** Whose passbook it is about; null where it is about none. */
  memberNo: string | null;
  /** What for, and to whom, as the voucher says it; null where it needs no words. */
  purpose: string | null;
  payee: string | null;
  /** Members whom the receiver's words may mean; left out: none. Who gets the money is not one of the two who pay it. */
  payeeNos?: string[];
  /** Number of the paper contract, and of the resolution that granted it. */
  contractNo: string | null;
  resolution: string | null;
  /** The item of money whose owner is not known that is given back. */
  itemNo?: string;
  /** The member's wish that it fulfils, once. */
  requestId?: string;
  /** The request for a loan that it pays out, once; left out of a loan that was decided on paper. */
  loanRequestId?: string;
}

/** The kind of entry that a payment makes. */
export const entryKindOf: Record<PaymentKind, EntryKind> = {
  withdrawal: "savings.withdrawal",
  expense: "expense.paid",
  loan: "loan.paid-out",
  bankDeposit: "bank.deposit",
  bankWithdrawal: "bank.withdrawal",
  suspense: "suspense.returned",
};

/** The payment that an entry tells of; null where it is none. */
export function paymentKindOf(kind: EntryKind): PaymentKind | null {
  return paymentKinds.find((one) => entryKindOf[one] === kind) ?? null;
}

/** The account of expenses: pay of the committee apart from everything else. */
function expenseAccount(purpose: string): AccountCode {
  return /ค่าตอบแทน|เบี้ยประชุม|ค่าจ้าง|committee pay|wages/i.test(purpose) ? account.committeePay : account.expenses;
}

/** The account that the money is taken from. */
export function sourceOf({ kind, source }: Payment): AccountCode {
  if (kind === "bankDeposit") return account.cash;
  if (kind === "bankWithdrawal") return account.bank;
  return source === "cash" ? account.cash : account.bank;
}

/** What a payment does to the books of a group. */
export function paymentPostings(group: Pick<Group, "id">, payment: Payment): Posting[] {
  return [
    debit({ groupId: group.id, ...receiverOf(group, payment) }, payment.amount),
    credit({ groupId: group.id, code: sourceOf(payment) }, payment.amount),
  ];
}

/** Whether an entry paid the same sum for the same: whatever the words or the number of the contract, and wherever it was taken from. */
export function isSamePayment(
  group: Pick<Group, "id">,
  payment: Payment,
  { kind, postings }: { kind: EntryKind; postings: readonly Posting[] },
): boolean {
  const receiver = withoutContract({ groupId: group.id, ...receiverOf(group, payment) });
  return (
    kind === entryKindOf[payment.kind] &&
    postings.some((one) => one.side === "debit" && one.amount === payment.amount && withoutContract(one) === receiver)
  );
}

/** Of a loan whose it is alone: the same payout by another contract's number is one to look at. */
const withoutContract = (ref: AccountRef): string =>
  ref.contractNo === undefined ? accountKey(ref) : `${ref.code}/${ref.memberId ?? ""}`;

function receiverOf({ id }: Pick<Group, "id">, payment: Payment): Omit<AccountRef, "groupId"> {
  const { kind, memberNo, contractNo, purpose, itemNo = "" } = payment;
  const whose = memberNo === null ? {} : { memberId: memberId(id, memberNo) };
  switch (kind) {
    case "withdrawal":
      return { code: account.specialSavings, ...whose };
    case "expense":
      return { code: expenseAccount(purpose ?? "") };
    case "loan":
      return { code: account.loans, ...whose, ...(contractNo === null ? {} : { contractNo }) };
    case "bankDeposit":
      return { code: account.bank };
    case "bankWithdrawal":
      return { code: account.cash };
    case "suspense":
      return { code: account.suspense, itemNo };
  }
}

/**
 * Who may neither ask for a payment nor be its second officer: whose money it is, her spouse, the guardian who opens her passbook, and who signs for
 * an occupational group.
 */
export function partiesTo(
  member: Pick<Member, "id" | "groupId" | "spouseNo" | "guardianNo" | "signatoryNos"> | null,
): MemberId[] {
  if (!member) return [];
  const { id, groupId, guardianNo, signatoryNos } = member;
  const others = [...(guardianNo === null ? [] : [guardianNo]), ...signatoryNos];
  return [id, ...spouseOf(member), ...others.map((no) => memberId(groupId, no))];
}

/** The contract that the payout of a loan begins, as far as the officers' words tell it. */
export function contractOf(group: Pick<Group, "id">, member: Member, payment: Payment, on: LocalDate): LoanContract {
  const contractNo = payment.contractNo ?? "";
  return {
    id: contractId(group.id, contractNo),
    groupId: group.id,
    contractNo,
    memberId: member.id,
    product: payment.purpose ?? "",
    disbursedOn: on,
    principal: payment.amount,
    instalments: null,
    paidThrough: null,
    yearlyRatePercent: "",
    method: "",
    guarantorNos: [],
  };
}
