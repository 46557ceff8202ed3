import type { CashFlow } from "../domain/ledger/cash-flow";
import type { DayTotals } from "../domain/ledger/day-totals";
import { satang, sum } from "../domain/money";
import type { Speak } from "./speak";

/** With more purposes than this, a report has no room for a row of each. */
export const purposesInRows = 3;

/** With more kinds of payments than this, a report has no room for the name of each. */
const kindsNamed = 4;
const fewKindsNamed = 2;

/** What came in that no member handed over, what went to its owner, and what left or moved; null where nothing did. Beside many purposes it is short. */
export function movedText(say: Speak, { received, incomings, settled, paidOut }: DayTotals): string | null {
  const isShort = received.length > purposesInRows;
  const came = incomings.map(({ kind, amount }) => `${say.t(`incomings.short.${kind}`)} ${say.digits(amount)}`);
  const list = isShort ? say.digits(sum(incomings.map(({ amount }) => amount))) : came.join(", ");
  const parts = [
    came.length > 0 ? say.t("days.cameIn", { list }) : null,
    settled > 0 ? say.t("days.settled", { amount: say.digits(settled) }) : null,
    paidOut.length > 0 ? paidOutText(say, paidOut, isShort ? fewKindsNamed : kindsNamed) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : null;
}

/** What was in the box in the morning, what came and went, what the counters changed, and what it comes to. */
export function cashText(say: Speak, { opening, received, paid, difference, closing }: CashFlow): string {
  const [from, came, went, now] = [opening, received, paid, closing].map((amount) => say.digits(amount));
  const off =
    difference === 0
      ? ""
      : ` ${difference < 0 ? "−" : "+"} ${say.t("days.cashOff")} ${say.digits(satang(Math.abs(difference)))}`;
  return say.t("days.cash", { opening: from, received: came, paid: went, off, closing: now });
}

function paidOutText(say: Speak, paidOut: DayTotals["paidOut"], most: number): string {
  const isLong = paidOut.length > most;
  const named = isLong ? paidOut.slice(0, most - 1) : paidOut;
  const others = sum(paidOut.slice(named.length).map(({ amount }) => amount));
  const list = [
    ...named.map(({ kind, amount }) => `${say.t(`payments.short.${kind}`)} ${say.digits(amount)}`),
    ...(isLong ? [`${say.t("payments.short.others")} ${say.digits(others)}`] : []),
  ];
  return say.t("days.paidOut", { list: list.join(", ") });
}
