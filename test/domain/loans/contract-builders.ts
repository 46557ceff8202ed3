import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "../../../src/domain/dates";
import { entryId, memberId, type GroupId } from "../../../src/domain/ids";
import { account, type AccountCode } from "../../../src/domain/ledger/accounts";
import { credit, debit, type Posting } from "../../../src/domain/ledger/journal-entry";
import type { LoanContract } from "../../../src/domain/loans/contract";
import type { ContractEntry } from "../../../src/domain/loans/contract-entries";
import type { ContractTerms } from "../../../src/domain/loans/contract-terms";
import { interestBases, scheduleMethods } from "../../../src/domain/loans/schedule/terms";
import { satang } from "../../../src/domain/money";
import { roundingModes } from "../../../src/domain/rounding";

const group = "namkhao" as GroupId;
const borrower = memberId(group, "012");
export const contractNo = "15/2568";

/** A contract with these terms. */
export function contractOf(terms: ContractTerms): LoanContract {
  const { principal, disbursedOn, instalments, yearlyRatePercent, method } = terms;
  return {
    id: `${group}/${contractNo}`,
    groupId: group,
    contractNo,
    memberId: borrower,
    product: terms.product,
    disbursedOn,
    principal,
    instalments,
    paidThrough: null,
    yearlyRatePercent,
    method,
    guarantorNos: [],
    terms,
  };
}

const own = (code: AccountCode) => ({ groupId: group, code, memberId: borrower, contractNo });

/** The entry that pays a contract out. */
export function payout({ principal, disbursedOn }: ContractTerms): ContractEntry {
  const postings = [debit(own(account.loans), principal), credit({ groupId: group, code: account.cash }, principal)];
  return { id: entryId(group, 1), kind: "loan.paid-out", effectiveOn: disbursedOn, postings };
}

/** The entry of a payment, sums in satang. */
export function payment(
  seq: number,
  on: LocalDate,
  { principal = 0, interest = 0, fine = 0 }: { principal?: number; interest?: number; fine?: number },
): ContractEntry {
  const parts: [AccountCode, number][] = [
    [account.fines, fine],
    [account.interestIncome, interest],
    [account.loans, principal],
  ];
  const credits = parts.filter(([, amount]) => amount > 0).map(([code, amount]) => credit(own(code), satang(amount)));
  const cash = debit({ groupId: group, code: account.cash }, satang(principal + interest + fine));
  return { id: entryId(group, seq), kind: "savings.deposit", effectiveOn: on, postings: [cash, ...credits] };
}

/** The entry that takes another back. */
export function takenBack(seq: number, entry: ContractEntry, on: LocalDate): ContractEntry {
  const postings = entry.postings.map((one): Posting => ({ ...one, side: one.side === "debit" ? "credit" : "debit" }));
  return { id: entryId(group, seq), kind: "reversal", reverses: entry.id, effectiveOn: on, postings };
}

const rounding = fc.record({
  mode: fc.constantFrom(...roundingModes),
  multiple: fc.constantFrom(1, 25, 100).map(satang),
});

/** Terms of contracts of every method. */
export const someTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    method: fc.constantFrom(...scheduleMethods),
    principal: fc.integer({ min: 100, max: 30_000_000 }).map(satang),
    yearlyRatePercent: fc.constantFrom("0", "5", "7.5", "12", "14.4"),
    basis: fc.constantFrom(...interestBases),
    instalments: fc.integer({ min: 1, max: 24 }),
    disbursedOn: fc.nat(900).map((days) => addDays(localDate("2026-01-05"), days)),
    firstAfter: fc.integer({ min: 1, max: 60 }),
    instalmentRounding: rounding,
    interestRounding: rounding,
    graces: fc.tuple(fc.nat(4), fc.nat(4)),
  })
  .map(({ firstAfter, graces, ...terms }) => ({
    ...terms,
    product: "ordinary",
    rules: { version: 0, clause: "8" },
    firstDueOn: addDays(terms.disbursedOn, firstAfter),
    gracePrincipal: Math.min(graces[0], terms.instalments - 1),
    graceInterest: Math.min(graces[1], terms.instalments - 1),
    fee: satang(0),
  }));
