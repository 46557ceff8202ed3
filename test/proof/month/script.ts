import { account } from "../../../src/domain/ledger/accounts";
import type { EntryKind } from "../../../src/domain/ledger/journal-entry";
import { receiptText } from "../../../src/domain/ledger/receipt";
import type { EntryRow } from "../../../src/storage/journal";
import { closingOf } from "./closing";
import { depositsOf, ofKind } from "./entries";
import type { Books } from "./live-books";
import { debtors, saverNo, savers, specialSavers, type People } from "./people";
import { reversalOf } from "./reversals";
import { cardOf, type Step } from "./steps";
import { transferOf } from "./transfers";

/** Pledge of a month, and what a debtor pays, in baht. */
export const paid = { pledge: 100, principal: 1_000, interest: 50 };
/** Savers whose receipt is wrong and put right, by their place from 0; what they pay then, in baht. */
export const wrong = { savers: [20, 21, 22], thenPay: 200 };
/** What leaves, in baht: to each of so many special savers, for a voucher, into the bank's account. */
export const out = { withdrawal: 500, withdrawals: 3, voucher: 150, banked: 5_000 };

const rowsOfList = 12;

/** A member's receipts of cash, in their order. */
const paidInCash = (books: Books, memberNo: string): EntryRow[] => depositsOf(books, memberNo, account.cash);

/** Everything that happens in the month, in its order, with so many transfers before the working day. */
export async function monthOf(people: People, transfers: number): Promise<Step[]> {
  const byTransfer = await Promise.all(Array.from({ length: transfers }, (_, n) => transferOf(people, n)));
  return [
    ...byTransfer.flat(),
    {
      what: "opening the working day",
      phone: people.treasurer,
      words: () => ["เปิดวันทำการ"],
      button: /^ยืนยันเปิด/,
      isDone: (books) => ofKind(books, "day.opened").length === 1,
    },
    ...listsOf(people),
    ...Array.from({ length: debtors }, (_, n) => debtorPays(people, saverNo(n))),
    ...wrong.savers.flatMap((n, at) => putRight(people, saverNo(n), at + 2)),
    ...paymentsOf(people),
    ...closingOf(people),
  ];
}

/** Everybody but the debtors, in lists of รับครบ. */
function listsOf({ treasurer }: People): Step[] {
  const steps: Step[] = [];
  for (let from = debtors; from < savers; from += rowsOfList) {
    const numbers = Array.from({ length: Math.min(rowsOfList, savers - from) }, (_, n) => saverNo(from + n));
    const words = `รับครบ ${numbers.length > 1 ? `${numbers[0]}-${numbers.at(-1)}` : numbers[0]}`;
    steps.push({
      what: words,
      phone: treasurer,
      words: () => [words],
      button: /^ยืนยันรับ/,
      card: cardOf(numbers[0]),
      isDone: (books) => numbers.every((no) => paidInCash(books, no).length > 0),
    });
  }
  return steps;
}

function debtorPays({ treasurer }: People, memberNo: string): Step {
  const words = `รับ ${memberNo} สัจจะ ${paid.pledge} ต้น ${paid.principal} ดอก ${paid.interest}`;
  return {
    what: words,
    phone: treasurer,
    words: () => [words],
    button: /^ยืนยันรับ/,
    card: cardOf(memberNo),
    isDone: (books) => paidInCash(books, memberNo).length === 1,
  };
}

/** A receipt that was wrong: asked, confirmed by the second officer, and recorded anew. */
function putRight(people: People, memberNo: string, nth: number): Step[] {
  const receipt = (books: Books): string => {
    const number = paidInCash(books, memberNo)[0]?.receipt;
    if (!number) throw new Error(`there is no receipt of ${memberNo}`);
    return receiptText(number);
  };
  const anew = `รับ ${memberNo} สัจจะ ${wrong.thenPay}`;
  return [
    ...reversalOf(people, { memberNo, receipt, nth }),
    {
      what: anew,
      phone: people.treasurer,
      words: () => [anew],
      button: /^ยืนยันรับ/,
      card: cardOf(memberNo),
      isDone: (books) => paidInCash(books, memberNo).length === 2,
    },
  ];
}

function paymentsOf(people: People): Step[] {
  const withdrawals = Array.from({ length: out.withdrawals }, (_, n) => saverNo(savers - specialSavers + n));
  return [
    ...withdrawals.flatMap((no, n) =>
      payment(people, `ถอน ${no} พิเศษ ${out.withdrawal}`, "savings.withdrawal", n + 1, cardOf(no)),
    ),
    ...payment(people, `จ่ายค่าวัสดุ ${out.voucher} ให้ ร้านป้าแดง`, "expense.paid", 1, /ร้านป้าแดง/),
    ...payment(people, `ฝากธนาคาร ${out.banked}`, "bank.deposit", 1, /ฝากธนาคาร/),
  ];
}

/** Money that leaves the box: asked by the treasurer, confirmed by the secretary. */
function payment({ treasurer, secretary }: People, words: string, kind: EntryKind, nth: number, card: RegExp): Step[] {
  const isPaid = (books: Books) => ofKind(books, kind).length === nth;
  return [
    {
      what: words,
      phone: treasurer,
      words: () => [words],
      button: /^ยืนยันขอจ่าย/,
      card,
      isDone: (books) => books.open.includes("payment") || isPaid(books),
    },
    {
      what: `confirming ${words}`,
      phone: secretary,
      words: () => ["รอเราตัดสิน"],
      button: /^ยืนยันจ่าย/,
      card,
      isDone: isPaid,
    },
  ];
}
