import { zero } from "../../src/domain/money";
import { passbooksOnCard, type BalanceView, type PassbookBalance } from "../../src/messages/balance";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";
import { passbookBalanceOf } from "./balance.sample";

const asked = { entries: usual.data, receipts: usual.data, wrong: usual.data, more: null };
const own = passbookBalanceOf(usual);
const elsewhere = passbookBalanceOf(longest);
const helped = { ...elsewhere, passbook: { ...elsewhere.passbook, via: "helper" as const } };

/** As many as a card has room for, and the way to the others. */
function firstOf(values: SampleValues, all: readonly PassbookBalance[]): BalanceView {
  const passbooks = passbooksOnCard({ language: "th" }, all);
  const count = all.length - passbooks.length;
  return { ...asked, asOf: values.on, passbooks, more: count > 0 ? { count, data: values.data } : null };
}

/** Example views. */
export const balancesSamples: Samples<BalanceView> = {
  "one household": {
    ...asked,
    asOf: usual.on,
    passbooks: [
      own,
      {
        ...own,
        passbook: {
          ...own.passbook,
          member: { ...usual.member, memberNo: "013", nickname: "น้องฟ้า" },
          via: "guardian",
        },
        due: usual.small,
        behind: 0,
        specialSavings: zero,
      },
    ],
  },
  "with loans": firstOf(
    longest,
    Array.from({ length: 4 }, () => ({ ...passbookBalanceOf(longest), loans: longest.balance })),
  ),
  "seven passbooks": firstOf(
    usual,
    Array.from({ length: 7 }, () => own),
  ),
  "eight passbooks": firstOf(
    usual,
    Array.from({ length: 8 }, () => own),
  ),
  "two groups": { ...asked, asOf: usual.on, passbooks: [own, helped] },
  longest: firstOf(longest, [helped, own, ...Array.from({ length: 8 }, () => elsewhere)]),
};
