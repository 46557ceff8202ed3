import template from "../../flex-messages/help/refusal.json";
import { account, isAccountCode } from "../domain/ledger/accounts";
import { isLocalDate } from "../domain/dates";
import { memberStatuses } from "../domain/members/member";
import { committees, positions } from "../domain/groups/offices";
import { satang } from "../domain/money";
import type { DepositPurpose } from "../domain/savings/deposit";
import type { DomainError, ErrorCode, ErrorValues } from "../domain/errors";
import { buttons, postback, quickSaying, type CommandName } from "./actions";
import { card, privateAlt } from "./card";
import { callButtons, withContacts } from "./contacts";
import { cut } from "./labels";
import { purposeText } from "./rows";
import { sheetOff } from "./sheet";
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
  const values = valuesOf(say, error);
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
  "loan.contract-exists": [],
  "loan.no-contract": [],
  "loan.more-than-owed": [],
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

/** The ways of writing that `format.unreadable` can hint at; any other hint stands as it is. */
export const formatHints = [
  "deposit",
  "reversal",
  "receiptCheck",
  "linkCode",
  "unlock",
  "chatCode",
  "date",
  "payment",
  "admission",
  "withdrawal",
  "transfer",
  "incoming",
  "suspense",
  "pledge",
] as const;

type Format = (say: Speak, value: never) => string;

/** How each value of a refusal is told; a value that is not here stands as it is. */
const formats: Record<string, Format> = {
  groupName: (say, value: string) => value || say.t("errors.theGroup"),
  nextOn: (say, value: string) => dayText(say, value),
  on: (say, value: string) => dayText(say, value),
  decidesFrom: (say, value: string) => say.instant(new Date(value)),
  reversedAt: (say, value: string) => say.instant(new Date(value)),
  closedAt: (say, value: string) => say.instant(new Date(value)),
  deed: (say, value: ErrorValues["card.confirmed"]["deed"]) => say.t(`errors.confirmed.${value}`),
  at: (say, value: string) => say.instant(new Date(value)),
  balance: (say, value: number) => say.money(satang(value)),
  purpose: (say, value: DepositPurpose) => purposeText(say, { name: { th: "" } }, { purpose: value }),
  lacks: (say, value: ErrorValues["member.waiting"]["lacks"]) => say.t(`errors.lacks.${value}`),
  minimum: (say, value: number) => say.money(satang(value)),
  maximum: (say, value: number | null) => (value === null ? say.t("errors.noLimit") : say.money(satang(value))),
  step: (say, value: number) => say.money(satang(value)),
  held: (say, value: number) => say.money(satang(value)),
  sum: (say, value: number) => say.money(satang(value)),
  feeOwed: (say, value: number) => (value === 0 ? say.t("errors.nothing") : say.money(satang(value))),
  sealed: (say, value: number) => say.money(satang(value)),
  off: (say, value: number) => sheetOff(say, satang(value)),
  owed: (say, value: number) => say.money(satang(value)),
  account: (say, value: string) => (isAccountCode(value) ? say.t(`accounts.${value}`) : value),
  office: (say, value: string | null) => officeText(say, value),
  positions: (say, value: readonly string[]) =>
    value.map((one) => positionText(say, one)).reduce((one, other) => say.t("errors.or", { one, other })),
  status: (say, value: string) => wordOf(memberStatuses, value, (status) => say.t(`errors.memberStatus.${status}`)),
  why: (say, value: ErrorValues["card.outdated"]["why"]) => say.t(`errors.outdated.${value}`),
  hint: (say, value: string) => wordOf(formatHints, value, (hint) => say.t(`errors.hints.${hint}`)),
  text: (_say, value: string) => cut(value.replaceAll(/\s+/g, " "), 40),
  query: (_say, value: string) => cut(value.replaceAll(/\s+/g, " "), 40),
};

function valuesOf(say: Speak, { code, values }: RefusalView["error"]): Record<string, string | number> {
  const told = Object.entries(values).map(([name, value]: [string, string | number | readonly string[]]) => {
    // A limit is money or a count, by the code that names it.
    if (code.startsWith("amount.") && name === "limit") return [name, say.money(satang(Number(value)))];
    return [name, formats[name]?.(say, value as never) ?? value];
  });
  const held = code === "ledger.insufficient-funds" ? { held: heldText(say, values) } : {};
  return { ...(Object.fromEntries(told) as Record<string, string | number>), ...held };
}

/** What stands in an account that has too little; of the box and the bank nobody is told, since two people count them without knowing. */
function heldText(say: Speak, values: ErrorValues[ErrorCode]): string {
  const { account: code = "", balance = 0 } = values as Partial<ErrorValues["ledger.insufficient-funds"]>;
  const isCounted = code === account.cash || code === account.bank;
  return isCounted ? "" : `${say.t("counting.held", { balance: say.money(satang(balance)) })} `;
}

function officeText(say: Speak, seat: string | null): string {
  const [inCommittee = "", held = ""] = (seat ?? "").split(".");
  const committee = committees.find((one) => one === inCommittee);
  const position = positions.find((one) => one === held);
  return committee && position ? say.position(position, committee) : say.t("errors.someOffice");
}

/** A position of the executive committee, or of the one that is named before it. */
function positionText(say: Speak, held: string): string {
  return held.includes(".")
    ? officeText(say, held)
    : wordOf(positions, held, (position) => say.position(position, "executive"));
}

function dayText(say: Speak, value: string): string {
  return isLocalDate(value) ? say.day(value) : value;
}

function wordOf<Word extends string>(words: readonly Word[], value: string, say: (word: Word) => string): string {
  const word = words.find((candidate) => candidate === value);
  return word === undefined ? value : say(word);
}
