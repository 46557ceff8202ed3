import type { Clause } from "../../src/domain/rules/rule-book";
import { templateFor } from "../../src/domain/rules/templates/template";
import { clausesOnCard, type ClauseListView, type VersionName } from "../../src/messages/rules";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";
import { longestClauses, shipped, versionOf } from "./clause.sample";

function listOf(
  values: SampleValues,
  version: VersionName,
  all: readonly Clause[],
  beside: Pick<ClauseListView, "coming" | "proposal"> = { coming: [], proposal: null },
): ClauseListView {
  const { group, data } = values;
  const shown = clausesOnCard(all, { coming: beside.coming.length > 0, proposal: beside.proposal !== null });
  const count = all.length - shown.length;
  const clauses = shown.map(({ no, text }) => ({ no, text, data }));
  return { group, version, ...beside, clauses, more: count > 0 ? { count, data } : null };
}

/** Example views. */
export const clauseListSamples: Samples<ClauseListView> = {
  shipped: listOf(usual, shipped, templateFor("service-fee")),
  "the group's own": listOf(usual, versionOf(usual), templateFor("murabaha").slice(0, 4), {
    coming: [versionOf(usual, 2)],
    proposal: null,
  }),
  longest: listOf(longest, versionOf(longest), longestClauses),
  "longest, with all beside it": listOf(longest, versionOf(longest), longestClauses, {
    coming: [versionOf(longest, 2)],
    proposal: longest.data,
  }),
};
