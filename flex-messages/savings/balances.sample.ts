import { zero } from "../../src/domain/money";
import type { BalanceView } from "../../src/messages/balance";
import { longest, usual, type Samples } from "../values.sample";
import { passbookBalanceOf } from "./balance.sample";

const asked = { entries: usual.data, receipts: usual.data, more: null };
const own = passbookBalanceOf(usual);
const elsewhere = passbookBalanceOf(longest);
const helped = { ...elsewhere, passbook: { ...elsewhere.passbook, via: "helper" as const } };

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
        pledgePaid: false,
        specialSavings: zero,
      },
    ],
  },
  "eight passbooks": { ...asked, asOf: usual.on, passbooks: Array.from({ length: 8 }, () => own) },
  "two groups": { ...asked, asOf: usual.on, passbooks: [own, helped] },
  longest: {
    ...asked,
    asOf: longest.on,
    passbooks: [own, ...Array.from({ length: 9 }, () => elsewhere)],
    more: longest.data,
  },
};
