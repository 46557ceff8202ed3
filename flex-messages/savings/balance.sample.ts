import { credit } from "../../src/domain/ledger/journal-entry";
import { groupOf } from "../../src/domain/ids";
import { zero } from "../../src/domain/money";
import type { PassbookBalance } from "../../src/messages/balance";
import { besidePaper, longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** What one passbook holds. */
export const passbookBalanceOf = (values: SampleValues): PassbookBalance => {
  const ref = { groupId: groupOf(values.member.id), memberId: values.member.id };
  return {
    passbook: { member: values.member, group: values.group },
    pledgeSavings: values.balance,
    specialSavings: values.small,
    loans: zero,
    month: values.month,
    due: zero,
    behind: 0,
    isWaiting: false,
    last: {
      entry: {
        kind: "savings.deposit",
        effectiveOn: values.on,
        postings: [credit({ ...ref, code: "2100" }, values.small), credit({ ...ref, code: "2110" }, values.amount)],
      },
      by: values.treasurer,
    },
  };
};

interface BalanceSample {
  asOf: SampleValues["on"];
  balance: PassbookBalance;
  entries: string;
  receipts: string;
  wrong: string;
}

const view = (values: SampleValues): BalanceSample => ({
  asOf: values.on,
  balance: passbookBalanceOf(values),
  entries: values.data,
  receipts: values.data,
  wrong: values.data,
});

const own = passbookBalanceOf(usual);

/** Example views. */
export const balanceSamples: Samples<BalanceSample> = {
  ...samplesOf(view),
  "beside paper": view(besidePaper(longest)),
  "to be paid": {
    ...view(usual),
    balance: {
      ...own,
      due: usual.small,
      behind: 0,
      specialSavings: zero,
      last: own.last && { ...own.last, by: null, entry: { ...own.last.entry, kind: "opening.member" } },
    },
  },
  "with a loan": { ...view(usual), balance: { ...own, loans: usual.balance } },
  "with a loan, longest": { ...view(longest), balance: { ...passbookBalanceOf(longest), loans: longest.balance } },
  "two months behind": { ...view(longest), balance: { ...passbookBalanceOf(longest), due: longest.amount, behind: 2 } },
  "new passbook": {
    ...view(usual),
    balance: {
      ...own,
      passbook: { ...own.passbook, member: { ...usual.member, nickname: "", pledge: zero } },
      pledgeSavings: zero,
      specialSavings: zero,
      last: null,
    },
  },
  "after a reversal": {
    ...view(usual),
    balance: { ...own, last: own.last && { ...own.last, entry: { ...own.last.entry, kind: "reversal" } } },
  },
};
