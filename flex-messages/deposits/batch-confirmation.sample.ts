import { sum } from "../../src/domain/money";
import type { BatchConfirmationView } from "../../src/messages/batches";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues, rows: number, refused: number): BatchConfirmationView => {
  const parts = Array.from({ length: rows }, () => ({
    member: values.member,
    split: [{ purpose: "pledge" as const, amount: values.small }],
    total: values.small,
  }));
  return {
    group: values.group,
    parts,
    refused: Array.from({ length: refused }, (_, index) => ({
      said: index === 0 ? "099 สัจจะ 100" : "035",
      error: { code: "batch.nothing-due" as const, values: { memberNo: values.member.memberNo } },
    })),
    repeated: Array.from({ length: Math.max(0, refused - 1) * 2 }, () => values.member.memberNo),
    total: sum(parts.map(({ total }) => total)),
    confirm: values.data,
    drop: values.data,
  };
};

/** Example views. */
export const batchConfirmationSamples: Samples<BatchConfirmationView> = {
  usual: view(usual, 5, 1),
  longest: view(longest, 12, 5),
  "more than it shows": view(longest, 18, 5),
};

/** A list that has rows of every kind, for the message before its card. */
export const batchListOf = view;
