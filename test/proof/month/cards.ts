import type { Simulator } from "../../../scripts/simulator/core";
import { satang } from "../../../src/domain/money";
import { moneyWords } from "../../../src/i18n/format";
import type { EntryRow } from "../../../src/storage/journal";
import { textsIn } from "../../support/card-texts";
import { check, type Check } from "../report";
import { closingCards } from "./closing-cards";
import { sumsOf, type LedgerSums } from "./ledger-sums";
import { saverNo } from "./people";
import { refusedSums, special } from "./transfers";

const receiptNumber = /25\d\d\/\d{6}/g;
/** Figures that are no sums: dates and times, contracts and accounts, codes, members with their names, how many of something, examples. */
const noSums = [
  receiptNumber,
  /(?:\d{1,2}[ \u00a0])?[ก-๎.]+[ \u00a0]25\d\d/g,
  /(?<!\d)\d{1,2}[ \u00a0][ก-๎.]+[ \u00a0]\d\d(?!\d)/g,
  /\d\d\.\d\d\sน\./g,
  /ก\d+\/25\d\d/g,
  /\d{3}-\d-\d{5}-\d/g,
  /(?<=รหัสตรวจ\n)[0-9A-Z]{8}|^[0-9A-Z]{8}$/gm,
  /(?<=รหัส )[0-9a-f]{16}/g,
  /\d{3} (?:สมาชิก \d{3} \()?ชื่อ\d{3}/g,
  /\d{3} สมาชิก \d{3}/g,
  /กรรมการ \d{3}/g,
  /(?<=· )\d{3}(?= [\d,.]+ บาท)/g,
  /กลุ่มบ้านทดลอง g-[0-9a-f]+/g,
  /\d+ (?:คน|ใบ|รายการ|วัน|เรื่อง)/g,
  /(?:ข้อ|รายการที่) \d+/g,
  /^\d+\. /gm,
  /เช่น .*/g,
];

/** Whether each sum on each card is one that the ledger has for what the card is about, and its Thai words say the same. */
export function judgeCards(entries: readonly EntryRow[], simulator: Simulator): Check[] {
  const sums = sumsOf(entries);
  for (const sum of refusedSums) sums.byMember.get(saverNo(special.refused))?.add(sum);
  const wholes = closingCards(entries);
  const cards = cardTexts(simulator).filter((text) => figures(text).length > 0);
  const wrong = cards.flatMap((text) => {
    const whole = wholes.find(({ says }) => says.test(text));
    const found = whole ? differing(figures(text), whole.figures) : unknownSums(text, sums);
    return found.length + wrongWords(text).length > 0 ? [`${[...found, ...wrongWords(text)].join()} in ${text}`] : [];
  });
  const all = cards.join("\n");
  const unseen = [...sums.byReceipt.keys()].filter((number) => !all.includes(number));
  const missing = wholes.filter(({ says, mayMiss }) => !mayMiss && !cards.some((text) => says.test(text)));
  return [
    check(`every receipt is on a card (${sums.byReceipt.size})`, unseen.length === 0, unseen.join()),
    check(
      `every sum on every card is the ledger's, in figures and in words (${cards.length} cards)`,
      wrong.length + missing.length === 0,
      [...missing.map(({ says }) => `no card says ${says.source}`), ...wrong.slice(0, 3)].join("\n\n"),
    ),
  ];
}

/** A card that lists several entries shows their sum too: it is the sum of everything else on it. */
function unknownSums(text: string, { byReceipt, byMember, ofNobody }: LedgerSums): number[] {
  const numbers = [...new Set(text.match(receiptNumber))];
  const members = [...text.matchAll(/(?<!\d)(\d{3}) (?:สมาชิก|ชื่อ)|(?<=· )(\d{3})(?= [\d,.]+ บาท)/g)].map(
    ([, no, seen]) => no ?? seen ?? "",
  );
  const shown = figures(text);
  const together = shown.reduce((sum, figure) => sum + figure, 0);
  const isOfOne = numbers.length === 1 && /เลขที่|รหัสตรวจ/.test(text);
  const sets = isOfOne
    ? [byReceipt.get(numbers[0] ?? "")]
    : members.length > 0
      ? members.map((no) => byMember.get(no))
      : [ofNobody];
  const isListTotal = (figure: number) => !isOfOne && members.length > 1 && figure === together - figure;
  return shown.filter((figure) => !sets.some((set) => set?.has(figure)) && !isListTotal(figure));
}

/** Figures that are not as they must be, in their order. */
function differing(shown: readonly number[], wanted: readonly number[]): number[] {
  return shown.join() === wanted.join() ? [] : [...shown];
}

/** Sums in Thai words that are of no figure on their card. */
function wrongWords(text: string): string[] {
  const said = text.match(/^[ก-๎]+(?:บาทถ้วน|สตางค์)$/gm) ?? [];
  const known = new Set(figures(text).map((figure) => moneyWords(satang(figure), "th")));
  return said.filter((words) => !known.has(words));
}

function figures(text: string): number[] {
  const rest = noSums.reduce((left, pattern) => left.replaceAll(pattern, ""), text);
  return (rest.match(/\d[\d,]*(?:\.\d\d)?/g) ?? []).map((figure) =>
    Math.round(Number(figure.replaceAll(",", "")) * 100),
  );
}

/** What people read: each card's texts one a line; a text message of many receipts as a whole and line by line. */
function cardTexts(simulator: Simulator): string[] {
  const messages = simulator
    .calls()
    .flatMap(({ requestBody }) => (requestBody as { messages?: unknown[] } | null)?.messages ?? []);
  return messages.flatMap((message) => {
    const text = textsIn(message).join("\n");
    const lines = text.split("\n").filter((line) => line.match(receiptNumber));
    return (message as { type: string }).type === "text" && lines.length > 1 ? [text, ...lines] : [text];
  });
}
