import { localDateOf } from "../../../domain/dates";
import { loanProducts, type LoanProduct } from "../../../domain/loans/loan-rules";
import { limitLeft } from "../../../domain/loans/requests/judge";
import { subtract, sum, type Satang } from "../../../domain/money";
import { memberName, type MemberName } from "../../../domain/people";
import { clauseOf, type RuleBook } from "../../../domain/rules/rule-book";
import type { Tx } from "../../../storage/tx";
import { withWord, type WordedGroup } from "../../rules/money-words";
import { rulesInForce } from "../../rules/rules-in-force";
import { findOpenContracts, type OpenContract } from "../open-contracts";
import { borrowerFacts } from "./borrower-facts";
import type { Borrower } from "./borrowers";

/** What a borrower may still be lent by each product that her group offers. Sums in satang. */
export interface LimitsLeft {
  group: WordedGroup;
  member: MemberName;
  /** What stands in her savings. */
  savings: Satang;
  owed: Satang;
  /** What she asked for and was not paid out yet: it lessens what is left, and is no debt. */
  asked: Satang;
  /** Null: the rules set no limit. */
  limits: { product: LoanProduct; left: Satang | null; clause: string }[];
}

/** The products that a group's rules offer. */
export function offeredProducts(rules: RuleBook): LoanProduct[] {
  return loanProducts.filter((product) => rules.values[`loan-${product}`].offered);
}

/** What a borrower may still be lent, by her savings and what she owes; whether she is lent it, people decide. */
export async function limitsLeft(tx: Tx, { group, member }: Borrower, now: Date): Promise<LimitsLeft> {
  const on = localDateOf(now);
  const rules = await rulesInForce(tx, group, on);
  const facts = await borrowerFacts(tx, group, member, { rules, on, renews: null, otherIds: [] });
  const owed = sum((await findOpenContracts(tx, [member.id])).map((contract) => contract.owed));
  return {
    group: withWord(group, rules),
    member: memberName(member),
    savings: facts.savings,
    owed,
    asked: subtract(facts.owed, owed),
    limits: offeredProducts(rules).map((product) => ({
      product,
      left: limitLeft(rules, product, facts),
      clause: clauseOf(rules, `loan-${product}`).no,
    })),
  };
}

/** What a conversation about a loan needs to know of a borrower before it asks: the rules, and the contracts that she could renew. */
export async function borrowerRules(
  tx: Tx,
  { group, member }: Borrower,
  now: Date,
): Promise<{ rules: RuleBook; contracts: OpenContract[] }> {
  return {
    rules: await rulesInForce(tx, group, localDateOf(now)),
    contracts: await findOpenContracts(tx, [member.id]),
  };
}
