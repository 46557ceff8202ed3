import { monthOf } from "../../dates";
import { DomainError } from "../../errors";
import { satang, subtract, sum, type Satang } from "../../money";
import type { DepositSplit } from "../../savings/deposit";
import type { InstalmentStanding, LoanStanding } from "../standing";

/** How much is paid on a contract: a sum, so many instalments, or all of it; `due`: what is due by the end of the month, else the next instalment. */
export type RepaymentAmount =
  | { verdict: "value"; satang: Satang }
  | { verdict: "due" }
  | { verdict: "instalments"; instalments: number }
  | { verdict: "pay-off" };

interface Parts {
  fine: Satang;
  interest: Satang;
  principal: Satang;
}

const loanParts = ["fine", "interest", "principal"] as const;

/** Satang of interest of the periods that have begun that is not paid: what who pays all still pays of it. */
export function interestBegun({ payOff, outstanding, fineDue }: LoanStanding): Satang {
  return satang(payOff - outstanding - fineDue);
}

/**
 * What of a payment goes to the fine, the interest and the principal of a contract: first to what is due, in this order; what is left goes to the
 * interest of the period that runs and then to the principal, of `flat` from instalment to instalment. Throws `loan.more-than-pay-off`,
 * `loan.nothing-owed`.
 */
export function splitRepayment(standing: LoanStanding, amount: RepaymentAmount): DepositSplit[] {
  const { contractNo } = standing.contract;
  if (standing.closed) throw new DomainError("loan.nothing-owed", { contractNo });
  switch (amount.verdict) {
    case "value":
      return namedParts(contractNo, partsOf(standing, amount.satang));
    case "pay-off":
      return namedParts(contractNo, payOffParts(standing));
    case "due":
      return namedParts(contractNo, rowParts(standing, dueRows(standing)));
    case "instalments":
      return namedParts(contractNo, rowParts(standing, unpaidRows(standing).slice(0, amount.instalments)));
  }
}

/** What is due of a contract by the end of the month of its standing; none where nothing is. */
export function dueThisMonth(standing: LoanStanding): DepositSplit[] {
  const rows = unpaidRows(standing).filter(({ dueOn }) => monthOf(dueOn) <= monthOf(standing.on));
  if (rows.length === 0 && standing.fineDue === 0) return [];
  return namedParts(standing.contract.contractNo, rowParts(standing, rows));
}

/**
 * Looks whether sums that somebody named of a contract can be: no more of each than is owed, interest of later instalments only with the principal of those before,
 * no principal before the fine and the interest that are due, and not all of it while something else is owed. Throws `loan.more-than-owed`,
 * `loan.more-than-asked`, `loan.more-than-pay-off`, `loan.interest-first`, `loan.closes-short`.
 */
export function checkRepayment(standing: LoanStanding, split: readonly DepositSplit[]): void {
  const { contract, outstanding, fineDue, interestDue, payOff } = standing;
  const { contractNo } = contract;
  const paid = (purpose: (typeof loanParts)[number]) =>
    sum(split.filter((part) => part.contractNo === contractNo && part.purpose === purpose).map(({ amount }) => amount));
  const [fine, interest, principal] = [paid("fine"), paid("interest"), paid("principal")];
  if (principal > outstanding) throw new DomainError("loan.more-than-owed", { contractNo, owed: outstanding });
  const begun = interestBegun(standing);
  const ends = principal > 0 && principal === outstanding;
  if (ends && interest > begun) throw new DomainError("loan.more-than-pay-off", { contractNo, payOff });
  const asked = satang(Math.max(begun, interestWith(standing, principal)));
  if (interest > asked || fine > fineDue)
    throw new DomainError("loan.more-than-asked", { contractNo, interest: asked, fine: fineDue });
  if (ends && (interest < begun || fine < fineDue)) throw new DomainError("loan.closes-short", { contractNo, payOff });
  if (principal > 0 && (interest < interestDue || fine < fineDue))
    throw new DomainError("loan.interest-first", { contractNo, interest: interestDue, fine: fineDue });
}

/** Satang of interest of the instalments, in their order, that so much principal pays, and of the one after them. */
function interestWith(standing: LoanStanding, principal: Satang): Satang {
  let left: number = principal;
  let interest = 0;
  for (const row of unpaidRows(standing)) {
    interest += row.interest - row.interestPaid;
    left -= row.principal - row.principalPaid;
    if (left < 0) break;
  }
  return satang(interest);
}

const unpaidRows = ({ instalments }: LoanStanding): InstalmentStanding[] =>
  instalments.filter((row) => row.principal + row.interest > row.principalPaid + row.interestPaid);

/** What is due by the end of the month; else the next instalment. */
function dueRows(standing: LoanStanding): InstalmentStanding[] {
  const unpaid = unpaidRows(standing);
  const due = unpaid.filter(({ dueOn }) => monthOf(dueOn) <= monthOf(standing.on));
  return due.length > 0 ? due : unpaid.slice(0, 1);
}

/** The whole of these instalments, and the fine; all of it where nothing but these is owed. */
function rowParts(standing: LoanStanding, rows: readonly InstalmentStanding[]): Parts {
  const principal = sum(rows.map((row) => subtract(row.principal, row.principalPaid)));
  if (principal === standing.outstanding) return payOffParts(standing);
  return {
    fine: standing.fineDue,
    interest: sum(rows.map((row) => subtract(row.interest, row.interestPaid))),
    principal,
  };
}

const payOffParts = (standing: LoanStanding): Parts => ({
  fine: standing.fineDue,
  interest: interestBegun(standing),
  principal: standing.outstanding,
});

function partsOf(standing: LoanStanding, amount: Satang): Parts {
  const { contract, fineDue, interestDue, principalDue, outstanding, payOff, on } = standing;
  if (amount > payOff) throw new DomainError("loan.more-than-pay-off", { contractNo: contract.contractNo, payOff });
  let left: number = amount;
  const taken = { fine: 0, interest: 0, principal: 0 };
  const take = (part: keyof typeof taken, most: number): void => {
    const sumTaken = Math.min(left, Math.max(0, most));
    taken[part] += sumTaken;
    left -= sumTaken;
  };
  take("fine", fineDue);
  take("interest", interestDue);
  take("principal", principalDue);
  if (contract.terms?.method === "flat" && amount < payOff) {
    for (const row of unpaidRows(standing).filter(({ dueOn }) => dueOn > on)) {
      take("interest", row.interest - row.interestPaid);
      take("principal", row.principal - row.principalPaid);
    }
  }
  take("interest", interestBegun(standing) - taken.interest);
  take("principal", outstanding - taken.principal);
  return { fine: satang(taken.fine), interest: satang(taken.interest), principal: satang(taken.principal) };
}

function namedParts(contractNo: string, parts: Parts): DepositSplit[] {
  return loanParts.flatMap((purpose) => (parts[purpose] > 0 ? [{ purpose, amount: parts[purpose], contractNo }] : []));
}
