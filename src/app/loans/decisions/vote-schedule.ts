import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { loanTermsOf } from "../../../domain/loans/contract-terms";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { scheduleOf, type Schedule } from "../../../domain/loans/schedule/schedule";
import type { Satang } from "../../../domain/money";
import type { Tx } from "../../../storage/tx";
import { readVote } from "../../approvals/ballots/vote";
import type { Actor } from "../../people/actor";
import { withWord, type WordedGroup } from "../../rules/money-words";
import { rulesOfRequest, termsOfRequest } from "../requests/request-view";
import { loanMatter } from "./matter";

/** Every row of what is asked for, as it will bind; `amount` in satang. */
export interface RequestSchedule {
  group: WordedGroup;
  amount: Satang;
  schedule: Schedule;
}

/** The rows of a request, as if it were paid out on the day on which it was put, as on its cards. */
export async function scheduleOfRequest(tx: Tx, group: Group, request: LoanRequest): Promise<RequestSchedule> {
  const rules = await rulesOfRequest(tx, group, request);
  const terms = termsOfRequest(rules, group, request, localDateOf(request.putAt));
  return { group: withWord(group, rules), amount: request.amount, schedule: scheduleOf(loanTermsOf(terms)) };
}

/** The rows on which a member of the committee votes. Throws `ballot.no-seat`, `ballot.conflict`. */
export async function scheduleToVote(tx: Tx, actor: Actor, ballotId: string): Promise<RequestSchedule> {
  const { group, request } = await readVote(tx, actor, [loanMatter], ballotId);
  return scheduleOfRequest(tx, group, request);
}
