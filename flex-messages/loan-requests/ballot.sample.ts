import type { BallotQuestionView } from "../../src/domain/approvals/ballot-view";
import type { RegisteredResolution } from "../../src/domain/approvals/committee-resolution";
import { memberId, type GroupId } from "../../src/domain/ids";
import type { LoanBallotView } from "../../src/domain/loans/requests/ballot-view";
import type { LoanRequestView } from "../../src/domain/loans/requests/request-view";
import { moveTo, type LoanRequestState } from "../../src/domain/loans/requests/request";
import { zero } from "../../src/domain/money";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { requestSample } from "./request.sample";

const words = "ขอใบเสนอราคาปุ๋ยจากร้านก่อนวันประชุม แล้วพาผู้ค้ำทั้งสองคนมาพบกรรมการที่ศาลาด้วยได้ไหม";

function ballotOf(values: SampleValues, facts: Partial<LoanBallotView> = {}): LoanBallotView {
  const isLong = values === longest;
  const officers = [values.treasurer, values.treasurer, values.treasurer];
  return {
    ...requestSample(values),
    kind: "loan",
    ballotId: "0123456789abcdef",
    label: "ก12/2569",
    state: "open",
    given: 1,
    missing: 2,
    endsAt: values.at,
    waitsFor: isLong ? officers : officers.slice(0, 2),
    excluded: isLong ? [{ officer: values.treasurer, why: "household" }] : [],
    questions: isLong ? [{ text: words, answer: words }] : [],
    history: isLong ? { contracts: 12, owed: values.balance } : { contracts: 0, owed: zero },
    free: values.balance,
    resolutionNo: null,
    ...facts,
  };
}

const inState = (view: LoanRequestView, state: LoanRequestState): Pick<LoanRequestView, "request"> => {
  const { request } = view;
  const decision = { resolutionNo: "1234/2569", decidedAt: request.putAt, granted: request.amount, reason: words };
  return { request: { ...moveTo(request, state, request.putAt), decision } };
};

const withButtons = (view: LoanBallotView, { data }: SampleValues) => ({
  ...view,
  inFavour: data,
  against: data,
  other: data,
  rows: data,
});

/** Example views. */
export const ballotRequestSamples: Samples<ReturnType<typeof withButtons>> = samplesOf((values) =>
  withButtons(ballotOf(values), values),
);

/** Example views. */
export const ballotStandingSamples: Samples<LoanBallotView & Partial<ReturnType<typeof withButtons>>> = {
  ...samplesOf((values) => withButtons(ballotOf(values, { own: { choice: "for", reason: null } }), values)),
  against: withButtons(ballotOf(longest, { own: { choice: "against", reason: words } }), longest),
  approved: ballotOf(usual, {
    state: "approved",
    resolutionNo: "7/2569",
    ...inState(requestSample(usual), "approved"),
  }),
};

/** Example views. */
export const ballotDecidedSamples: Samples<LoanBallotView> = {
  ...samplesOf((values) =>
    ballotOf(values, {
      state: "approved",
      resolutionNo: "1234/2569",
      ...inState(requestSample(values), "approved"),
    }),
  ),
  "no money": ballotOf(usual, {
    state: "approved",
    resolutionNo: "7/2569",
    ...inState(requestSample(usual), "waiting"),
    place: { at: 2, of: 9, order: "by-date" },
  }),
  rejected: ballotOf(usual, {
    state: "rejected",
    resolutionNo: "7/2569",
    ...inState(requestSample(usual), "rejected"),
  }),
  undecided: ballotOf(usual, { state: "undecided", ...inState(requestSample(usual), "waiting") }),
};

/** Example views. */
export const loanDecidedSamples: Samples<LoanRequestView & { accept?: string; decline?: string }> = {
  ...samplesOf((values) => ({ ...requestSample(values), ...inState(requestSample(values), "approved") })),
  offered: {
    ...requestSample(longest),
    ...inState(requestSample(longest), "offered"),
    accept: longest.data,
    decline: longest.data,
  },
  rejected: { ...requestSample(longest), ...inState(requestSample(longest), "rejected") },
};

const question = (values: SampleValues, answer: string | null): BallotQuestionView<"loan"> => ({
  kind: "loan",
  label: "ก12/2569",
  member: values.member,
  by: values.treasurer,
  text: words,
  answer,
});

/** Example views. */
export const ballotQuestionSamples: Samples<BallotQuestionView<"loan"> & { answerIt: string }> = samplesOf(
  (values) => ({
    ...question(values, null),
    answerIt: values.data,
  }),
);

/** Example views. */
export const ballotAnswerSamples: Samples<BallotQuestionView<"loan">> = samplesOf((values) => question(values, words));

/** Example views. */
export const ballotOthersSamples = samplesOf(({ data }) => ({
  kind: "loan" as const,
  label: "ก12/2569",
  ask: data,
  conflict: data,
  rows: data,
}));

/** Example views. */
export const ballotWordsSamples: Samples<{ kind: "loan"; label: string; question: string | null }> = {
  usual: { kind: "loan", label: "ก12/2569", question: null },
  answer: { kind: "loan", label: "ก12/2569", question: words },
};

const resolution = ({ member, balance, at }: SampleValues): RegisteredResolution => {
  const id = memberId("namkhao" as GroupId, member.memberNo);
  const voice = { memberId: id, position: "loan.chair", reason: null, at };
  return {
    id: "namkhao/7/2569",
    groupId: "namkhao" as GroupId,
    resolutionNo: "7/2569",
    year: 2569,
    no: 7,
    how: "chat",
    decidedAt: at,
    items: [
      {
        kind: "loan",
        subject: "r1",
        label: "ก12/2569",
        outcome: "granted",
        granted: balance,
        reason: null,
        rules: { version: 0, clause: "9" },
        isLapsed: false,
      },
      {
        kind: "loan",
        subject: "r2",
        label: "ก13/2569",
        outcome: "rejected",
        granted: zero,
        reason: words,
        rules: { version: 2, clause: "9" },
        isLapsed: false,
      },
      {
        kind: "loan",
        subject: "r3",
        label: "ก14/2569",
        outcome: "put-off",
        granted: zero,
        reason: "no-money",
        rules: { version: 2, clause: "9" },
        isLapsed: false,
      },
      {
        kind: "loan",
        subject: "r4",
        label: "ก11/2569",
        outcome: "granted",
        granted: balance,
        reason: null,
        rules: { version: 0, clause: "9" },
        isLapsed: true,
      },
    ],
    voices: [
      { ...voice, part: "for" },
      { ...voice, part: "against", reason: words },
    ],
    excluded: [{ memberId: id, position: "loan.member", why: "household" }],
  };
};

/** Example views. */
export const resolutionListSamples = {
  ...samplesOf((values) => ({
    group: values.group,
    resolutions: [{ ...resolution(values), data: values.data }],
    more: values === longest ? values.data : null,
  })),
  none: { group: usual.group, resolutions: [], more: null },
};

/** Example views. */
export const resolutionWholeSamples = samplesOf((values) => ({
  group: values.group,
  resolution: resolution(values),
  isWithheld: values === longest,
  nameOf: [{ memberId: resolution(values).voices[0]?.memberId ?? values.member.id, officer: values.treasurer }],
}));
