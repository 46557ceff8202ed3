import { z } from "zod";
import { getSeenPassbooks, requireSeenPassbook, type Passbook } from "../../app/people/actor";
import { getBalances } from "../../app/savings/balances";
import { getUnrecorded } from "../../app/closing/unrecorded";
import { getReceiptsOf, getStatement, type ReceiptPeriod, type StatementPeriod } from "../../app/savings/statements";
import { receiptKey } from "../../domain/savings/receipt-key";
import { addMonths, localDate, monthOf, type YearMonth } from "../../domain/dates";
import type { MemberId } from "../../domain/ids";
import { parseReceiptText } from "../../domain/ledger/receipt";
import { purposeOf } from "../../domain/savings/deposit";
import { wordedFor } from "../../app/rules/money-words";
import { memberName } from "../../domain/people";
import { balance, passbooksOnCard } from "../../messages/balance";
import { choosePeriod, entries, linesOnCard } from "../../messages/entries";
import { listRows } from "../../messages/paging";
import { dayOf, receiptsOnCard, receiptsToday } from "../../messages/receipts";
import { readPeriod } from "../../understanding/periods";
import { readReceiptPeriod } from "../../understanding/receipt-period";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askPassbook, moreOf } from "../pick";
import { showHelp } from "./help";
import { receiptAnswer } from "./papers";

/** ยอดเงิน: every passbook of the phone on one card, never summed. */
export const showBalance = textCommand({
  name: "savings.balance",
  question: true,
  handle: (chat) => balancesFrom(chat, 0),
});

/** [ดูอีก 4 สมุด] of a phone with more passbooks than a card has room for. */
export const showMoreBalances = postbackCommand({
  name: "savings.balance.more",
  once: false,
  input: z.object({ from: z.int() }),
  handle: (chat, { from }) => balancesFrom(chat, from),
});

async function balancesFrom(chat: Chat, from: number): Promise<Answer> {
  const all = await getSeenPassbooks(chat.tx, chat.actor);
  if (all.length === 0) return showHelp(chat);
  // Passbooks may have gone since the card was shown: then it begins again.
  const first = from < all.length ? from : 0;
  const balances = await getBalances(chat.tx, all.slice(first, first + listRows), chat.today);
  const passbooks = passbooksOnCard(chat.reader, balances);
  const view = {
    asOf: chat.today,
    passbooks,
    entries: chat.newAction(
      "savings.entries.show",
      passbooks.length === 1 ? { memberId: passbooks[0]?.passbook.member.id } : {},
    ),
    receipts: chat.newAction("savings.receipts.show", { from: 0 }),
    wrong: chat.newAction("case.ask", { about: "balance" }),
    more: moreOf(chat, "savings.balance.more", all.length, first + passbooks.length),
  };
  return { say: [balance(chat.reader, view)] };
}

/** รายการ, รายการเดือน ต.ค. 69: the last entries of a passbook, or those of a month or year. */
export const showEntries = textCommand({
  name: "savings.entries",
  question: true,
  handle: (chat, { text }) => entriesOrAsk(chat, readPeriod(text, chat.today)),
});

const monthPeriod = z.object({ kind: z.literal("month"), month: z.string().transform((text) => text as YearMonth) });
const yearPeriod = z.object({ kind: z.literal("year"), year: z.int() });
const period = z.discriminatedUnion("kind", [z.object({ kind: z.literal("latest") }), monthPeriod, yearPeriod]);

/** A page of entries: [ดูรายการ], [ดูเพิ่ม], a chosen passbook, month or year. */
export const showEntriesPage = postbackCommand({
  name: "savings.entries.show",
  once: false,
  input: z.object({
    memberId: z.string().optional(),
    period: period.optional(),
    before: z.int().nullable().optional(),
  }),
  handle: async (chat, { memberId, period: asked, before }) =>
    memberId === undefined
      ? entriesOrAsk(chat, asked ?? null)
      : entriesPage(
          chat,
          await requireSeenPassbook(chat.tx, chat.actor, memberId as MemberId),
          asked ?? { kind: "latest" },
          before ?? null,
        ),
});

async function entriesOrAsk(chat: Chat, asked: StatementPeriod | null): Promise<Answer> {
  const passbooks = await getSeenPassbooks(chat.tx, chat.actor);
  const [one, second] = passbooks;
  if (!one) return showHelp(chat);
  if (one && !second) return entriesPage(chat, one, asked ?? { kind: "latest" }, null);
  return askPassbook(chat, passbooks, "savings.entries.show", asked ? { period: asked } : {}, { question: "see" });
}

async function entriesPage(
  chat: Chat,
  passbook: Passbook,
  asked: StatementPeriod,
  before: number | null,
): Promise<Answer> {
  const { member, group } = passbook;
  const statement = await getStatement(chat.tx, passbook, asked, before);
  const purposes = statement.lines.flatMap(({ parts }) => parts.map(({ code }) => purposeOf(code)));
  const worded = await wordedFor(chat.tx, group, chat.today, purposes);
  const lines = linesOnCard(chat.reader, worded, statement.lines, statement.before !== null);
  const next = lines.length < statement.lines.length ? (lines.at(-1)?.seq ?? null) : statement.before;
  const view = {
    group: worded,
    member: memberName(member),
    period: asked,
    lines,
    more:
      next === null
        ? null
        : chat.newAction("savings.entries.show", { memberId: member.id, period: asked, before: next }),
    byMonth: chat.newAction("savings.entries.periods", { memberId: member.id, by: "month" }),
    byYear: chat.newAction("savings.entries.periods", { memberId: member.id, by: "year" }),
  };
  return { say: [entries(chat.reader, view)] };
}

/** [รายเดือน] and [รายปี]: which one, newest first. */
export const choosePeriodButton = postbackCommand({
  name: "savings.entries.periods",
  once: false,
  input: z.object({ memberId: z.string(), by: z.enum(["month", "year"]) }),
  async handle(chat, { memberId, by }) {
    const { member } = await requireSeenPassbook(chat.tx, chat.actor, memberId as MemberId);
    const periods =
      by === "month"
        ? lastMonths(monthOf(chat.today))
        : yearsBack(Number(chat.today.slice(0, 4)), Number(member.joinedOn.slice(0, 4)));
    const options = periods.map((one) => ({
      period: one,
      data: chat.newAction("savings.entries.show", { memberId, period: one }),
    }));
    return { say: [choosePeriod(chat.reader, { options })] };
  },
});

const lastMonths = (month: YearMonth): StatementPeriod[] =>
  Array.from({ length: 12 }, (_, back) => ({ kind: "month", month: addMonths(month, -back) }));

function yearsBack(year: number, joined: number): StatementPeriod[] {
  const years = Math.min(Math.max(year - joined + 1, 1), 12);
  return Array.from({ length: years }, (_, back) => ({ kind: "year", year: year - back }));
}

/**
 * ใบเสร็จ: today's receipts of the phone's passbooks, free and at once; ใบเสร็จ 5 พ.ย., ใบเสร็จเดือนที่แล้ว: those of that day, month or year; ใบเสร็จ
 * 2569/000012: that one, for who may see it.
 */
export const showReceipts = textCommand({
  name: "savings.receipts",
  question: true,
  handle(chat, { text, rest }) {
    const receipt = parseReceiptText(rest.replaceAll(/\s/g, ""));
    return receipt
      ? receiptAnswer(chat, receipt)
      : receiptsFrom(chat, 0, readReceiptPeriod(text, chat.today) ?? todayOf(chat));
  },
});

const receiptPeriod = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("day"), on: z.string().transform(localDate) }),
  monthPeriod,
  yearPeriod,
]);

/** [ใบเสร็จ] of the balance card, and the next page of a long list. */
export const showReceiptsPage = postbackCommand({
  name: "savings.receipts.show",
  once: false,
  input: z.object({ from: z.int(), of: receiptPeriod.optional() }),
  handle: (chat, { from, of }) => receiptsFrom(chat, from, of ?? todayOf(chat)),
});

const todayOf = ({ today }: Chat): ReceiptPeriod => ({ kind: "day", on: today });

async function receiptsFrom(chat: Chat, from: number, of: ReceiptPeriod): Promise<Answer> {
  const passbooks = await getSeenPassbooks(chat.tx, chat.actor);
  const all = await getReceiptsOf(chat.tx, passbooks, of);
  const isToday = of.kind === "day" && of.on === chat.today;
  const { missing, dayIds } = isToday
    ? await getUnrecorded(chat.tx, passbooks, all, chat.today)
    : { missing: [], dayIds: [] };
  const receipts = receiptsOnCard(chat.reader, all.slice(from), missing.length > 0);
  const more = moreOf(chat, "savings.receipts.show", all.length, from + receipts.length, { of });
  const wrong = chat.newAction("case.ask", { about: "balance" });
  const ownNos = chat.actor.own.map(({ member }) => member.memberNo);
  const shown = all.slice(from, from + receipts.length);
  const view = { period: of, isToday, day: dayOf(all), receipts, wrong, more, missing, ownNos };
  return {
    say: [receiptsToday(chat.reader, view)],
    shows: [...shown.map(({ group, receipt }) => receiptKey(group.id, receipt)), ...dayIds],
  };
}
