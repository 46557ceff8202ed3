import { account } from "../../src/domain/ledger/accounts";
import { add, subtract } from "../../src/domain/money";
import type { ReversalView } from "../../src/messages/reversals";
import { longest, samplesOf, type SampleValues, type Samples } from "../values.sample";
import { subjectOf } from "./reversal-confirmation.sample";

/** A reversal that two officers decided. */
export const reversalOf = (values: SampleValues): ReversalView => ({
  ...subjectOf(values),
  reason: values.reason,
  requestedBy: values.treasurer,
  decidedBy: values.secretary,
  decidedAt: values.later,
  changes: [
    {
      code: account.pledgeSavings,
      amount: subtract(values.amount, values.small),
      before: add(values.balance, subtract(values.amount, values.small)),
      after: values.balance,
    },
    {
      code: account.specialSavings,
      amount: values.small,
      before: add(values.balance, values.small),
      after: values.balance,
    },
  ],
});

/** Example views. */
export const reversalDoneSamples: Samples<ReversalView & { copy?: boolean }> = {
  ...samplesOf(reversalOf),
  copy: { ...reversalOf(longest), copy: true },
};
