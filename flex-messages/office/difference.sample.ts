import type { Settlement } from "../../src/domain/differences/difference";
import { add, satang } from "../../src/domain/money";
import type { DifferenceListView, DifferencePlanView } from "../../src/messages/differences";
import type { DifferenceReceiptView } from "../../src/messages/difference-receipt";
import type { DecisionView } from "../../src/messages/office-cards";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const settlement = (values: SampleValues): Settlement => ({
  what: "cash",
  way: values === longest ? "owner" : "expense",
  amount: values.small,
  memberNo: values === longest ? values.member.memberNo : null,
  reason: values.reason.slice(0, 60),
  resolution: "123/2569",
});

const plan = (values: SampleValues): DifferencePlanView => ({
  group: values.group,
  settlement: settlement(values),
  member: values === longest ? values.member : null,
});

/** Example views. */
export const differenceListSamples: Samples<DifferenceListView> = {
  ...samplesOf(({ group, small, amount, on }): DifferenceListView => ({
    group,
    items: [
      { what: "cash", amount: satang(-small), since: on },
      { what: "bank", amount, since: on },
    ],
  })),
  over: { group: usual.group, items: [{ what: "bank", amount: usual.small, since: null }] },
  none: { group: usual.group, items: [] },
};

/** Example views. */
export const differenceConfirmationSamples: Samples<DifferencePlanView & { confirm: string; drop: string }> = samplesOf(
  (values) => ({ ...plan(values), confirm: values.data, drop: values.data }),
);

/** Example views. */
export const differenceAskedSamples: Samples<DifferencePlanView & DecisionView> = samplesOf((values) => ({
  ...plan(values),
  ...openDecision(values),
}));

/** Example views. */
export const differenceRequestSamples: Samples<
  DifferencePlanView & DecisionView & { approve: string; reject: string }
> = samplesOf((values) => ({ ...plan(values), ...openDecision(values), approve: values.data, reject: values.data }));

/** Example views. */
export const differenceDecidedSamples: Samples<DifferencePlanView & DecisionView> = {
  ...samplesOf((values) => ({
    ...plan(values),
    ...answered(values, "approved"),
    voucher: values.receipt,
    checkCode: values.checkCode,
  })),
  open: { ...plan(usual), ...openDecision(usual) },
  rejected: { ...plan(longest), ...answered(longest, "rejected") },
};

/** Example views. */
export const differenceReceiptSamples: Samples<DifferenceReceiptView> = {
  ...samplesOf((values) => ({
    ...plan(values),
    ...answered(values, "approved"),
    member: values.member,
    voucher: values.receipt,
    checkCode: values.checkCode,
    savings: values === longest ? { before: values.balance, after: add(values.balance, values.small) } : null,
  })),
  "a copy": {
    ...plan(longest),
    ...answered(longest, "approved"),
    voucher: longest.receipt,
    checkCode: longest.checkCode,
    savings: null,
    copy: true,
  },
};
