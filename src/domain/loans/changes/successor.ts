import type { WorkingDayRule } from "../../calendar";
import { monthOf, monthsBetween, type LocalDate } from "../../dates";
import { memberId as memberIdOf } from "../../ids";
import { satang, zero, type Satang } from "../../money";
import type { RuleBook } from "../../rules/rule-book";
import { contractId, type LoanContract } from "../contract";
import { loanTermsOf, type CarriedSums, type ContractTerms } from "../contract-terms";
import { dueDaysByRule } from "../due-days-by-rule";
import { dueDaysOf } from "../schedule/due-days";
import type { ScheduleMethod } from "../schedule/terms";
import type { LoanStanding } from "../standing";

/** What is new about the terms of a contract that takes the place of another; sums in satang. */
export interface NewTerms {
  principal: Satang;
  instalments: number;
  gracePrincipal: number;
  graceInterest: number;
  method: ScheduleMethod;
  yearlyRatePercent: string | null;
  carried: CarriedSums;
  /** From when its first period counts: the last due day of the old contract, so that no day is paid for twice, nor forgotten. */
  since: LocalDate;
}

/**
 * The terms of a contract that goes on from another: rounding and the clause of its rate stay, since a new rule applies to new loans only. Due
 * days are those of the rules in force, the first of them after the day of the change.
 */
export function successorTerms(
  old: ContractTerms,
  { since, carried, yearlyRatePercent, ...counts }: NewTerms,
  { on, rules, workingDay }: { on: LocalDate; rules: RuleBook; workingDay: Pick<WorkingDayRule, "dayOfMonth"> },
): ContractTerms {
  const { dueOn: _dueOn, carried: _carried, ...kept } = old;
  const daysFrom = (disbursedOn: LocalDate) =>
    dueDaysByRule(rules.values["loan-due-days"], workingDay, { disbursedOn, instalments: counts.instalments });
  const days = daysFrom(since);
  const isInTime = (days.dueOn?.[0] ?? days.firstDueOn) > on;
  return {
    ...kept,
    ...counts,
    ...(isInTime ? days : daysFrom(on)),
    yearlyRatePercent: yearlyRatePercent ?? old.yearlyRatePercent,
    disbursedOn: since,
    fee: zero,
    ...(carried.interest === 0 && carried.fine === 0 ? {} : { carried }),
  };
}

/** What of a contract's schedule is still to come, as a change counts it: instalments that are not paid, and graces that are not over. */
export function remainderOf(
  terms: ContractTerms,
  { instalments, period }: Pick<LoanStanding, "instalments" | "period">,
): { instalments: number; gracePrincipal: number; graceInterest: number } {
  if (terms.method === "lump-sum") {
    const end = dueDaysOf(loanTermsOf(terms)).at(-1) ?? terms.firstDueOn;
    const months = Math.max(1, monthsBetween(monthOf(period.since), monthOf(end)));
    return { instalments: months, gracePrincipal: 0, graceInterest: 0 };
  }
  const scheduled = instalments.slice(0, terms.instalments);
  const left = Math.max(1, scheduled.filter(({ state }) => state !== "paid").length);
  const past = terms.instalments - left;
  const rest = (grace: number): number => Math.min(left - 1, Math.max(0, grace - past));
  return {
    instalments: left,
    gracePrincipal: rest(terms.gracePrincipal),
    graceInterest: rest(terms.graceInterest),
  };
}

/** The number of the contract that takes the place of another: the first of its line with "-2", "-3" … behind it. */
export function successorNo(
  { contractNo, comesOf }: Pick<LoanContract, "contractNo" | "comesOf">,
  isTaken: (contractNo: string) => boolean,
): string {
  const root = comesOf?.root ?? contractNo;
  let no = 2;
  while (isTaken(`${root}-${no}`)) no += 1;
  return `${root}-${no}`;
}

/** The contract that takes the place of another. Whoever stands for the old one and is named stands for it, up to her old sum and to what is owed now. */
export function successorOf(
  old: LoanContract,
  facts: { contractNo: string; memberId: LoanContract["memberId"]; on: LocalDate; terms: ContractTerms },
  guarantorNos: readonly string[],
): LoanContract {
  const { contractNo, memberId, on, terms } = facts;
  const { groupId, product, guarantees, comesOf } = old;
  const standing = new Set(guarantorNos.map((no) => memberIdOf(groupId, no)));
  return {
    id: contractId(groupId, contractNo),
    groupId,
    contractNo,
    memberId,
    product,
    disbursedOn: on,
    principal: terms.principal,
    instalments: terms.instalments,
    paidThrough: null,
    yearlyRatePercent: terms.yearlyRatePercent,
    method: terms.method,
    guarantorNos: [...guarantorNos],
    terms,
    ...(guarantees && {
      guarantees: guarantees
        .filter(({ memberId: id }) => standing.has(id))
        .map(({ memberId: id, amount }) => ({ memberId: id, amount: satang(Math.min(amount, terms.principal)) })),
    }),
    comesOf: { contractNo: old.contractNo, root: comesOf?.root ?? old.contractNo },
  };
}
