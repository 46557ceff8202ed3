import type { Group } from "../../src/domain/groups/group";
import type { AuditView, ToldClosing } from "../../src/domain/reports/audit";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const toldOf = ({ on, checkCode }: SampleValues, count: number, holds: boolean): ToldClosing[] =>
  Array.from({ length: count }, (_, at) => ({ on, seq: 1_000 + at, code: checkCode, holds }));

const auditOf = (values: SampleValues): AuditView => ({
  group: values.group as Group,
  madeAt: values.at,
  entries: 12_345,
  firstWrong: null,
  balancesDiffer: false,
  told: toldOf(values, 3, true),
  typed: null,
});

/** Example views. */
export const auditSamples: Samples<AuditView> = {
  ...samplesOf(auditOf),
  "a typed code that holds": { ...auditOf(usual), told: [], typed: { code: usual.checkCode, on: usual.on } },
  "much that does not hold": {
    ...auditOf(longest),
    firstWrong: 123_456,
    balancesDiffer: true,
    told: toldOf(longest, 24, false),
    typed: { code: longest.checkCode, on: null },
  },
};
