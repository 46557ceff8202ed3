import type { LoanProduct } from "./loans/loan-rules";
import type { EligibilityFact } from "./loans/requests/eligibility";
import type { GuaranteeLimit, GuarantorBar } from "./loans/requests/guarantors";
import type { DepositPurpose } from "./savings/deposit";

/** What a card that is confirmed already did, where that is no money. */
export type ConfirmedDeed =
  | "day-opened"
  | "day-closed"
  | "unlinked"
  | "reversal-asked"
  | "payment-asked"
  | "helper-asked"
  | "helper-ended"
  | "rules-asked"
  | "officers-asked"
  | "payment-details-asked"
  | "payment-details-stopped"
  | "office-cash-asked"
  | "office-cash-closed"
  | "hand-over-signed"
  | "member-admitted"
  | "withdrawal-asked"
  | "transfer-told"
  | "settlement-asked"
  | "difference-asked"
  | "case-told"
  | "day-moved"
  | "pledge-wished"
  | "pledge-asked"
  | "list-recorded"
  | "paper-named"
  | "paper-confirmed"
  | "turn-asked"
  | "case-answered"
  | "practice-begun"
  | "loan-asked"
  | "other";

/**
 * Every refusal a person can meet: a stable code and the values that its text needs. Texts are in the locales under
 * `errors.<code>`; `bot/present-error.ts` and `web/error-handler.ts` map each code, so a new one will not compile until they do.
 */
export interface ErrorValues {
  "person.unknown": Record<string, never>;
  "person.no-consent": Record<string, never>;
  "person.locked": { groupName: string };
  "member.closed": { memberNo: string };
  "member.not-found": { query: string; groupName: string };
  "member.not-active": { memberNo: string; status: string };
  "member.waiting": { memberNo: string; lacks: "resolution" | "fee" | "both"; feeOwed: number; clause: string };
  "admission.own": { memberNo: string };
  "admission.already": { memberNo: string; resolution: string };
  "admission.not-waiting": { memberNo: string; status: string };
  "role.missing": { positions: readonly string[]; groupName: string };
  "role.too-new": { decidesFrom: string };
  "role.read-only": Record<string, never>;
  "practice.none": { groupName: string };
  "practice.not-here": Record<string, never>;
  "practice.real-card": Record<string, never>;
  "practice.over": Record<string, never>;
  "parallel.none": { groupName: string };
  "parallel.already": { groupName: string };
  "parallel.equal": { memberNo: string; sum: number };
  "parallel.not-noted": { memberNo: string };
  "parallel.too-early": { closed: number; closings: number };
  "parallel.differences": { count: number; memberNos: string };
  "second-person.same": Record<string, never>;
  "second-person.missing": { groupName: string };
  "day.not-open": { groupName: string; nextOn: string };
  "day.left-open": { groupName: string; on: string };
  "day.already-open": { groupName: string; on: string };
  "day.already-closed": { groupName: string; closedAt: string; by: string };
  "count.blind": Record<string, never>;
  "count.others": { first: string; second: string };
  "count.begun-often": { limit: number };
  "card.outdated": { why: "day-closed" | "replaced" | "changed" | "expired" | "officer-left" | "withdrawn" | "rules" };
  "card.foreign": Record<string, never>;
  "card.unknown": Record<string, never>;
  "card.dropped": { at: string };
  "card.confirmed": { at: string; deed: ConfirmedDeed };
  "card.recorded": { at: string; receipt: string };
  "amount.unreadable": { text: string };
  "amount.not-positive": { limit: number };
  "amount.too-large": { limit: number };
  "purpose.not-taken": { purpose: DepositPurpose; clause: string };
  "batch.twice": { memberNo: string };
  "batch.already": { memberNo: string; receipt: string };
  "batch.nothing-due": { memberNo: string };
  "member.ambiguous": { query: string };
  "pledge.too-far-ahead": { months: number; clause: string };
  "pledge.not-allowed": { minimum: number; maximum: number | null; step: number; clause: string };
  "pledge.same": { memberNo: string };
  "pledge.own": { memberNo: string };
  "payment.own": { memberNo: string };
  "payment.own-payee": { payee: string };
  "set-off.which": { contracts: string };
  "set-off.too-little": { contractNo: string; owed: number; held: number };
  "resolution.other": { resolution: string };
  "loan-change.unknown": { contractNo: string };
  "loan-change.nothing-owed": { contractNo: string };
  "loan-change.months": { mostMonths: number };
  "loan-change.no-terms": { contractNo: string };
  "loan-change.rate": { rate: string };
  "loan-change.not-guarantor": { memberNo: string; contractNo: string };
  "loan-change.too-much": { sum: number };
  "loan-change.renewing": { contractNo: string; requestNo: string };
  "loan-change.reverse-first": { contractNo: string; receipt: string };
  "payout.unknown": { requestNo: string; groupName: string };
  "payout.not-approved": { requestNo: string; state: string };
  "payout.over": { requestNo: string; until: string };
  "payout.unsigned": { requestNo: string };
  "payout.guarantors": { requestNo: string; needed: number; standing: number; left: string };
  "payout.to-borrower": { memberNo: string };
  "payout.old-unknown": { requestNo: string; contractNo: string };
  "payout.nothing-left": { requestNo: string };
  "payout.reverse-first": { contractNo: string; receipts: string };
  "withdrawal.nothing": Record<string, never>;
  "withdrawal.pledge": Record<string, never>;
  "withdrawal.too-much": { held: number };
  "withdrawal.open": { sum: number; at: string };
  "withdrawal.nobody": { groupName: string };
  "calendar.day-passed": { on: string };
  "calendar.held": Record<string, never>;
  "case.nobody": { groupName: string };
  "transfer.own": { memberNo: string };
  "transfer.nobody": { groupName: string };
  "transfer.no-promptpay": { groupName: string };
  "difference.other-way": { account: string };
  "difference.too-much": { account: string; held: number };
  "sheet.day": { on: string };
  "sheet.not-sealed": Record<string, never>;
  "sheet.sealed": { sealed: number };
  "sheet.unbalanced": { off: number };
  "suspense.gone": Record<string, never>;
  "suspense.too-much": { held: number };
  "sitting.nothing": { groupName: string };
  "sitting.no-row": { requestNo: string };
  "sitting.too-much": { requestNo: string; asked: number };
  "sitting.no-money": { toLend: number };
  "sitting.not-entered": { rows: number };
  /** Numbers of the requests that changed: "ก3/2569, ก5/2569". */
  "sitting.stale": { requests: string };
  "sitting.other-list": Record<string, never>;
  "ballot.conflict": { conflict: string };
  "ballot.no-seat": Record<string, never>;
  "loan.contract-exists": { contractNo: string };
  "loan.no-contract": { memberNo: string };
  "loan.more-than-owed": { contractNo: string; owed: number };
  "loan.more-than-pay-off": { contractNo: string; payOff: number };
  "loan.interest-first": { contractNo: string; interest: number; fine: number };
  "loan.more-than-asked": { contractNo: string; interest: number; fine: number };
  "loan.closes-short": { contractNo: string; payOff: number };
  "loan.nothing-owed": { contractNo: string };
  "loan.not-own": { memberNo: string };
  "loan.not-offered": { product: LoanProduct; clause: string };
  "loan.not-eligible": { fact: EligibilityFact; clause: string };
  "guarantor.unable": { memberNo: string; bar: GuarantorBar; clause: string };
  "guarantor.enough": { needed: number };
  "guarantor.no-room": { clause: string } & GuaranteeLimit;
  "ledger.insufficient-funds": { account: string; balance: number };
  "entry.not-found": { receipt: string };
  "entry.already-reversed": { receipt: string; reversedAt: string; by: string };
  "entry.not-reversible": { receipt: string };
  "link.code-expired": { groupName: string };
  "link.code-used": { groupName: string };
  "link.locked": { groupName: string; contact: string };
  "link.already-own": { groupName: string; memberNo: string };
  "link.burned": Record<string, never>;
  "link.recorder-today": { groupName: string };
  "link.other-line": { query: string; groupName: string };
  "helper.self": { memberNo: string };
  "helper.recorder": { helperNo: string; groupName: string };
  "helper.unlinked": { helperNo: string };
  "helper.already": { memberNo: string; helperNo: string };
  "helper.none": { memberNo: string };
  "helper.not-helping": Record<string, never>;
  "rules.no-clause": { no: string; groupName: string };
  "rules.on-paper": { groupName: string };
  "rules.day-passed": { on: string };
  "paper.nothing-waits": Record<string, never>;
  "paper.not-second": { memberNo: string };
  "payment-details.waiting": { groupName: string };
  "payment-details.none": { groupName: string };
  "payment-details.unreadable": Record<string, never>;
  "payment-details.masked": Record<string, never>;
  "payment-details.too-long": { most: number };
  "office-cash.already": { groupName: string };
  "office-cash.none": { groupName: string };
  "office.which": Record<string, never>;
  "office.taken": { office: string };
  "office.already": { memberNo: string; office: string };
  "office.not-held": { memberNo: string; office: string | null };
  "office.audit-clash": { memberNo: string };
  "office.not-a-person": { memberNo: string };
  "office.own": { groupName: string };
  "office.treasurer-ends": Record<string, never>;
  "hand-over.none": { groupName: string };
  "lock.unknown": { lockNo: string };
  "chat.private-only": Record<string, never>;
  "chat.code-wrong": Record<string, never>;
  "text.too-long": { limit: number };
  "text.too-old": { text: string };
  "format.unreadable": { hint: string };
  "photo.too-large": { megabytes: number };
  "photo.too-many-pixels": { megapixels: number };
  "photo.not-an-image": Record<string, never>;
  "photo.unsupported": Record<string, never>;
  "photo.mislabelled": Record<string, never>;
  "photo.broken": Record<string, never>;
  "photo.too-slow": Record<string, never>;
  "photo.busy": Record<string, never>;
  "photo.not-delivered": Record<string, never>;
  "photo.not-ready": Record<string, never>;
  "photo.no-room": Record<string, never>;
  "photo.not-yours": Record<string, never>;
  "photo.destroyed": { at: string };
  "page.not-signed-in": Record<string, never>;
  "page.expired": Record<string, never>;
  "page.line-away": Record<string, never>;
  "page.too-fast": Record<string, never>;
  "page.outdated": Record<string, never>;
}

export type ErrorCode = keyof ErrorValues;

/** A refusal: the person asked for something that is not allowed. It carries no text and no HTTP number. */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly values: ErrorValues[C],
  ) {
    super(code);
    this.name = "DomainError";
  }
}
