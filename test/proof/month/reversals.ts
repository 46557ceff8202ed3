import { ofKind } from "./entries";
import type { Books } from "./live-books";
import type { People } from "./people";
import { cardOf, type Step } from "./steps";

/** A receipt that is wrong: the treasurer asks, the secretary confirms, and it is the `nth` that was taken back. */
export function reversalOf(
  { treasurer, secretary }: People,
  { memberNo, receipt, nth }: { memberNo: string; receipt: (books: Books) => string; nth: number },
): Step[] {
  const isReversed = (books: Books) => ofKind(books, "reversal").length === nth;
  const card = cardOf(memberNo);
  return [
    {
      what: `asking to reverse the receipt of ${memberNo}`,
      phone: treasurer,
      words: (books) => [`แก้รายการ ${receipt(books)}`, "ลงผิดจำนวน"],
      button: /^ยืนยันขอแก้/,
      card,
      isDone: (books) => books.open.includes("reversal") || isReversed(books),
    },
    {
      what: `confirming the reversal of ${memberNo}`,
      phone: secretary,
      words: () => ["รอเราตัดสิน"],
      button: /^ยืนยันแก้/,
      card,
      isDone: isReversed,
    },
  ];
}
