import type { BetweenDays, BetweenLine } from "../domain/ledger/between-days";
import type { DayTotals } from "../domain/ledger/day-totals";
import type { ReportLine } from "../domain/reports/views";
import { satang, type Satang } from "../domain/money";
import { shortName } from "./labels";
import type { Speak } from "./speak";

/** So many entries between two working days stand in the list of the chat; the paper has all. */
const listed = 30;

/** The days between two working days: "6 พ.ย. 2569 – 4 ธ.ค. 2569". */
function spanText(say: Pick<Speak, "shortDay">, { from, to }: Pick<BetweenDays, "from" | "to">): string {
  return from === to ? say.shortDay(from) : `${say.shortDay(from)} – ${say.shortDay(to)}`;
}

/** How much was posted between the last working day and this one, and which numbers, as a card has room for it; null where nothing was. */
export function betweenText(say: Speak, { between }: Pick<DayTotals, "between">): string | null {
  return between && say.t("betweenDays.card", { list: countsOf(say, between).join(" · ") });
}

const lineOf = (say: Speak, between: BetweenDays, parts: readonly string[]): string =>
  say.t("betweenDays.line", { span: spanText(say, between), list: parts.join(" · ") });

function countsOf(say: Speak, { count, first, last, total }: BetweenDays): string[] {
  if (count === 0) return [say.t("betweenDays.none")];
  return [
    say.t("betweenDays.counts", { count, amount: say.money(total) }),
    first === last ? String(first) : `${first} – ${last}`,
  ];
}

/** The same, with what it did to cash and bank. Of an open day nobody sees what should be in the box. */
function fullText(say: Speak, { between, cash }: DayTotals): string | null {
  if (!between) return null;
  const changes = [changeText(say, "cash", between.cash), changeText(say, "bank", between.bank)];
  const shown = cash === null ? [] : changes.filter((part) => part !== null);
  const undone = between.undone > 0 ? [say.t("betweenDays.undone", { count: between.undone })] : [];
  return lineOf(say, between, [...countsOf(say, between), ...undone, ...shown]);
}

function changeText(say: Speak, what: "cash" | "bank", change: Satang): string | null {
  if (change === 0) return null;
  const amount = `${change < 0 ? "−" : "+"}${say.digits(satang(Math.abs(change)))}`;
  return say.t(`betweenDays.${what}`, { amount });
}

/** The same, an entry a line with who did it; none where nothing was posted. */
export function betweenLines(
  say: Speak,
  { between, totals }: { between: readonly BetweenLine[]; totals: DayTotals },
): string[] {
  const text = fullText(say, totals);
  if (text === null) return [];
  const shown = between.slice(0, listed).map((line) => `• ${betweenLine(say, line)}`);
  const beyond = between.length - shown.length;
  return [text, ...shown, ...(beyond > 0 ? [say.t("betweenDays.more", { count: beyond })] : [])];
}

function betweenLine(say: Speak, { receipt, kind, on, amount, by, second, isUndone }: BetweenLine): string {
  const officers = [by, second].filter((officer) => officer !== null).map((officer) => shortName(say.officer(officer)));
  const parts = [
    receipt,
    say.shortDay(on),
    say.t(`papers.kinds.${kind}`),
    say.money(amount),
    officers.length > 0 ? `(${officers.join(", ")})` : null,
    isUndone ? say.t("papers.takenBack") : null,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

/** An office that changed, or was handed over: which, from whom to whom, by which resolution. */
export function officeText(say: Speak, { kind, record }: Pick<ReportLine, "kind" | "record">): string {
  const { office } = record;
  if (!office) return say.t(`papers.kinds.${kind}`);
  const { committee, position, out, taker, resolution } = office;
  const values = {
    what: say.t(`papers.kinds.${kind}`),
    office: say.position(position, committee),
    out: out ? say.member(out) : say.t("betweenDays.nobody"),
    taker: taker ? say.member(taker) : say.t("betweenDays.nobody"),
    resolution,
  };
  return say.t("betweenDays.office", values);
}
