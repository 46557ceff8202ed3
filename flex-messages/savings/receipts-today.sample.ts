import { dayOf, receiptsOnCard, type ReceiptLine, type ReceiptsTodayView } from "../../src/messages/receipts";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

const line = (values: SampleValues): ReceiptLine => ({
  group: values.group,
  member: values.member,
  receipt: values.receipt,
  at: values.at,
  by: values.treasurer,
  kind: "savings.deposit",
  rows: [
    { purpose: "pledge", amount: values.small },
    { purpose: "special", amount: values.amount },
  ],
  total: values.amount,
  checkCode: values.checkCode,
  reversed: false,
});

/** As many as a card has room for, and the way to the others. */
function firstOf(
  values: SampleValues,
  all: readonly ReceiptLine[],
  missing: ReceiptsTodayView["missing"] = [],
): ReceiptsTodayView {
  const receipts = receiptsOnCard({ language: "th" }, all, missing.length > 0);
  const count = all.length - receipts.length;
  const more = count > 0 ? { count, data: values.data } : null;
  const day = { period: { kind: "day" as const, on: values.on }, isToday: true, day: dayOf(all) };
  return { ...day, receipts, wrong: values.data, more, missing, ownNos: [values.member.memberNo] };
}

/** Example views. */
export const receiptsTodaySamples: Samples<ReceiptsTodayView> = {
  usual: firstOf(usual, [line(usual), { ...line(usual), reversed: true }]),
  "seven receipts": firstOf(
    usual,
    Array.from({ length: 7 }, () => line(usual)),
  ),
  "eight receipts": firstOf(
    usual,
    Array.from({ length: 8 }, () => line(usual)),
  ),
  "two groups": firstOf(usual, [line(usual), line(longest)]),
  none: firstOf(usual, []),
  "paid out and made good": firstOf(longest, [
    { ...line(longest), kind: "savings.withdrawal" },
    { ...line(longest), kind: "difference.settled", rows: [] },
  ]),
  "none on an earlier day": { ...firstOf(usual, []), isToday: false },
  "of a month": { ...firstOf(usual, [line(usual)]), isToday: false, period: { kind: "month", month: usual.month } },
  "none on the working day": firstOf(usual, [], [usual.member]),
  "some without, longest": firstOf(longest, [line(longest), line(longest), line(longest)], longest.others),
  longest: firstOf(longest, [line(usual), ...Array.from({ length: 8 }, () => ({ ...line(longest), reversed: true }))]),
};
