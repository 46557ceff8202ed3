import type { ErrorCode, ErrorValues } from "../../src/domain/errors";
import type { RefusalView } from "../../src/messages/refusal";
import { groupContacts, longest, usual, type SampleValues, type Samples } from "../values.sample";

/** Refusals about pictures and pages. */
const pictureErrors = (at: string) => ({
  "photo.too-large": { megabytes: 20 },
  "photo.too-many-pixels": { megapixels: 25 },
  "photo.not-an-image": {},
  "photo.unsupported": {},
  "photo.mislabelled": {},
  "photo.broken": {},
  "photo.too-slow": {},
  "photo.busy": {},
  "photo.not-delivered": {},
  "photo.not-ready": {},
  "photo.no-room": {},
  "photo.not-yours": {},
  "photo.destroyed": { at },
  "page.not-signed-in": {},
  "page.expired": {},
  "page.line-away": {},
  "page.too-fast": {},
  "page.outdated": {},
});

/** Values of the desk's refusals. */
const deskErrors = (values: SampleValues) => ({
  "purpose.not-taken": { purpose: "special" as const, clause: "2.1" },
  "batch.twice": { memberNo: values.member.memberNo },
  "batch.already": { memberNo: values.member.memberNo, receipt: values.receipt },
  "batch.nothing-due": { memberNo: values.member.memberNo },
  "member.ambiguous": { query: values.member.name },
  "pledge.too-far-ahead": { months: 12, clause: "1" },
  "pledge.not-allowed": { minimum: 10_00, maximum: null, step: 10_00, clause: "2.1" },
  "pledge.same": { memberNo: values.member.memberNo },
  "pledge.own": { memberNo: values.member.memberNo },
  "payment.own": { memberNo: values.member.memberNo },
  "payment.own-payee": { payee: "ร้านป้าแดงหน้าวัดคลองแห ตรงข้ามศาลาประชาธิปไตย".slice(0, values === usual ? 10 : 60) },
  "payout.unknown": { requestNo: "ก12/2569", groupName: values.group.name.th },
  "payout.not-approved": { requestNo: "ก12/2569", state: "released" },
  "payout.over": { requestNo: "ก12/2569", until: "2026-12-31" },
  "payout.unsigned": { requestNo: "ก12/2569" },
  "payout.guarantors": { requestNo: "ก12/2569", needed: 2, standing: 0, left: values.member.name },
  "payout.to-borrower": { memberNo: values.member.memberNo },
  "payout.old-unknown": { requestNo: "ก12/2569", contractNo: "15/2567" },
  "payout.nothing-left": { requestNo: "ก12/2569" },
  "payout.reverse-first": { contractNo: "ก12/2569", receipts: "69/0123, 69/0124, 69/0125" },
  "withdrawal.nothing": {},
  "withdrawal.pledge": {},
  "withdrawal.too-much": { held: values.balance },
  "withdrawal.open": { sum: values.small, at: values.at.toISOString() },
  "withdrawal.nobody": { groupName: values.group.name.th },
  "calendar.day-passed": { on: values.on },
  "calendar.held": {},
  "case.nobody": { groupName: values.group.name.th },
  "transfer.own": { memberNo: values.member.memberNo },
  "transfer.nobody": { groupName: values.group.name.th },
  "transfer.no-promptpay": { groupName: values.group.name.th },
  "difference.other-way": { account: "3960" },
  "difference.too-much": { account: "3960", held: values.small },
  "sheet.day": { on: values.on },
  "sheet.not-sealed": {},
  "sheet.sealed": { sealed: values.balance },
  "sheet.unbalanced": { off: values.amount },
  "suspense.gone": {},
  "suspense.too-much": { held: values.small },
  "loan.contract-exists": { contractNo: "15/2568" },
  "loan.no-contract": { memberNo: values.member.memberNo },
  "loan.more-than-owed": { contractNo: "15/2568", owed: values.balance },
});

/** Refusals of a group that begins: of its practice day, and of the months beside paper. */
const beginnerErrors = ({ group, member, small }: SampleValues) => ({
  "practice.none": { groupName: group.name.th },
  "practice.not-here": {},
  "practice.real-card": {},
  "practice.over": {},
  "parallel.none": { groupName: group.name.th },
  "parallel.already": { groupName: group.name.th },
  "parallel.equal": { memberNo: member.memberNo, sum: small },
  "parallel.not-noted": { memberNo: member.memberNo },
  "parallel.too-early": { closed: 2, closings: 12 },
  "parallel.differences": { count: 99, memberNos: Array.from({ length: 5 }, () => member.memberNo).join(", ") },
});

const officeErrors = (values: SampleValues) => {
  const { memberNo } = values.member;
  const group = { groupName: values.group.name.th };
  return {
    "paper.nothing-waits": {},
    "paper.not-second": { memberNo },
    "payment-details.waiting": group,
    "payment-details.none": group,
    "payment-details.unreadable": {},
    "payment-details.masked": {},
    "payment-details.too-long": { most: 60 },
    "office-cash.already": group,
    "office-cash.none": group,
    "office.which": {},
    "office.taken": { office: "audit.vice-chair" },
    "office.already": { memberNo, office: "audit.vice-chair" },
    "office.not-held": { memberNo, office: "audit.vice-chair" },
    "office.audit-clash": { memberNo },
    "office.not-a-person": { memberNo },
    "office.own": group,
    "office.treasurer-ends": {},
    "hand-over.none": group,
  };
};

const errorsOf = (values: SampleValues): { [Code in ErrorCode]: ErrorValues[Code] } => {
  const group = { groupName: values.group.name.th };
  const receipt = { receipt: values.receipt };
  const at = values.at.toISOString();
  return {
    ...deskErrors(values),
    "person.unknown": {},
    "person.no-consent": {},
    "person.locked": group,
    "member.closed": { memberNo: values.member.memberNo },
    "member.not-found": { query: values.member.name, ...group },
    "member.not-active": { memberNo: values.member.memberNo, status: "pending" },
    "member.waiting": { memberNo: values.member.memberNo, lacks: "both", feeOwed: values.small, clause: "2.1" },
    "admission.own": { memberNo: values.member.memberNo },
    "admission.already": { memberNo: values.member.memberNo, resolution: "12/2569" },
    "admission.not-waiting": { memberNo: values.member.memberNo, status: "active" },
    "role.missing": { positions: ["treasurer", "secretary"], ...group },
    "role.too-new": { decidesFrom: at },
    "role.read-only": {},
    ...beginnerErrors(values),
    "second-person.same": {},
    "second-person.missing": group,
    "day.not-open": { ...group, nextOn: values.on },
    "day.left-open": { ...group, on: values.on },
    "day.already-open": { ...group, on: values.on },
    "day.already-closed": { ...group, closedAt: at, by: values.treasurer.name },
    "count.blind": {},
    "count.begun-often": { limit: 4 },
    "count.others": { first: longest.treasurer.name, second: longest.secretary.name },
    "card.outdated": { why: "day-closed" },
    "card.foreign": {},
    "card.unknown": {},
    "card.dropped": { at },
    "card.confirmed": { at, deed: "helper-asked" },
    "card.recorded": { at, ...receipt },
    "amount.unreadable": { text: values.reason },
    "amount.not-positive": { limit: values.balance },
    "amount.too-large": { limit: values.balance },
    "ledger.insufficient-funds": { account: "1100", balance: values.balance },
    "entry.not-found": receipt,
    "entry.already-reversed": { ...receipt, reversedAt: at, by: values.treasurer.name },
    "entry.not-reversible": receipt,
    "link.code-expired": group,
    "link.code-used": group,
    "link.locked": { ...group, contact: values.secretary.name },
    "link.already-own": { ...group, memberNo: values.member.memberNo },
    "link.burned": {},
    "link.recorder-today": group,
    "link.other-line": { query: values.member.name, ...group },
    "helper.self": { memberNo: values.member.memberNo },
    "helper.recorder": { helperNo: values.member.memberNo, ...group },
    "helper.unlinked": { helperNo: values.member.memberNo },
    "helper.already": { memberNo: values.member.memberNo, helperNo: values.member.memberNo },
    "helper.none": { memberNo: values.member.memberNo },
    "helper.not-helping": {},
    "rules.no-clause": { no: "12.1", ...group },
    "rules.on-paper": group,
    "rules.day-passed": { on: values.on },
    ...officeErrors(values),
    "lock.unknown": { lockNo: "123456" },
    "chat.private-only": {},
    "chat.code-wrong": {},
    "text.too-long": { limit: 1000 },
    "text.too-old": { text: values.reason },
    "format.unreadable": { hint: "deposit" },
    ...pictureErrors(at),
  };
};

const views = (values: SampleValues, suffix: string): [string, RefusalView][] =>
  Object.entries(errorsOf(values)).map(([code, of]) => [
    `${code}${suffix}`,
    { error: { code: code as ErrorCode, values: of }, group: values.group },
  ]);

/** Example views: every code, with usual and with the longest values. */
export const refusalSamples: Samples<RefusalView> = {
  ...Object.fromEntries(views(usual, "")),
  ...Object.fromEntries(views(longest, ", longest")),
  "with contacts": {
    error: { code: "member.closed", values: { memberNo: "012" } },
    group: usual.group,
    contacts: usual.contacts,
  },
  "with the longest contacts": {
    error: { code: "person.locked", values: { groupName: longest.group.name.th } },
    group: longest.group,
    contacts: groupContacts(longest),
  },
  "without group": { error: { code: "person.locked", values: { groupName: "" } }, group: null },
};
