import type { LocalDate } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { memberId } from "../../../domain/ids";
import { mostGraceMonths, mostNewInstalments, type AskedChange } from "../../../domain/loans/changes/change";
import {
  remainderOf,
  successorNo,
  successorOf,
  successorTerms,
  type NewTerms,
} from "../../../domain/loans/changes/successor";
import type { LoanContract } from "../../../domain/loans/contract";
import { loanTermsOf, type CarriedSums, type ContractTerms } from "../../../domain/loans/contract-terms";
import { productOnPaper } from "../../../domain/loans/paper-terms";
import { scheduleOf } from "../../../domain/loans/schedule/schedule";
import type { ScheduleMethod } from "../../../domain/loans/schedule/terms";
import { summaryOf, type ScheduleSummary } from "../../../domain/loans/schedule/summary";
import type { OwedSums } from "../../../domain/loans/set-off";
import type { LoanStanding } from "../../../domain/loans/standing";
import { termsFor } from "../../../domain/loans/terms-for";
import type { Member } from "../../../domain/members/member";
import { satang, subtract, zero, type Satang } from "../../../domain/money";
import { isAbove, ratioFromDecimal } from "../../../domain/ratio";
import type { RuleBook } from "../../../domain/rules/rule-book";
import { findContractsOfGroup } from "../../../storage/loan-contracts";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { rulesInForce } from "../../rules/rules-in-force";

/** What a change of a contract starts from. */
export interface ChangeFacts {
  asked: AskedChange;
  old: LoanContract;
  owed: OwedSums;
  standing: LoanStanding | null;
  on: LocalDate;
}

/** A contract that begins by a change; `cut` is what of interest and fine is neither carried nor left behind, where anything is. */
export interface Begun {
  contract: LoanContract;
  debtor: Member;
  carried: CarriedSums;
  cut: CarriedSums | null;
  schedule: ScheduleSummary;
}

/**
 * The contract that begins in the place of another. Throws `loan-change.months`, `loan-change.no-terms` of a paper contract that says too little,
 * `loan-change.rate` where a rate is no lower, `loan-change.not-guarantor`, `loan-change.too-much`.
 */
export async function beginSuccessor(tx: Tx, group: Group, facts: ChangeFacts): Promise<Begun> {
  const { asked, old, owed, standing, on } = facts;
  const rules = await rulesInForce(tx, group, on);
  const debtor = await debtorOf(tx, facts);
  const principal = asked.kind === "take-over" ? takenOver(facts) : owed.principal;
  const base = old.terms ?? paperBase(rules, group, facts);
  const { carried, cut } = carriedBy(facts, principal);
  const terms = successorTerms(
    base,
    {
      ...countsOf(facts, base),
      principal,
      method: methodOf(facts, base, rules),
      yearlyRatePercent: rateOf(asked, base),
      carried,
      since: standing?.period.since ?? on,
    },
    { on, rules, workingDay: group.workingDay },
  );
  const others = await findContractsOfGroup(tx, group.id);
  const contractNo = successorNo(old, (no) => others.some((one) => one.contractNo === no));
  const stay = asked.kind === "take-over" ? [] : old.guarantorNos.filter((no) => !asked.freedNos.includes(no));
  return {
    contract: successorOf(old, { contractNo, memberId: debtor.id, on, terms }, stay),
    debtor,
    carried,
    cut,
    schedule: summaryOf(scheduleOf(loanTermsOf(terms))),
  };
}

async function debtorOf(tx: Tx, { asked, old }: ChangeFacts): Promise<Member> {
  const isGuarantor = asked.guarantorNo !== null && old.guarantorNos.includes(asked.guarantorNo);
  if (asked.kind === "take-over" && !isGuarantor)
    throw new DomainError("loan-change.not-guarantor", {
      memberNo: asked.guarantorNo ?? "",
      contractNo: old.contractNo,
    });
  for (const freed of asked.freedNos)
    if (!old.guarantorNos.includes(freed))
      throw new DomainError("loan-change.not-guarantor", { memberNo: freed, contractNo: old.contractNo });
  const owes = asked.kind === "take-over" ? memberId(old.groupId, asked.guarantorNo ?? "") : old.memberId;
  const debtor = await findMember(tx, owes);
  if (!debtor) throw new Error("members stay in the register");
  return debtor;
}

/** What a guarantor stands for, in satang: what she signed, of a paper that says no sum all. */
function guaranteeOf({ asked, old, owed }: ChangeFacts): Satang {
  const own = memberId(old.groupId, asked.guarantorNo ?? "");
  const total = satang(owed.principal + owed.interest + owed.fine);
  return old.guarantees?.find((one) => one.memberId === own)?.amount ?? total;
}

function takenOver(facts: ChangeFacts): Satang {
  const most = satang(Math.min(facts.owed.principal, guaranteeOf(facts)));
  const amount = facts.asked.amount ?? most;
  if (amount > most) throw new DomainError("loan-change.too-much", { sum: most });
  return amount;
}

/**
 * What goes along with the principal: the interest of the periods that are over, and the fine. Of a part that a guarantor takes over nothing does, it
 * stays with the borrower; nor what of it is more than she stands for.
 */
function carriedBy(facts: ChangeFacts, principal: Satang): Pick<Begun, "carried" | "cut"> {
  const { asked, owed, standing } = facts;
  if (principal < owed.principal) return { carried: { interest: zero, fine: zero }, cut: null };
  const all = { interest: standing?.period.interestBefore ?? zero, fine: owed.fine };
  if (asked.kind !== "take-over") return { carried: all, cut: null };
  const room = Math.max(0, guaranteeOf(facts) - principal);
  const interest = satang(Math.min(all.interest, room));
  const fine = satang(Math.min(all.fine, Math.max(0, room - interest)));
  const cut = { interest: subtract(all.interest, interest), fine: subtract(all.fine, fine) };
  return { carried: { interest, fine }, cut: cut.interest + cut.fine === 0 ? null : cut };
}

type Counts = Pick<NewTerms, "instalments" | "gracePrincipal" | "graceInterest">;

/** How many instalments the new contract has, and how many of them without principal or interest. */
function countsOf({ asked, old, standing }: ChangeFacts, base: ContractTerms): Counts {
  const { kind, months } = asked;
  const left = standing && old.terms ? remainderOf(old.terms, standing) : null;
  if (kind !== "grace") {
    const counts = months === null && kind === "take-over" ? left : null;
    const instalments = counts?.instalments ?? within(months, mostNewInstalments);
    return { instalments, gracePrincipal: counts?.gracePrincipal ?? 0, graceInterest: counts?.graceInterest ?? 0 };
  }
  if (!left) throw new DomainError("loan-change.no-terms", { contractNo: old.contractNo });
  const more = within(months, mostGraceMonths);
  return {
    instalments: left.instalments + more,
    gracePrincipal: isByRows(base.method) ? left.gracePrincipal + more : left.gracePrincipal,
    graceInterest: left.graceInterest,
  };
}

const isByRows = (method: ScheduleMethod): boolean => method !== "lump-sum" && method !== "interest-only";

/** Whoever is given new instalments pays principal in each of them, whatever was agreed on before. */
function methodOf({ asked }: ChangeFacts, { method }: ContractTerms, rules: RuleBook): ScheduleMethod {
  if (asked.kind === "grace" || asked.months === null || isByRows(method)) return method;
  const usual = rules.values["loan-ordinary"].method;
  return isByRows(usual) ? usual : "monthly-on-outstanding";
}

function within(months: number | null, most: number): number {
  if (months === null || months < 1 || months > most) throw new DomainError("loan-change.months", { mostMonths: most });
  return months;
}

function rateOf({ yearlyRatePercent }: AskedChange, base: ContractTerms): string | null {
  if (yearlyRatePercent === null) return null;
  const [asked, now] = [ratioFromDecimal(yearlyRatePercent), ratioFromDecimal(base.yearlyRatePercent)];
  if (!asked || !now || isAbove(asked, now))
    throw new DomainError("loan-change.rate", { rate: base.yearlyRatePercent });
  return yearlyRatePercent;
}

/** Terms for a contract on paper that has none: those that the rules give a loan of its product, at the rate of the paper where it is written. */
function paperBase(rules: RuleBook, group: Group, { old, owed, asked, on }: ChangeFacts): ContractTerms {
  const loan = {
    product: productOnPaper(old.product),
    amount: owed.principal,
    instalments: asked.months ?? 1,
    disbursedOn: on,
  };
  const terms = termsFor(rules, loan, group.workingDay);
  return ratioFromDecimal(old.yearlyRatePercent) ? { ...terms, yearlyRatePercent: old.yearlyRatePercent } : terms;
}
