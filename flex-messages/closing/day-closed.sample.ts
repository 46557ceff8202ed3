import { countedOf, setAsideOf, settledOf } from "./closing-report.sample";
import type { MoneyPart } from "../../src/domain/closing/published";
import { satang, sum } from "../../src/domain/money";
import type { DayClosedView } from "../../src/messages/day-closed";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const money = (values: SampleValues, parts: readonly MoneyPart[]): DayClosedView["published"] => ({
  total: sum(parts.map(() => values.balance)),
  parts: parts.map((part) => ({ part, amount: values.balance })),
  uses: [
    { purpose: values.wish.slice(0, 60), households: 7 },
    { purpose: null, households: null },
  ],
});

const closed = (values: SampleValues): DayClosedView => ({
  group: values.group,
  on: values.on,
  word: { th: "วันส่งสัจจะ", en: "Savings day" },
  missing: [values.member],
  ownNos: [values.member.memberNo],
  published: money(values, ["lent", "bank", "cash"]),
  counted: countedOf(values),
  setAside: [],
  unsolved: [],
  settled: [],
});

/** Example views. */
export const dayClosedSamples: Samples<DayClosedView> = {
  ...samplesOf(closed),
  "many passbooks, every asset": {
    ...closed(longest),
    missing: longest.others,
    published: money(longest, ["lent", "bank", "cash", "1220", "1230", "1240", "1300", "1500", "1600"]),
  },
  "one that she helps with": { ...closed(longest), ownNos: [] },
  "closed without the count": { ...closed(longest), counted: null, setAside: setAsideOf(longest) },
  "without the bank": {
    ...closed(longest),
    counted: { ...countedOf(longest), bankSkipped: "absent" },
  },
  "nobody says that the cash was taken": {
    ...closed(longest),
    counted: {
      ...countedOf(longest),
      bankSkipped: "absent",
      keeper: { officer: longest.treasurer, limit: longest.amount, word: "none" },
    },
  },
  "money is missing": {
    ...closed(longest),
    missing: [],
    unsolved: [{ code: "3960", amount: satang(-longest.amount) }],
    settled: [settledOf(longest), settledOf(longest)],
  },
  "totals alone": { ...closed(usual), word: null, missing: [], counted: null },
};
