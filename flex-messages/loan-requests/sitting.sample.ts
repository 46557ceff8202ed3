import { memberId, type GroupId } from "../../src/domain/ids";
import type { RowDecision, Sitting } from "../../src/domain/loans/sitting";
import type { SittingView } from "../../src/domain/loans/sitting-view";
import { zero } from "../../src/domain/money";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { requestSample } from "./request.sample";

const words = "เงินรอบนี้ไม่พอ ให้ตามลำดับวันที่ยื่น ขอให้มายื่นใหม่เดือนหน้า";

function sittingOf(values: SampleValues, state: Sitting["state"] = "open"): SittingView {
  const decisions: (RowDecision | null)[] =
    values === longest ? ["full", "part", "next", "reject", null] : ["full", null];
  return {
    sittingId: "0123456789abcdef",
    group: requestSample(values).group,
    state,
    rows: decisions.map((decision, at) => ({
      requestId: `r${at}`,
      requestNo: `ก${at + 1}/2569`,
      memberId: memberId("namkhao" as GroupId, values.member.memberNo),
      member: values.member,
      amount: values.balance,
      decision,
      granted: decision === "full" || decision === "part" ? values.small : zero,
      reason: decision === "full" || decision === null ? null : words,
      enteredBy: null,
      seen: values.at,
      mark: values === longest && at < 3 ? ((["gone", "guarantors", "changed"] as const)[at] ?? null) : null,
    })),
    list: "digest",
    free: state === "confirmed" || state === "dropped" ? null : values.balance,
    granted: values.small,
    enteredBy: values === longest ? [values.secretary, values.treasurer] : [values.secretary],
    confirmedBy: state === "confirmed" ? [values.treasurer, values.secretary] : [],
    unconfirmed: 2,
    resolutionNo: state === "confirmed" ? "7/2569" : null,
  };
}

/** Example views. */
export const sittingTableSamples: Samples<
  SittingView & { rowData: string[]; send: string | null; tidy: string | null; drop: string | null }
> = {
  ...samplesOf((values) => ({
    ...sittingOf(values),
    rowData: sittingOf(values).rows.map(() => values.data),
    send: values === longest ? values.data : null,
    tidy: values === longest ? values.data : null,
    drop: values.data,
  })),
  dropped: { ...sittingOf(usual, "dropped"), rowData: [], send: null, tidy: null, drop: null },
};

/** Example views. */
export const sittingStandingSamples: Samples<SittingView> = {
  ...samplesOf((values) => sittingOf(values, "to-confirm")),
  confirmed: sittingOf(longest, "confirmed"),
};

/** Example views. */
export const sittingRequestSamples: Samples<SittingView & { confirm: string; wrong: string }> = samplesOf((values) => ({
  ...sittingOf(values, "to-confirm"),
  confirm: values.data,
  wrong: values.data,
}));

/** Example views. */
export const sittingQuestionSamples = {
  ...samplesOf((values) => ({
    group: sittingOf(values).group,
    waiting: 9,
    free: values.balance,
    open: values.data as string | null,
  })),
  none: { group: sittingOf(usual).group, waiting: 0, free: usual.balance, open: null },
};

/** Example views. */
export const sittingRowSamples = samplesOf((values) => {
  const [row] = sittingOf(values).rows;
  if (!row) throw new Error("a sample has rows");
  const { data } = values;
  return { row, left: values.balance, full: data, part: data, next: data, reject: data, rows: data };
});
