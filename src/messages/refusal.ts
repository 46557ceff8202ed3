import template from "../../flex-messages/help/refusal.json";
import type { DomainError, ErrorCode } from "../domain/errors";
import { buttons, postback, quickSaying, type CommandName } from "./actions";
import { card, privateAlt } from "./card";
import { callButtons, withContacts } from "./contacts";
import { refusalValues } from "./refusal-values";
import type { Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** What was refused. */
export interface RefusalView {
  error: Pick<DomainError, "code" | "values">;
  /** The group of the matter, where there is one. */
  group: GroupName | null;
  /** Buttons of the way out: postback data with its label; at most three. */
  ways?: { label: string; data: string }[];
  /** Whom to telephone, where it is about one's own access. */
  contacts?: Contact[];
}

/** So many contacts stand on a refusal: with its three lines, two buttons and the longest names, one screen. */
const maxContacts = 3;

/** A refusal in three lines: what cannot be done, which rule, the way out. */
export const refusal = card<RefusalView>({
  name: "help/refusal",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { error, group, ways = [], contacts = [] }) => {
    const { what, rule, wayOut } = refusalLines(say, error);
    const shown = contacts.slice(0, maxContacts);
    return {
      group: group && say.group(group),
      what,
      rule,
      wayOut: withContacts(say, wayOut, shown),
      buttons: buttons(null, ...ways.map(({ label, data }) => postback(data, label)), ...callButtons(say, shown, 2)),
    };
  },
  quickReplies: (say, { error }) =>
    [...commandsAfter[error.code], "talk" as const].map((command) => quickSaying(say, command)),
});

/** A refusal's three lines: what cannot be done, which rule, the way out. */
export function refusalLines(say: Speak, error: RefusalView["error"]): { what: string; rule: string; wayOut: string } {
  const values = refusalValues(say, error);
  return {
    what: say.t(`errors.${error.code}.what`, values),
    rule: say.t(`errors.${error.code}.rule`, values),
    wayOut: say.t(`errors.${error.code}.wayOut`, values),
  };
}

/** What helps after a refusal; talking to a person always does. */
const commandsAfter: Record<ErrorCode, readonly CommandName[]> = {
  "person.unknown": ["help"],
  "person.no-consent": ["consent"],
  "person.locked": [],
  "member.closed": [],
  "member.not-found": ["help"],
  "member.not-active": [],
  "member.waiting": [],
  "admission.own": [],
  "admission.already": [],
  "admission.not-waiting": [],
  "role.missing": ["help"],
  "role.too-new": [],
  "role.read-only": ["help"],
  "practice.none": ["help"],
  "practice.not-here": ["practiceEnd"],
  "practice.real-card": ["practiceEnd"],
  "practice.over": ["help"],
  "parallel.none": [],
  "parallel.already": [],
  "parallel.equal": [],
  "parallel.not-noted": [],
  "parallel.too-early": ["nextDay"],
  "parallel.differences": [],
  "second-person.same": [],
  "second-person.missing": [],
  "day.not-open": ["openDay", "nextDay"],
  "day.left-open": ["closeDay"],
  "day.already-open": ["closeDay"],
  "day.already-closed": ["openDay", "nextDay"],
  "count.blind": [],
  "count.begun-often": [],
  "count.others": [],
  "card.outdated": ["help"],
  "card.foreign": ["balance", "help"],
  "card.unknown": ["balance", "help"],
  "card.dropped": ["help"],
  "card.confirmed": ["help"],
  "card.recorded": ["help"],
  "amount.unreadable": ["help"],
  "amount.not-positive": ["help"],
  "amount.too-large": ["help"],
  "purpose.not-taken": [],
  "batch.twice": [],
  "batch.already": [],
  "batch.nothing-due": [],
  "member.ambiguous": [],
  "pledge.too-far-ahead": [],
  "pledge.not-allowed": ["rules"],
  "pledge.same": [],
  "pledge.own": [],
  "payment.own": [],
  "payment.own-payee": [],
  "set-off.which": [],
  "set-off.too-little": [],
  "payout.unknown": [],
  "payout.not-approved": [],
  "payout.over": [],
  "payout.unsigned": [],
  "payout.guarantors": [],
  "payout.to-borrower": [],
  "payout.old-unknown": [],
  "payout.nothing-left": [],
  "payout.reverse-first": [],
  "withdrawal.nothing": ["balance", "nextDay"],
  "withdrawal.pledge": ["rules"],
  "withdrawal.too-much": ["balance"],
  "withdrawal.open": [],
  "withdrawal.nobody": ["nextDay"],
  "calendar.day-passed": ["nextDay"],
  "calendar.held": ["nextDay"],
  "case.nobody": [],
  "transfer.own": [],
  "transfer.nobody": ["nextDay"],
  "transfer.no-promptpay": ["transfer"],
  "difference.other-way": [],
  "difference.too-much": [],
  "sheet.day": [],
  "sheet.not-sealed": [],
  "sheet.sealed": [],
  "sheet.unbalanced": ["closeDay"],
  "suspense.gone": [],
  "suspense.too-much": [],
  "sitting.nothing": [],
  "sitting.no-row": [],
  "sitting.too-much": [],
  "sitting.no-money": [],
  "sitting.not-entered": [],
  "ballot.conflict": [],
  "ballot.no-seat": [],
  "loan.contract-exists": [],
  "loan.no-contract": [],
  "loan.more-than-owed": [],
  "loan.more-than-pay-off": [],
  "loan.more-than-asked": [],
  "loan.closes-short": [],
  "loan.nothing-owed": [],
  "ledger.insufficient-funds": [],
  "entry.not-found": ["receipts", "entries"],
  "entry.already-reversed": ["entries"],
  "entry.not-reversible": ["entries"],
  "link.code-expired": ["nextDay"],
  "link.code-used": ["nextDay"],
  "link.locked": [],
  "link.already-own": ["balance", "unlink"],
  "link.burned": [],
  "link.recorder-today": [],
  "link.other-line": [],
  "helper.self": [],
  "helper.recorder": [],
  "helper.unlinked": ["nextDay"],
  "helper.already": ["privacy"],
  "helper.none": ["privacy"],
  "helper.not-helping": ["privacy"],
  "rules.no-clause": ["rules"],
  "rules.on-paper": [],
  "rules.day-passed": ["rules"],
  "paper.nothing-waits": [],
  "paper.not-second": [],
  "payment-details.waiting": [],
  "payment-details.none": [],
  "payment-details.unreadable": [],
  "payment-details.masked": [],
  "payment-details.too-long": [],
  "office-cash.already": [],
  "office-cash.none": [],
  "office.which": [],
  "office.taken": [],
  "office.already": [],
  "office.not-held": [],
  "office.audit-clash": [],
  "office.not-a-person": [],
  "office.own": [],
  "office.treasurer-ends": [],
  "hand-over.none": [],
  "lock.unknown": [],
  "chat.private-only": [],
  "chat.code-wrong": [],
  "text.too-long": ["help"],
  "text.too-old": ["help"],
  "format.unreadable": ["help"],
  "photo.too-large": [],
  "photo.too-many-pixels": [],
  "photo.not-an-image": [],
  "photo.unsupported": [],
  "photo.mislabelled": [],
  "photo.broken": [],
  "photo.too-slow": [],
  "photo.busy": [],
  "photo.not-delivered": [],
  "photo.not-ready": [],
  "photo.no-room": [],
  "photo.not-yours": [],
  "photo.destroyed": [],
  "page.not-signed-in": [],
  "page.expired": [],
  "page.line-away": [],
  "page.too-fast": [],
  "page.outdated": [],
};
