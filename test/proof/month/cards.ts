import type { Simulator } from "../../../scripts/simulator/core";
import { accountKey, normalSide } from "../../../src/domain/ledger/accounts";
import { receiptText } from "../../../src/domain/ledger/receipt";
import type { EntryRow } from "../../../src/storage/journal";
import { textsIn } from "../../support/card-texts";
import { check, type Check } from "../report";

const receiptNumber = /25\d\d\/\d{6}/g;
/** Figures that are no sums: dates and times, contracts, check codes, members with their names, how many people. */
const noSums = [
  receiptNumber,
  /(?:\d{1,2}[ \u00a0])?[ก-๎.]+[ \u00a0]25\d\d/g,
  /\d\d\.\d\d\sน\./g,
  /ก\d+\/25\d\d/g,
  /(?<=รหัสตรวจ\n)[0-9A-Z]{8}/g,
  /\d{3} (?:สมาชิก \d{3} \()?ชื่อ\d{3}/g,
  /กรรมการ \d{3}/g,
  /กลุ่มบ้านทดลอง g-[0-9a-f]+/g,
  /อีก \d+ คน/g,
];

/** Whether each sum on each card about an entry is one of that entry: its postings, their total, or a balance before or after it. */
export function judgeCards(entries: readonly EntryRow[], simulator: Simulator): Check[] {
  const sums = sumsByReceipt(entries);
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const text of cardTexts(simulator)) {
    const numbers = [...new Set(text.match(receiptNumber))];
    for (const number of numbers) seen.add(number);
    // A card of several receipts is a day's summary; one that only mentions a receipt asks about another sum.
    const known = numbers.length === 1 && /เลขที่|รหัสตรวจ/.test(text) ? (sums.get(numbers[0] ?? "") ?? new Set()) : null;
    const unknown = known === null ? [] : figures(text).filter((figure) => !known.has(figure));
    if (unknown.length > 0) wrong.push(`${unknown.join()} satang in ${text}`);
  }
  const unseen = [...sums.keys()].filter((number) => !seen.has(number));
  return [
    check(`every receipt is on a card (${sums.size})`, unseen.length === 0, unseen.join()),
    check("every sum on every card of one entry is the ledger's", wrong.length === 0, wrong.slice(0, 3).join("\n\n")),
  ];
}

/** In satang, by receipt: each posting, all of an entry together, and each touched balance before and after. */
function sumsByReceipt(entries: readonly EntryRow[]): Map<string, Set<number>> {
  const balances = new Map<string, number>();
  const known = new Map<string, Set<number>>();
  for (const { postings, receipt } of entries) {
    const sums = new Set<number>();
    let total = 0;
    for (const posting of postings) {
      const key = accountKey(posting);
      const before = balances.get(key) ?? 0;
      const after = before + (posting.side === normalSide(posting.code) ? posting.amount : -posting.amount);
      balances.set(key, after);
      for (const sum of [before, after, posting.amount]) sums.add(sum);
      if (posting.side === "debit") total += posting.amount;
    }
    if (receipt) known.set(receiptText(receipt), sums.add(total));
  }
  return known;
}

function figures(text: string): number[] {
  const rest = noSums.reduce((left, pattern) => left.replaceAll(pattern, ""), text);
  return (rest.match(/\d[\d,]*(?:\.\d\d)?/g) ?? []).map((figure) =>
    Math.round(Number(figure.replaceAll(",", "")) * 100),
  );
}

/** What people read: each card's texts one a line; a text message of many receipts line by line. */
function cardTexts(simulator: Simulator): string[] {
  const messages = simulator
    .calls()
    .flatMap(({ requestBody }) => (requestBody as { messages?: unknown[] } | null)?.messages ?? []);
  return messages.flatMap((message) => {
    const texts = textsIn(message);
    return (message as { type: string }).type === "text"
      ? texts.flatMap((text) => text.split("\n"))
      : [texts.join("\n")];
  });
}
