import type { OfficeChange } from "../../src/domain/groups/office-change";
import { subtract } from "../../src/domain/money";
import type { HandOverView, SignatureView } from "../../src/messages/hand-over";
import type { DecisionView } from "../../src/messages/office-cards";
import type { OfficeCashPlanView } from "../../src/messages/office-cash";
import type { OfficeChangePlanView, OfficeChangeView } from "../../src/messages/officers";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** Who asked and for whom it waits. */
export const openDecision = (values: SampleValues): DecisionView => ({
  requestedBy: values.secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
  waitsFor: [values.treasurer, values.secretary, values.treasurer],
});

/** The same, answered. */
export const answered = (values: SampleValues, verdict: "approved" | "rejected"): DecisionView => ({
  ...openDecision(values),
  decidedBy: values.treasurer,
  decidedAt: values.later,
  verdict,
  waitsFor: [],
});

const change: OfficeChange = {
  committee: "executive",
  position: "treasurer",
  outNo: "002",
  inNo: "005",
  resolution: "2/2569",
};

const changePlan = (values: SampleValues): OfficeChangePlanView => ({
  group: values.group,
  change: { ...change, resolution: values === longest ? "123/2569" : "2/2569" },
  out: values.member,
  taker: values.others[0] ?? null,
  handOver: true,
});

const appointed: OfficeChangePlanView = {
  ...changePlan(usual),
  change: { ...change, committee: "loan", position: "vice-chair", outNo: null },
  out: null,
  handOver: false,
};

/** Example views. */
export const officeChangeConfirmationSamples: Samples<OfficeChangePlanView & { confirm: string; drop: string }> = {
  ...samplesOf((values) => ({ ...changePlan(values), confirm: values.data, drop: values.data })),
  appointed: { ...appointed, confirm: usual.data, drop: usual.data },
};

/** Example views. */
export const officeChangeAskedSamples: Samples<OfficeChangeView> = {
  ...samplesOf((values) => ({ ...changePlan(values), ...openDecision(values) })),
  "waits for nobody by name": { ...appointed, ...openDecision(usual), waitsFor: [] },
};

/** Example views. */
export const officeChangeRequestSamples: Samples<OfficeChangeView & { approve: string; reject: string }> = samplesOf(
  (values) => ({ ...changePlan(values), ...openDecision(values), approve: values.data, reject: values.data }),
);

/** Example views. */
export const officeChangeDecidedSamples: Samples<OfficeChangeView> = {
  ...samplesOf((values) => ({ ...changePlan(values), ...answered(values, "approved") })),
  open: { ...changePlan(usual), ...openDecision(usual) },
  rejected: { ...changePlan(longest), ...answered(longest, "rejected") },
};

const counted = ({ balance, small }: SampleValues): NonNullable<HandOverView["result"]> => ({
  cash: { counted: small, off: subtract(small, balance) },
  bank: { counted: balance, off: small },
});

/** Example views. */
export const signatureConfirmationSamples: Samples<SignatureView> = {
  ...samplesOf((values) => ({
    group: values.group,
    role: "old" as const,
    counted: { cash: values.small, bank: values.balance, insteadBecause: values.reason },
    confirm: values.data,
    drop: values.data,
  })),
  "of an auditor": {
    group: usual.group,
    role: "audit",
    counted: { cash: usual.small, bank: usual.balance, insteadBecause: null },
    confirm: usual.data,
    drop: usual.data,
  },
};

const state = (values: SampleValues): HandOverView => ({
  group: values.group,
  out: values.member,
  taker: values.others[0] ?? null,
  signed: (["old", "new"] as const).map((role) => ({
    role,
    name: values.treasurer.name,
    cash: values.small,
    bank: values.balance,
    insteadBecause: role === "old" ? values.reason : null,
  })),
  setAside: [],
  missing: ["audit"],
  differ: false,
  result: null,
});

const replaced = ({ secretary, balance }: SampleValues): HandOverView["setAside"] =>
  (["old", "audit"] as const).map((role) => ({
    role,
    name: secretary.name,
    cash: balance,
    bank: balance,
    insteadBecause: null,
  }));

/** Example views. */
export const handOverStateSamples: Samples<HandOverView> = {
  ...samplesOf(state),
  differ: {
    ...state(longest),
    signed: [
      ...state(longest).signed,
      { role: "audit", name: longest.secretary.name, cash: longest.small, bank: longest.small, insteadBecause: null },
    ],
    missing: [],
    differ: true,
  },
  done: { ...state(longest), missing: [], result: counted(longest) },
  "signatures replaced": { ...state(longest), setAside: replaced(longest) },
  "done, signatures replaced": {
    ...state(longest),
    setAside: replaced(longest),
    missing: [],
    result: counted(longest),
  },
  "of nobody": { ...state(usual), out: null, taker: null, signed: [], missing: ["old", "new", "audit"] },
};

const cashPlan = ({ group, on }: SampleValues): OfficeCashPlanView => ({ group, on });

/** Example views. */
export const officeCashQuestionSamples: Samples<OfficeCashPlanView & { confirm: string; drop: string }> = samplesOf(
  (values) => ({ ...cashPlan(values), confirm: values.data, drop: values.data }),
);

/** Example views. */
export const officeCashAskedSamples: Samples<OfficeCashPlanView & DecisionView> = samplesOf((values) => ({
  ...cashPlan(values),
  ...openDecision(values),
}));

/** Example views. */
export const officeCashRequestSamples: Samples<
  OfficeCashPlanView & DecisionView & { approve: string; reject: string }
> = samplesOf((values) => ({
  ...cashPlan(values),
  ...openDecision(values),
  approve: values.data,
  reject: values.data,
}));

/** Example views. */
export const officeCashDecidedSamples: Samples<OfficeCashPlanView & DecisionView> = {
  ...samplesOf((values) => ({ ...cashPlan(values), ...answered(values, "approved") })),
  open: { ...cashPlan(usual), ...openDecision(usual) },
  rejected: { ...cashPlan(longest), ...answered(longest, "rejected") },
};
