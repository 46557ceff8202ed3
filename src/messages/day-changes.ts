import type { Correction, DayTotals } from "../domain/ledger/day-totals";
import { purposesInRows } from "./day-money";
import type { Speak } from "./speak";

/** So many of a day's corrections, links and helpers stand on the report; all of them are behind its button. */
const namedLinks = 3;
const namedHelpers = 1;
const namedCorrections = 1;

/** Beside many purposes and what stands between two days there is no room for details; the paper has them. */
export const isFull = ({ received, between }: Pick<DayTotals, "received" | "between">): boolean =>
  received.length > purposesInRows && between !== null;

/** Corrections, links and helpers of a day as its report has room for them. */
export function changesLayout(say: Speak, { received, corrections, later, links, helpers, between }: DayTotals) {
  const corrected = correctionsLine(say, "ofClosedDays", [...later, ...corrections], namedCorrections);
  // Corrections come first: beside them the card has room for one line more, and for none beside many purposes or what stands between two days.
  if (corrected !== null) {
    const counts = { links: links.length, helpers: helpers.length };
    const hasRoom = received.length <= purposesInRows && between === null && links.length + helpers.length > 0;
    const others = hasRoom ? say.t("days.report.counts", counts) : null;
    return { corrections: corrected, links: others, helpers: null };
  }
  if (isFull({ received, between }) && links.length + helpers.length > 0) {
    const counts = { links: links.length, helpers: helpers.length };
    return { corrections: null, links: say.t("days.report.counts", counts), helpers: null };
  }
  const members = someOf(links, namedLinks);
  return {
    corrections: null,
    links: links.length > 0 ? say.t("days.report.links", { members }) : null,
    helpers: helpersLine(say, helpers),
  };
}

/** Receipts that were put right, as many as are to be shown; null where there are none. */
export function correctionsLine(
  say: Speak,
  which: "reversed" | "ofClosedDays" | "corrections" | "later",
  corrections: readonly Correction[],
  shown = corrections.length,
): string | null {
  if (corrections.length === 0) return null;
  const named = corrections.map(({ receipt, on, amount }) =>
    say.t("days.report.correction", { receipt, on: say.day(on), amount: say.money(amount) }),
  );
  return say.t(`days.report.${which}`, { list: someOf(named, shown), count: corrections.length });
}

function helpersLine(say: Speak, helpers: DayTotals["helpers"]): string | null {
  if (helpers.length === 0) return null;
  const named = helpers.map((helper) => say.t("days.report.helper", helper));
  return say.t("days.report.helpers", { helpers: someOf(named, namedHelpers) });
}

/** The first of the names, with "…" where there are more. */
function someOf(names: readonly string[], shown: number): string {
  return names.length > shown ? `${names.slice(0, shown).join(", ")} …` : names.join(", ");
}
