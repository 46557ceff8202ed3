import { monthOf, type LocalDate } from "../dates";
import { add, satang, subtract, sum, zero, type Satang } from "../money";
import type { LoanContract } from "./contract";
import { movesOf, type ContractEntry, type ContractMove } from "./contract-entries";
import { loanTermsOf } from "./contract-terms";
import { lateFineOf } from "./late-fine";
import type { LateLoanRule } from "./loan-rules";
import { askedOf, type AskedRow } from "./owed-periods";

/** One instalment as it stands on a day. Sums in satang. */
export interface InstalmentStanding {
  no: number;
  dueOn: LocalDate;
  /** What is asked by it: interest by what was really owed, principal as the schedule has it. */
  principal: Satang;
  interest: Satang;
  principalPaid: Satang;
  interestPaid: Satang;
  state: "paid" | "due" | "overdue" | "coming";
}

/** A contract as it stands on a day: a pure function of its terms and of the entries that still hold, so that a reversal puts it back exactly. Sums in satang. */
export interface LoanStanding {
  contract: LoanContract;
  on: LocalDate;
  /** Principal still owed. */
  outstanding: Satang;
  /** Asked by now and not paid: fine, interest, principal. */
  fineDue: Satang;
  interestDue: Satang;
  principalDue: Satang;
  /** Instalments that are overdue, counted only after the working day of their month has closed. */
  missed: number;
  /** The due day of the oldest overdue instalment; null where none is. */
  overdueSince: LocalDate | null;
  /** The next instalment that is not paid; null where nothing is owed any more. */
  next: { no: number; dueOn: LocalDate; principal: Satang; interest: Satang; total: Satang } | null;
  /** What ends the contract on this day: outstanding, interest by now, fine. */
  payOff: Satang;
  instalments: InstalmentStanding[];
  closed: boolean;
  /** When the period that runs began, and the interest of those before it that is not paid; below zero: paid ahead. */
  period: { since: LocalDate; interestBefore: Satang };
}

/** What a standing is read on. */
export interface StandingDay {
  on: LocalDate;
  /** The dates of the group's working days that have closed, in order. */
  closedOn: readonly LocalDate[];
  /** What the rules of the day on which an instalment fell due say of paying it late. */
  late: (dueOn: LocalDate) => LateLoanRule;
}

/**
 * How a contract stands on a day, from what its terms ask for and from the entries that still hold; null where it has no terms, as on paper
 * whose words make no schedule. An instalment is late when the working day of its month has closed without it.
 */
export function standingOf(
  contract: LoanContract,
  entries: readonly ContractEntry[],
  { on, closedOn, late }: StandingDay,
): LoanStanding | null {
  if (!contract.terms) return null;
  const terms = loanTermsOf(contract.terms);
  const moves = movesOf(contract, entries, on);
  const outstanding = satang(moves.reduce((owed, { lent, principal }) => owed + lent - principal, 0));
  const { interest: carried, fine: carriedFine } = contract.terms.carried ?? { interest: zero, fine: zero };
  // What was never paid out, or was taken back, asks for nothing; nor does what another contract took the place of.
  const isAsked = moves.some(({ lent }) => lent > 0) && !isEnded(moves, outstanding);
  const asked = isAsked ? askedOf(terms, moves, { on, carried }) : { ...nothingAsked, since: on };
  const paid = paidOf(moves);
  const instalments = settle(asked.rows, paid).map((row) => ({ ...row, state: stateOf(row, { on, closedOn }) }));
  const settledOn = settledByDay(asked.rows, moves);
  const fines = instalments.map((row, at) => {
    const inTimeUntil = asked.rows[at]?.isScheduled ? inTime(row.dueOn, closedOn) : null;
    if (!inTimeUntil) return zero;
    const unpaidOn = (day: LocalDate) => restOf(settledOn(day)[at]);
    return lateFineOf(
      late(row.dueOn),
      { dueOn: row.dueOn, inTimeUntil, unpaidOn },
      { on, rounding: terms.interestRounding },
    );
  });
  const due = instalments.filter(({ dueOn }) => dueOn <= on);
  const overdue = instalments.filter(({ state }) => state === "overdue");
  const fineDue = satang(isAsked ? Math.max(0, sum(fines) + carriedFine - paid.fine) : 0);
  const payOff = satang(outstanding + Math.max(0, asked.begun - paid.interest) + fineDue);
  return {
    contract,
    on,
    outstanding,
    fineDue,
    interestDue: sum(due.map((row) => subtract(row.interest, row.interestPaid))),
    principalDue: sum(due.map((row) => subtract(row.principal, row.principalPaid))),
    missed: overdue.filter(({ no }) => asked.rows.some((row) => row.no === no && row.isScheduled)).length,
    overdueSince: overdue[0]?.dueOn ?? null,
    next: nextOf(instalments),
    payOff,
    instalments,
    closed: payOff === 0,
    period: { since: asked.since, interestBefore: isAsked ? subtract(asked.over, paid.interest) : zero },
  };
}

const nothingAsked = { rows: [], begun: zero, over: zero };

const isEnded = (moves: readonly ContractMove[], outstanding: Satang): boolean =>
  outstanding === 0 && moves.some(({ changes }) => changes);

type Paid = Pick<ContractMove, "principal" | "interest" | "fine">;
type SettledRow = Omit<InstalmentStanding, "state">;

const paidOf = (moves: readonly ContractMove[]): Paid => ({
  principal: sum(moves.map(({ principal }) => principal)),
  interest: sum(moves.map(({ interest }) => interest)),
  fine: sum(moves.map(({ fine }) => fine)),
});

/** What was paid falls on the rows in their order. */
function settle(rows: readonly AskedRow[], { principal, interest }: Paid): SettledRow[] {
  const left: { principal: number; interest: number } = { principal, interest };
  return rows.map(({ no, dueOn, ...asked }) => {
    const principalPaid = satang(Math.min(left.principal, asked.principal));
    const interestPaid = satang(Math.min(left.interest, asked.interest));
    left.principal -= principalPaid;
    left.interest -= interestPaid;
    return { no, dueOn, principal: asked.principal, interest: asked.interest, principalPaid, interestPaid };
  });
}

/** The rows as they were settled by the end of a day: once for all days between two moves, since each row's fine asks of each month. */
function settledByDay(rows: readonly AskedRow[], moves: readonly ContractMove[]): (day: LocalDate) => SettledRow[] {
  const settled = new Map<number, SettledRow[]>();
  return (day) => {
    const until = moves.filter((move) => move.on <= day);
    const known = settled.get(until.length) ?? settle(rows, paidOf(until));
    settled.set(until.length, known);
    return known;
  };
}

/** What of an instalment is not paid, in satang. */
export function restOf(row: SettledRow | undefined): Satang {
  if (!row) return zero;
  return subtract(add(row.principal, row.interest), add(row.principalPaid, row.interestPaid));
}

/** The last day on which an instalment is in time; null as long as the working day of its month has not closed. */
function inTime(dueOn: LocalDate, closedOn: readonly LocalDate[]): LocalDate | null {
  const closed = closedOn.find((day) => monthOf(day) >= monthOf(dueOn));
  return closed === undefined ? null : closed > dueOn ? closed : dueOn;
}

function stateOf(row: SettledRow, { on, closedOn }: Pick<StandingDay, "on" | "closedOn">): InstalmentStanding["state"] {
  if (restOf(row) === 0) return "paid";
  if (row.dueOn > on) return "coming";
  const until = inTime(row.dueOn, closedOn);
  return until && (row.dueOn < on || closedOn.includes(row.dueOn)) ? "overdue" : "due";
}

function nextOf(rows: readonly InstalmentStanding[]): LoanStanding["next"] {
  const row = rows.find((one) => restOf(one) > 0);
  if (!row) return null;
  const principal = subtract(row.principal, row.principalPaid);
  const interest = subtract(row.interest, row.interestPaid);
  return { no: row.no, dueOn: row.dueOn, principal, interest, total: add(principal, interest) };
}
