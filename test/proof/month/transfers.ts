import { receiptText } from "../../../src/domain/ledger/receipt";
import { pictureOf } from "../../app/photos/support";
import { depositsOf } from "./entries";
import type { Books } from "./live-books";
import { saverNo, type People } from "./people";
import { reversalOf } from "./reversals";
import { cardOf, type Step } from "./steps";

/** Transfers that go another way than into the books at once, by their place from 0: not found in the bank passbook; taken back and confirmed again. */
export const special = { refused: 2, takenBack: 1 };
/** So many of those who transfer pay for their loans too, in baht. */
export const withLoan = { transfers: 3, principal: 500, interest: 25 };

/** Special savings in the n-th transfer, in baht: no two alike, and none like a member's number. */
export const transferred = (n: number): number => 305 + 10 * n;

/** What the refused transfer told, in satang: it is in no entry. */
export const refusedSums = [
  transferred(special.refused),
  ...(special.refused < withLoan.transfers ? [withLoan.principal, withLoan.interest] : []),
].flatMap((baht, at, all) => [baht * 100, ...(at === 0 ? [all.reduce((sum, one) => sum + one, 0) * 100] : [])]);

/** The n-th transfer, by the n-th saver: told with its slip, compared and confirmed by the treasurer. */
export async function transferOf(people: People, n: number): Promise<Step[]> {
  const memberNo = saverNo(n);
  const told = await tells(people, n);
  if (n === special.refused) return [told, refuses(people, memberNo)];
  const confirmed = confirms(people, memberNo, 1);
  if (n !== special.takenBack) return [told, confirmed];
  const receipt = (books: Books): string => {
    const number = depositsOf(books, memberNo)[0]?.receipt;
    if (!number) throw new Error(`there is no receipt of ${memberNo}`);
    return receiptText(number);
  };
  return [told, confirmed, ...reversalOf(people, { memberNo, receipt, nth: 1 }), confirms(people, memberNo, 2)];
}

const noticeOf = ({ transfers }: Books, memberNo: string) =>
  transfers.find(({ memberId }) => memberId.endsWith(`:${memberNo}`));

async function tells({ savers }: People, n: number): Promise<Step> {
  const memberNo = saverNo(n);
  const phone = savers.get(memberNo);
  if (!phone) throw new Error(`${memberNo} has no phone`);
  const loan = n < withLoan.transfers ? ` ต้น ${withLoan.principal} ดอก ${withLoan.interest}` : "";
  const slip = await pictureOf(`สลิปของ ${memberNo}`);
  return {
    what: `the transfer of ${memberNo} is told`,
    phone,
    words: () => [`แจ้งโอน พิเศษ ${transferred(n)}${loan}`, slip],
    button: /^ยืนยันแจ้งโอน/,
    isDone: (books) => noticeOf(books, memberNo) !== undefined,
  };
}

/** She looks for what waits where no card of it came. */
const inTheList = { words: () => ["รายการแจ้งโอน"], listed: /^1\. / };

function confirms({ treasurer }: People, memberNo: string, nth: number): Step {
  return {
    what: `the transfer of ${memberNo} is confirmed`,
    phone: treasurer,
    words: inTheList.words,
    button: new RegExp(`^ยืนยันรับโอน|${inTheList.listed.source}`),
    card: cardOf(memberNo),
    isDone: (books) => depositsOf(books, memberNo).length === nth,
  };
}

function refuses({ treasurer }: People, memberNo: string): Step {
  const reason = "ไม่มีในสมุดธนาคาร";
  return {
    what: `the transfer of ${memberNo} is not found`,
    phone: treasurer,
    words: inTheList.words,
    button: new RegExp(`^ไม่พบยอด|^${reason}|${inTheList.listed.source}`),
    card: cardOf(memberNo),
    isDone: (books) => noticeOf(books, memberNo)?.state === "refused",
  };
}
