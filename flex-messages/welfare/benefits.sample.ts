import type { Benefit } from "../../src/domain/groups/benefit";
import { benefitsOnCard, type BenefitsView } from "../../src/messages/benefits";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";
import { bare, birth, hospital, longestOf, school, wide } from "./benefit.sample";

function listOf({ group, data }: SampleValues, all: readonly Benefit[]): BenefitsView {
  const shown = benefitsOnCard(all);
  const count = all.length - shown.length;
  const more = count > 0 ? { count, data } : null;
  return { group, benefits: shown.map(({ name, pays }) => ({ name, pays, data })), more, report: data };
}

/** Example views. */
export const benefitListSamples: Samples<BenefitsView> = {
  usual: listOf(usual, [birth, hospital, school]),
  one: listOf(usual, [birth]),
  eight: listOf(usual, [birth, school, bare, birth, school, bare, birth, school]),
  longest: listOf(
    longest,
    Array.from({ length: 9 }, () => longestOf("ค่าชดเชยรายได้ระหว่างพักรักษาตัวในโรงพยาบาล")),
  ),
  wide: listOf(
    longest,
    Array.from({ length: 9 }, () => wide),
  ),
};
