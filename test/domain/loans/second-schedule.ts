import type { LoanTerms } from "../../../src/domain/loans/schedule/terms";
import type { Rounding } from "../../../src/domain/rounding";

/** A fraction that is never reduced: slow, and nothing like the schedules it checks. */
type Fraction = [numerator: bigint, denominator: bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const by = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const whole = (number: number | bigint): Fraction => [BigInt(number), 1n];

/** Rounded by listing the two neighbours and choosing between them. */
function round([numerator, denominator]: Fraction, { mode, multiple }: Rounding): number {
  const step = BigInt(multiple);
  const below = (numerator / (denominator * step)) * step;
  const above = below + step;
  const [down, up] = [numerator - below * denominator, above * denominator - numerator];
  if (down === 0n || mode === "down") return Number(below);
  if (mode === "up") return Number(above);
  if (down !== up) return Number(down < up ? below : above);
  return Number(mode === "half-up" || (below / step) % 2n !== 0n ? above : below);
}

const dayMs = 86_400_000;
const day = (year: number, month: number, date: number) => Date.UTC(year, month, date) / dayMs;
const numbers = (text: string) => text.split("-").map(Number) as [number, number, number];
const dayOf = (text: string) => {
  const [year, month, date] = numbers(text);
  return day(year, month - 1, date);
};

/** The k-th due day as a count of days: as listed, else counted. */
function due(loan: LoanTerms, k: number): number {
  const listed = loan.dueOn?.[k];
  return listed === undefined ? counted(loan, k) : dayOf(listed);
}

/** The k-th due day as periods are counted, months by the calendar of `Date`. */
function counted({ firstDueOn, every: { count, unit } }: LoanTerms, k: number): number {
  const [year, month, date] = numbers(firstDueOn);
  if (unit !== "month") return dayOf(firstDueOn) + k * count * (unit === "week" ? 7 : 1);
  const last = new Date(Date.UTC(year, month + k * count, 0)).getUTCDate();
  return day(year, month - 1 + k * count, Math.min(date, last));
}

function rateOf(loan: LoanTerms, k: number): Fraction {
  const { yearlyRate, basis, every, disbursedOn } = loan;
  const [from, to] = [k === 0 ? dayOf(disbursedOn) : due(loan, k - 1), due(loan, k)];
  const yearly: Fraction = [yearlyRate.num, yearlyRate.den];
  if (basis === "per-period") {
    const periods = { month: 12, week: 52, day: 365 }[every.unit];
    const regular = by(yearly, [BigInt(every.count), BigInt(periods)]);
    const first = counted(loan, 0);
    return k > 0 ? regular : by(regular, [BigInt(first - from), BigInt(first - counted(loan, -1))]);
  }
  if (basis === "30/360") {
    const text = (count: number) => numbers(new Date(count * dayMs).toISOString().slice(0, 10));
    const [[y1, m1, d1], [y2, m2, d2]] = [text(from), text(to)];
    const days = 360 * (y2 - y1) + 30 * (m2 - m1) + (d2 === 31 ? 30 : d2) - (d1 === 31 ? 30 : d1);
    return by(yearly, [BigInt(days), 360n]);
  }
  if (basis !== "actual/actual") return by(yearly, [BigInt(to - from), BigInt(basis.slice(7))]);
  const inLeapYears = Array.from({ length: to - from }, (_, at) => new Date((from + at) * dayMs).getUTCFullYear());
  const leap = inLeapYears.filter((year) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1).length;
  return by(yearly, plus([BigInt(leap), 366n], [BigInt(to - from - leap), 365n]));
}

/** Principal and interest of each row in satang: the same loan, thought through a second time. */
export function secondSchedule(loan: LoanTerms): [principal: number, interest: number][] {
  const { method, principal, instalments, gracePrincipal, graceInterest, instalmentRounding } = loan;
  const rates = Array.from({ length: instalments }, (_, k) => rateOf(loan, k));
  if (method === "lump-sum") {
    const all = rates.reduce((total, rate) => plus(total, rate), whole(0));
    return [[principal, round(by(whole(principal), all), loan.interestRounding)]];
  }
  const toBaht: Rounding = { mode: "down", multiple: 100 as Rounding["multiple"] };
  const interestRounding = method === "monthly-on-outstanding" ? toBaht : loan.interestRounding;
  const paying = instalments - gracePrincipal;
  const parts = round([BigInt(principal), BigInt(paying)], instalmentRounding);
  const level = method === "equal-instalment" ? levelOf(loan, rates.slice(gracePrincipal)) : 0;
  const rows: [number, number][] = [];
  let owed: number = principal;
  for (let k = 0; k < instalments; k++) {
    const rate = rates[k] ?? whole(0);
    const cost = round(by(whole(method === "flat" ? principal : owed), rate), interestRounding);
    const wanted = {
      flat: round(plus([BigInt(principal), BigInt(paying)], by(whole(principal), rate)), instalmentRounding) - cost,
      "equal-principal": parts,
      "monthly-on-outstanding": parts,
      "equal-instalment": level - cost,
      "interest-only": 0,
    }[method];
    const part = k === instalments - 1 ? owed : k < gracePrincipal || wanted < 0 ? 0 : wanted > owed ? owed : wanted;
    rows.push([part, cost]);
    owed -= part;
  }
  // Interest that was put off comes with the first row that pays any.
  const putOff = rows.slice(0, graceInterest).reduce((total, [, cost]) => total + cost, 0);
  return rows.map(([part, cost], k) => [part, k < graceInterest ? 0 : k === graceInterest ? cost + putOff : cost]);
}

/** What is owed at the end is a − b·x for an instalment x: the x that leaves nothing. */
function levelOf({ principal, instalmentRounding }: LoanTerms, rates: readonly Fraction[]): number {
  let [a, b] = [whole(principal), whole(0)];
  for (const rate of rates) {
    const growth = plus(whole(1), rate);
    [a, b] = [by(a, growth), plus(by(b, growth), whole(1))];
  }
  return round([a[0] * b[1], a[1] * b[0]], instalmentRounding);
}
