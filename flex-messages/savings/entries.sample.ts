import { satang } from "../../src/domain/money";
import { linesOnCard, type EntriesView, type EntryLine } from "../../src/messages/entries";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const lines = (values: SampleValues): EntryLine[] => {
  const deposit: EntryLine = {
    kind: "savings.deposit",
    on: values.on,
    parts: [{ code: "2100", change: values.small }],
    receipt: values.receipt,
    reversed: false,
  };
  return [
    deposit,
    { ...deposit, kind: "reversal", parts: [{ code: "2100", change: satang(-values.amount) }], receipt: null },
    { ...deposit, parts: [{ code: "2100", change: values.amount }], reversed: true },
    { ...deposit, parts: [...deposit.parts, { code: "2110", change: values.amount }] },
    deposit,
    deposit,
    deposit,
    { ...deposit, kind: "opening.member", receipt: null },
  ];
};

const view = (values: SampleValues): EntriesView => ({
  group: values.group,
  member: values.member,
  period: { kind: "latest" },
  lines: linesOnCard({ language: "th" }, values.group, lines(values), true),
  more: values.data,
  byMonth: values.data,
  byYear: values.data,
});

/** Example views. */
export const entriesSamples: Samples<EntriesView> = {
  ...samplesOf(view),
  month: { ...view(usual), period: { kind: "month", month: usual.month }, lines: lines(usual).slice(0, 2), more: null },
  "empty year": { ...view(usual), period: { kind: "year", year: 2025 }, lines: [], more: null },
};
