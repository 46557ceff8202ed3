import { isLocalDate } from "../domain/dates";
import type { DomainError, ErrorCode, ErrorValues } from "../domain/errors";
import { committees, positions } from "../domain/groups/offices";
import { account, isAccountCode } from "../domain/ledger/accounts";
import { requestStates } from "../domain/loans/requests/request";
import { memberStatuses } from "../domain/members/member";
import { satang } from "../domain/money";
import type { DepositPurpose } from "../domain/savings/deposit";
import { cut } from "./labels";
import { purposeText } from "./rows";
import { sheetOff } from "./sheet";
import type { Speak } from "./speak";

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
  until: (say, value: string) => dayText(say, value),
  state: (say, value: string) => wordOf(requestStates, value, (state) => say.t(`payouts.states.${state}`)),
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
  toLend: (say, value: number) => say.money(satang(value)),
  asked: (say, value: number) => say.money(satang(value)),
  off: (say, value: number) => sheetOff(say, satang(value)),
  owed: (say, value: number) => say.money(satang(value)),
  payOff: (say, value: number) => say.money(satang(value)),
  interest: (say, value: number) => say.money(satang(value)),
  fine: (say, value: number) => say.money(satang(value)),
  account: (say, value: string) => (isAccountCode(value) ? say.t(`accounts.${value}`) : value),
  office: (say, value: string | null) => officeText(say, value),
  product: (say, value: ErrorValues["loan.not-offered"]["product"]) => say.t(`loanRequests.products.${value}`),
  fact: (say, value: ErrorValues["loan.not-eligible"]["fact"]) => say.t(`loanRequests.waysOut.${value}`),
  bar: (say, value: ErrorValues["guarantor.unable"]["bar"]) => say.t(`errors.bars.${value}`),
  positions: (say, value: readonly string[]) =>
    value.map((one) => positionText(say, one)).reduce((one, other) => say.t("errors.or", { one, other })),
  status: (say, value: string) => wordOf(memberStatuses, value, (status) => say.t(`errors.memberStatus.${status}`)),
  why: (say, value: ErrorValues["card.outdated"]["why"]) => say.t(`errors.outdated.${value}`),
  hint: (say, value: string) => wordOf(formatHints, value, (hint) => say.t(`errors.hints.${hint}`)),
  text: (_say, value: string) => cut(value.replaceAll(/\s+/g, " "), 40),
  query: (_say, value: string) => cut(value.replaceAll(/\s+/g, " "), 40),
};

/** The values of a refusal as its texts say them. */
export function refusalValues(
  say: Speak,
  { code, values }: Pick<DomainError, "code" | "values">,
): Record<string, string | number> {
  const told = Object.entries(values).map(([name, value]: [string, string | number | readonly string[]]) => {
    // A limit is money or a count, by the code that names it.
    if (code.startsWith("amount.") && name === "limit") return [name, say.money(satang(Number(value)))];
    return [name, formats[name]?.(say, value as never) ?? value];
  });
  const held = code === "ledger.insufficient-funds" ? { held: heldText(say, values) } : {};
  const room = code === "guarantor.no-room" ? { room: roomText(say, values as ErrorValues["guarantor.no-room"]) } : {};
  return { ...(Object.fromEntries(told) as Record<string, string | number>), ...held, ...room };
}

/** Which limit on guarantees would be broken, with its number. */
function roomText(say: Speak, { bound, has, limit }: ErrorValues["guarantor.no-room"]): string {
  const told = (value: number): string | number => (bound === "sum" ? say.money(satang(value)) : value);
  return say.t(`errors.room.${bound}`, { has: told(has), limit: told(limit) });
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
