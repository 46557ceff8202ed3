import { localDateOf, type LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { Member } from "../../../domain/members/member";
import { loanTermsOf, type ContractTerms } from "../../../domain/loans/contract-terms";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { GuarantorView, LoanRequestView } from "../../../domain/loans/requests/request-view";
import { scheduleOf } from "../../../domain/loans/schedule/schedule";
import { summaryOf } from "../../../domain/loans/schedule/summary";
import { termsFor } from "../../../domain/loans/terms-for";
import { memberName } from "../../../domain/people";
import { rulesNumbered, type RuleBook } from "../../../domain/rules/rule-book";
import { findMembers } from "../../../storage/members";
import { findRuleVersions } from "../../../storage/rule-books";
import type { Tx } from "../../../storage/tx";
import { withWord } from "../../rules/money-words";
import { queueOf } from "./queue";

/** The rules under which a request was put: what binds it, whatever they became since. */
export async function rulesOfRequest(tx: Tx, group: Group, { rules }: Pick<LoanRequest, "rules">): Promise<RuleBook> {
  return rulesNumbered(await findRuleVersions(tx, group.id), group.financeMode, rules.version);
}

/** The terms of a request that is paid out on a day: of what was granted, else of what is asked for. */
export function termsOfRequest(rules: RuleBook, group: Group, request: LoanRequest, on: LocalDate): ContractTerms {
  const { product, amount, instalments, decision } = request;
  const granted = decision && decision.granted > 0 ? decision.granted : amount;
  return termsFor(rules, { product, amount: granted, instalments, disbursedOn: on }, group.workingDay);
}

/** A request with names, schedule and its place in the queue. */
export async function requestView(tx: Tx, group: Group, request: LoanRequest): Promise<LoanRequestView> {
  const rules = await rulesOfRequest(tx, group, request);
  const terms = termsOfRequest(rules, group, request, localDateOf(request.putAt));
  const named = request.guarantors.filter(({ state }) => state !== "replaced");
  const members = await findMembers(tx, [...new Set([request.memberId, ...named.map(({ memberId }) => memberId)])]);
  const nameOf = (id: Member["id"]) => {
    const member = members.find((one) => one.id === id);
    if (!member) throw new Error("a request names members");
    return memberName(member);
  };
  const guarantors = named.map(({ memberId, amount, state, enteredBy }): GuarantorView => ({
    member: nameOf(memberId),
    amount,
    state,
    isEntered: enteredBy !== null,
  }));
  const { yearlyRatePercent, fee } = terms;
  return {
    request,
    group: withWord(group, rules),
    member: nameOf(request.memberId),
    schedule: summaryOf(scheduleOf(loanTermsOf(terms))),
    yearlyRatePercent,
    fee,
    guarantors,
    place: await placeOf(tx, request, rules),
  };
}

async function placeOf(
  tx: Tx,
  { id, groupId, state }: LoanRequest,
  rules: RuleBook,
): Promise<LoanRequestView["place"]> {
  if (state !== "waiting") return null;
  const order = rules.values["loan-limits"].queue;
  const queue = await queueOf(tx, groupId, order);
  const at = queue.findIndex((one) => one.id === id);
  // Before it is stored as waiting, it stands behind those that are.
  return at < 0 ? { at: queue.length + 1, of: queue.length + 1, order } : { at: at + 1, of: queue.length, order };
}
