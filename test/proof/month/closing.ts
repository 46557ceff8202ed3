import type { CountedThing } from "../../../src/domain/closing/day-count";
import { memberId } from "../../../src/domain/ids";
import { account, type AccountCode } from "../../../src/domain/ledger/accounts";
import type { Person as Phone } from "../../../scripts/simulator/people/person";
import { ofKind } from "./entries";
import type { Books } from "./live-books";
import type { People } from "./people";
import type { Step } from "./steps";

/** So much less is in the box than in the books, in baht. */
export const missingBaht = 20;

/** What an account stands at, in whole baht, debit positive. */
const bahtOn = ({ entries }: Books, account: AccountCode): number => {
  const postings = entries.flatMap((entry) => entry.postings).filter(({ code }) => code === account);
  return postings.reduce((sum, { side, amount }) => sum + (side === "debit" ? amount : -amount), 0) / 100;
};

/** The counting before the working day closes, by treasurer and secretary, its difference and its keeper; then the closing. */
export function closingOf(people: People): Step[] {
  const { treasurer, secretary } = people;
  const both = [treasurer, secretary];
  return [
    {
      what: "choosing who counts too",
      phone: treasurer,
      words: () => ["ปิดวันทำการ"],
      button: /^นับเงินก่อนปิด|002/,
      isDone: ({ count }) => count !== null,
    },
    ...both.map((phone) => counts(people, phone, "cash", (books) => bahtOn(books, account.cash) - missingBaht)),
    ...both.map((phone) => accepts(people, phone)),
    ...both.map((phone) => counts(people, phone, "bank", (books) => bahtOn(books, account.bank))),
    {
      what: "naming who keeps the cash",
      phone: treasurer,
      words: () => ["ปิดวันทำการ"],
      button: /^เก็บไว้เอง|^ให้คนนี้เก็บทั้งหมด|^เลือกคนเก็บเงินสด|001|^นับเงินก่อนปิด/,
      isDone: ({ count }) => Boolean(count?.keeper),
    },
    {
      what: "saying that the cash is with its keeper",
      phone: secretary,
      words: () => ["รอเราตัดสิน"],
      button: /^ยืนยันว่ารับไว้แล้ว|^นับเงิน$/,
      isDone: ({ count }) => (count?.keeper?.words.length ?? 0) > 0,
    },
    {
      what: "closing the working day",
      phone: treasurer,
      words: () => ["ปิดวันทำการ"],
      button: /^ยืนยันปิด/,
      isDone: (books) => ofKind(books, "day.closed").length === 1,
    },
  ];
}

const idOf = ({ groupId, treasurer }: People, phone: Phone) => memberId(groupId, phone === treasurer ? "001" : "002");

/** One of the two types what she counted; she sees nothing of the other's. */
function counts(people: People, phone: Phone, what: CountedThing, sum: (books: Books) => number): Step {
  return {
    what: `counting the ${what}`,
    phone,
    words: (books) => [String(sum(books))],
    button: /^พิมพ์ยอด/,
    isDone: ({ count }) => Boolean(count?.[what].said.some(({ by }) => by === idOf(people, phone))),
  };
}

function accepts(people: People, phone: Phone): Step {
  return {
    what: "accepting the difference",
    phone,
    words: () => ["ปิดวันทำการ"],
    button: /^ยอมรับส่วนต่าง|^นับเงินก่อนปิด/,
    isDone: (books) =>
      ofKind(books, "count.difference").length === 1 ||
      Boolean(books.count?.cash.accepted.includes(idOf(people, phone))),
  };
}
