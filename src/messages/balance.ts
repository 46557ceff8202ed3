import type { messagingApi } from "@line/bot-sdk";
import balanceTemplate from "../../flex-messages/savings/balance.json";
import balancesTemplate from "../../flex-messages/savings/balances.json";
import type { LocalDate, YearMonth } from "../domain/dates";
import type { JournalEntry } from "../domain/ledger/chain";
import type { Member } from "../domain/members/member";
import type { PassbookVia } from "../domain/members/openers";
import { satang, type Satang } from "../domain/money";
import { paymentKindOf } from "../domain/payments/payment";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickPostback } from "./actions";
import { badge } from "./badges";
import { card, privateAlt } from "./card";
import { cut, graphemeCount } from "./labels";
import { heightOf, linesOf, moreButton, rowsThatFit, type More } from "./paging";
import { pledgeIn } from "../domain/savings/pledge";
import { purposeOf } from "../domain/savings/deposit";
import { shortRowsText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** What one passbook holds. */
export interface PassbookBalance {
  passbook: {
    member: MemberName & Pick<Member, "id" | "pledge" | "pledgeSteps">;
    group: GroupName;
    /** Why the phone opens it: hers where left out. */
    via?: PassbookVia;
  };
  pledgeSavings: Satang;
  specialSavings: Satang;
  /** Principal still owed on her contracts together. */
  loans: Satang;
  month: YearMonth;
  /** Satang to bring this month, what is behind among it, and for how many earlier months; zero once it is in. */
  due: Satang;
  behind: number;
  /** Whether the committee has not taken her in yet. */
  isWaiting: boolean;
  last: { entry: Pick<JournalEntry, "kind" | "effectiveOn" | "postings">; by: OfficerName | null } | null;
}

/** The balances of a phone's passbooks, in the order to show; never summed. */
export interface BalanceView {
  asOf: LocalDate;
  /** As many as `passbooksOnCard` says. */
  passbooks: PassbookBalance[];
  /** Postback data: the last entries, today's receipts. */
  entries: string;
  receipts: string;
  /** Postback data of [ยอดไม่ตรง]. */
  wrong: string;
  /** The way to the other passbooks; null where these are all. */
  more: More | null;
}

/** The balance of a phone: one passbook in full, several by nickname on one card. Throws an Error without any passbook. */
export function balance(reader: Reader, view: BalanceView): messagingApi.FlexMessage {
  const [one, second] = view.passbooks;
  if (!one) throw new Error("a balance needs a passbook");
  return second ? balances(reader, view) : oneBalance(reader, { ...view, balance: one });
}

type Asked = Pick<BalanceView, "asOf" | "entries" | "receipts" | "wrong">;

/** One passbook in full. */
export const oneBalance = card<Asked & { balance: PassbookBalance }>({
  name: "savings/balance",
  template: balanceTemplate,
  alt: (say, view) => privateAlt(say, view.balance.passbook.group),
  layout: (say, { balance: own, ...view }) => ({
    group: say.group(own.passbook.group),
    member: [...viaText(say, own), say.member(own.passbook.member)].join(" · "),
    savings: say.money(own.pledgeSavings),
    words: say.words(own.pledgeSavings),
    pledge: pledgeBadge(say, own),
    special: own.specialSavings === 0 ? null : say.money(own.specialSavings),
    loans: own.loans === 0 ? null : say.money(own.loans),
    last: lastEntry(say, own),
    // Beside a loan the card has no room for who recorded it.
    lastBy: own.loans === 0 && own.last?.by ? say.officer(own.last.by) : null,
    note: noteText(say, view.asOf, own.passbook.group),
    buttons: entryButtons(say, view, null),
  }),
  quickReplies: wrongReply,
});

/** Several passbooks of one phone: a block each, with the group named where there are several. */
export const balances = card<BalanceView>({
  name: "savings/balances",
  template: balancesTemplate,
  alt: (say, view) => privateAlt(say, commonGroup(view.passbooks.map(({ passbook }) => passbook.group))),
  layout: (say, view) => {
    const group = commonGroup(view.passbooks.map(({ passbook }) => passbook.group));
    return {
      group: group && say.group(group),
      passbooks: view.passbooks.map((own) => passbookRow(say, own, group === null)),
      note: noteText(say, view.asOf, group),
      buttons: entryButtons(say, view, view.more),
    };
  },
  quickReplies: wrongReply,
});

function noteText(say: Speak, asOf: LocalDate, group: GroupName | null): string {
  if (group?.besidePaper) return say.t("parallel.balanceNote", { asOf: say.shortDay(asOf) });
  return say.t("savings.balance.note", { asOf: say.day(asOf) });
}

function passbookRow(say: Speak, own: PassbookBalance, namesGroup: boolean) {
  const { member, group } = own.passbook;
  return {
    name: `${cut(say.nickname(member), 14, graphemeCount)} (${member.memberNo})`,
    group: [...viaText(say, own), ...(namesGroup ? [say.group(group)] : [])].join(" · ") || null,
    savings: say.money(own.pledgeSavings),
    state: stateLine(say, own),
  };
}

/** Those of the passbooks that one card has room for, from the first on; the others are behind its button. */
export function passbooksOnCard(reader: Reader, passbooks: readonly PassbookBalance[]): PassbookBalance[] {
  const say = speak(reader);
  const isOneGroup = commonGroup(passbooks.map(({ passbook }) => passbook.group)) !== null;
  return rowsThatFit(passbooks, {
    room: 380,
    button: heightOf.button,
    height(own) {
      const { name, group, state } = passbookRow(say, own, !isOneGroup);
      const small = (group === null ? 0 : 1) + (state === null ? 0 : linesOf(state.text, 40));
      return heightOf.gap + linesOf(name, 12) * heightOf.md + small * heightOf.xs;
    },
  });
}

/** Another's passbook says why it is here. */
function viaText(say: Speak, { passbook: { via = "own" } }: PassbookBalance): string[] {
  return via === "own" ? [] : [say.t(`savings.balances.via.${via}`)];
}

/** The group of all of them, or null where they are of several. */
export function commonGroup([first, ...others]: readonly GroupName[]): GroupName | null {
  return first && others.every((other) => other.name.th === first.name.th) ? first : null;
}

function pledgeBadge(
  say: Speak,
  own: PassbookBalance,
  length: "full" | "short" = "full",
): { text: string; colour: string } | null {
  const { due, behind, month } = own;
  const { member } = own.passbook;
  if (own.isWaiting) return badge(say, "waiting", "errors.memberStatus.pending");
  const pledge = pledgeIn(member, month);
  if (pledge === 0) return null;
  const values = { month: say.month(month), count: behind };
  if (due === 0) return badge(say, "done", `savings.pledgePaid.${length}`, { ...values, amount: say.money(pledge) });
  const key = behind > 0 ? "pledgeBehind" : "pledgeWaiting";
  return badge(say, "waiting", `savings.${key}.${length}`, { ...values, amount: say.money(due) });
}

/** Pledge and special savings of a passbook in one line, so that eight passbooks fit one screen. */
function stateLine(say: Speak, own: PassbookBalance): { text: string; colour: string } | null {
  const pledge = pledgeBadge(say, own, "short");
  const others = [
    ...(own.specialSavings === 0
      ? []
      : [say.t("savings.balances.special", { special: say.money(own.specialSavings) })]),
    ...(own.loans === 0 ? [] : [say.t("savings.balances.loans", { loans: say.money(own.loans) })]),
  ];
  if (others.length === 0) return pledge;
  const text = [...(pledge ? [pledge.text] : []), ...others].join(" · ");
  return { text, colour: pledge?.colour ?? "#5B6660" };
}

function lastEntry(say: Speak, { last, passbook }: PassbookBalance): string | null {
  if (!last) return null;
  const isPaid = paymentKindOf(last.entry.kind) !== null;
  const rows = last.entry.postings
    .filter((posting) => posting.memberId === passbook.member.id)
    // What was paid out is told as what it takes.
    .map(({ code, amount }) => ({ purpose: purposeOf(code), amount: isPaid ? satang(-amount) : amount }));
  const values = { on: say.day(last.entry.effectiveOn), sums: shortRowsText(say, passbook.group, rows) };
  if (last.entry.kind === "reversal") return say.t("savings.lastEntry.reversal", values);
  const isOpening = last.entry.kind.startsWith("opening.");
  return say.t(isOpening ? "savings.lastEntry.opening" : "savings.lastEntry.deposit", values);
}

/** [ยอดไม่ตรง]: goes to the auditors. */
function wrongReply(say: Speak, { wrong }: Pick<BalanceView, "wrong">): messagingApi.QuickReplyItem[] {
  return [quickPostback(wrong, say.t("cases.wrongBalance"))];
}

function entryButtons(say: Speak, view: Pick<BalanceView, "entries" | "receipts">, more: More | null) {
  return buttons(
    postback(view.entries, say.t("common.buttons.entries")),
    postback(view.receipts, say.t("common.buttons.receipts")),
    moreButton(say, "morePassbooks", more),
  );
}
