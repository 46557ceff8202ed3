import type { LoanChange } from "../../src/domain/loans/changes/change";
import { zero } from "../../src/domain/money";
import type { LoanChangePlanView, LoanChangeView } from "../../src/messages/loan-changes";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const planOf =
  (kind: LoanChange) =>
  (values: SampleValues): LoanChangePlanView => {
    const contractNo = values === longest ? "ก1234/2569" : "15/2568";
    return {
      group: values.group,
      kind,
      member: values.member,
      contractNo,
      resolution: "3/2569",
      graceMonths: kind === "grace" ? 2 : null,
      owed: { principal: values.balance, interest: values.small, fine: values.small },
      waived:
        kind === "write-off"
          ? { principal: values.balance, interest: values.small, fine: values.small }
          : { principal: zero, interest: zero, fine: zero },
      stays: kind === "take-over" ? values.amount : zero,
      begun:
        kind === "write-off"
          ? null
          : {
              contractNo: `${contractNo}-2`,
              debtor: values.member,
              principal: values.balance,
              carried: { interest: values.small, fine: values.small },
              schedule: {
                first: values.small,
                isEven: true,
                payments: 24,
                firstDueOn: values.on,
                lastDueOn: values.on,
                totalInterest: values.small,
                effectiveYearlyBps: 1_200,
              },
              guarantors: values.others.slice(0, 2),
            },
    };
  };
const plan = planOf("restructure");
const withCard = (values: SampleValues) => ({ ...plan(values), confirm: values.data, drop: values.data });
const askedOf =
  (kind: LoanChange) =>
  (values: SampleValues): LoanChangeView => ({ ...planOf(kind)(values), ...openDecision(values), done: null });
const asked = askedOf("restructure");
const withAnswer = (values: SampleValues) => ({ ...asked(values), approve: values.data, reject: values.data });
const doneOf =
  (kind: LoanChange) =>
  (values: SampleValues): LoanChangeView => ({
    ...planOf(kind)(values),
    ...answered(values, "approved"),
    done: { receipt: values.receipt, checkCode: values.checkCode },
  });
const done = doneOf("restructure");

/** Example views. */
export const loanChangeConfirmationSamples: Samples<ReturnType<typeof withCard>> = {
  ...samplesOf(withCard),
  grace: { ...withCard(usual), ...planOf("grace")(usual) },
  takeOver: { ...withCard(usual), ...planOf("take-over")(usual) },
  writeOff: { ...withCard(usual), ...planOf("write-off")(usual) },
};

/** Example views. */
export const loanChangeAskedSamples: Samples<LoanChangeView> = samplesOf(asked);

/** Example views. */
export const loanChangeRequestSamples: Samples<ReturnType<typeof withAnswer>> = {
  ...samplesOf(withAnswer),
  takeOver: { ...withAnswer(usual), ...planOf("take-over")(usual) },
};

/** Example views. */
export const loanChangeDecidedSamples: Samples<LoanChangeView> = {
  ...samplesOf(done),
  open: asked(usual),
  rejected: { ...plan(usual), ...answered(usual, "rejected"), done: null },
};

/** Example views. */
export const loanChangeToldSamples: Samples<LoanChangeView> = {
  ...samplesOf(done),
  takeOver: doneOf("take-over")(usual),
  writeOff: doneOf("write-off")(usual),
};
