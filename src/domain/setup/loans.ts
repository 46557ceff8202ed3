import type { LocalDate, YearMonth } from "../dates";
import { memberId, type GroupId } from "../ids";
import { account } from "../ledger/accounts";
import { credit, debit, type EntryDraft } from "../ledger/journal-entry";
import { contractId, type LoanContract } from "../loans/contract";
import { sum, type Satang } from "../money";
import { setupEntry, type SetupTime } from "./books";
import { bahtFigure, problemAt, type GroupPlan, type SetupPlace, type SetupPlan, type SetupProblem } from "./plan";
import type { SetupRecord } from "./records";

/** One row of a loans file: a contract on paper and what is still owed on it. */
export interface LoanPlan {
  row: number | null;
  /** Whether every cell of the row could be read. */
  complete: boolean;
  contractNo: string;
  memberNo: string;
  product: string;
  disbursedOn: LocalDate;
  principal: Satang;
  outstanding: Satang;
  instalments: number | null;
  paidThrough: YearMonth | null;
  yearlyRatePercent: string;
  method: string;
  guarantorNos: string[];
}

/** The contracts of a group's file. */
export interface LoansPlan {
  file: string;
  loans: LoanPlan[];
}

/** The contracts that setup brought in of each living group, by number, as their records say. */
export type LivingLoans = ReadonlyMap<GroupId, ReadonlyMap<string, SetupRecord>>;

/** Contracts that a plan brings into a group. */
export interface LoansChange {
  groupId: GroupId;
  loans: LoanPlan[];
}

/** What is wrong with a group's contracts by themselves, and with their sum: they tie to the opening's loans. */
export function checkLoans(group: GroupPlan): SetupProblem[] {
  if (!group.loans) return [];
  const { file, loans } = group.loans;
  const numbers = new Set(group.members.map(({ memberNo }) => memberNo));
  const problems = loans.flatMap((loan, index) => {
    const report = (field: string, message: string) => [problemAt({ file, row: loan.row, field }, message)];
    const twice = loans.slice(0, index).some(({ contractNo }) => contractNo === loan.contractNo);
    const strangers = loan.guarantorNos.filter((no) => !numbers.has(no));
    return [
      ...(twice && loan.contractNo !== ""
        ? report("contract_no", `The contract ${loan.contractNo} stands twice.`)
        : []),
      ...(loan.memberNo === "" || numbers.has(loan.memberNo)
        ? []
        : report("member_no", `There is no member ${loan.memberNo} in this group.`)),
      ...strangers.map((no) =>
        problemAt({ file, row: loan.row, field: "guarantor_nos" }, `There is no member ${no} in this group.`),
      ),
      ...(loan.guarantorNos.includes(loan.memberNo)
        ? report("guarantor_nos", "A borrower does not guarantee her own loan.")
        : []),
      ...(loan.outstanding > loan.principal ? report("outstanding_baht", "More is owed than was lent.") : []),
    ];
  });
  return [...problems, ...checkSum(group, { file, row: null, field: "outstanding_baht" }, loans)];
}

function checkSum(group: GroupPlan, place: SetupPlace, loans: readonly LoanPlan[]): SetupProblem[] {
  if (!group.opening || loans.some(({ complete }) => !complete)) return [];
  const total = sum(loans.map(({ outstanding }) => outstanding));
  if (total === group.opening.loans) return [];
  const [owed, said] = [bahtFigure(total), bahtFigure(group.opening.loans)];
  return [problemAt(place, `The contracts owe ${owed} baht together, and loansBaht of the opening says ${said}.`)];
}

/** A contract's facts as they stand in the chain. Sums in satang. */
export function loanRecord({ row: _row, complete: _complete, guarantorNos, ...facts }: LoanPlan): SetupRecord {
  return { ...facts, guarantorNos: guarantorNos.length === 0 ? null : guarantorNos.join(" ") };
}

/** Which contracts a plan brings in, once for each group; a problem for everything that differs from what it brought in before. */
export function compareLoans(
  { groups }: Pick<SetupPlan, "groups">,
  living: LivingLoans,
): { changes: LoansChange[]; problems: SetupProblem[] } {
  const changes: LoansChange[] = [];
  const problems: SetupProblem[] = [];
  for (const { id, loans: plan } of groups) {
    const known = living.get(id);
    if (!plan) continue;
    if (!known || known.size === 0) {
      if (plan.loans.length > 0) changes.push({ groupId: id, loans: plan.loans });
      continue;
    }
    for (const loan of plan.loans.filter(({ complete }) => complete)) {
      const before = known.get(loan.contractNo);
      if (before && sameFacts(before, loanRecord(loan))) continue;
      const message = before
        ? `The contract ${loan.contractNo} differs from what setup said first: setup changes nothing that lives.`
        : `The contract ${loan.contractNo} is new: a group's contracts on paper come in once, all together.`;
      problems.push(problemAt({ file: plan.file, row: loan.row, field: "contract_no" }, message));
    }
  }
  return { changes, problems };
}

const sameFacts = (one: SetupRecord, other: SetupRecord): boolean =>
  Object.keys(other).every((fact) => (one[fact] ?? null) === (other[fact] ?? null));

/** The entry that takes a contract's part out of the group's loans: no satang moves in or out of them. */
export function loanOpening(groupId: GroupId, loan: LoanPlan, time: SetupTime): EntryDraft {
  const { contractNo, outstanding } = loan;
  const own = { groupId, code: account.loans, memberId: memberId(groupId, loan.memberNo), contractNo };
  return {
    ...setupEntry(time),
    idempotencyKey: `opening.loan:${contractId(groupId, contractNo)}`,
    kind: "opening.loan",
    postings: outstanding > 0 ? [debit(own, outstanding), credit({ groupId, code: account.loans }, outstanding)] : [],
    record: loanRecord(loan),
  };
}

/** The contract of a row. */
export function contractOfPlan(groupId: GroupId, loan: LoanPlan): LoanContract {
  const { row: _row, complete: _complete, outstanding: _outstanding, memberNo, ...facts } = loan;
  return { id: contractId(groupId, facts.contractNo), groupId, memberId: memberId(groupId, memberNo), ...facts };
}
