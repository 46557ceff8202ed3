import { localDateOf } from "../../../domain/dates";
import type { LoanTold } from "../../../domain/loans/requests/ballot-view";
import { moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import { sum } from "../../../domain/money";
import { findContractsOfMembers } from "../../../storage/loan-contracts";
import { getLoanRequest, getLoanRequests, saveLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import { spouseOf } from "../../../domain/members/member";
import type { Matter } from "../../approvals/ballots/matter";
import { requirePassbook } from "../../people/actor";
import { rulesInForce } from "../../rules/rules-in-force";
import { lendableOf } from "../lendable";
import { findOpenContracts } from "../open-contracts";
import { findBorrowers } from "../requests/borrowers";
import { toBorrower } from "../requests/readers";
import { requestView } from "../requests/request-view";
import { conflictsOf } from "./conflicts";
import { settleRequest } from "./settle-request";
import { tellDecided } from "./tell-borrower";

/** What committees vote on of loans: a request. */
export const loanMatter: Matter<LoanRequest, LoanTold> = {
  kind: "loan",
  read: getLoanRequest,
  labelOf: ({ requestNo }) => requestNo,
  askerOf: ({ memberId }) => memberId,
  amountOf: ({ amount }) => amount,
  partiesOf: (request, borrower) => ({ conflicts: conflictsOf(request, borrower), household: borrower.household }),
  async tell(tx, group, request, { putAt }) {
    const owed = await findOpenContracts(tx, [request.memberId]);
    const contracts = await findContractsOfMembers(tx, [request.memberId]);
    const rules = await rulesInForce(tx, group, localDateOf(putAt));
    return {
      ...(await requestView(tx, group, request)),
      kind: "loan",
      history: { contracts: contracts.length, owed: sum(owed.map((one) => one.owed)) },
      free: (await lendableOf(tx, group.id, rules)).free,
    };
  },
  buttonsOf: ({ id }) => ({ rows: { name: "loan.vote.rows", payload: { ballotId: id } } }),
  hearersOf: toBorrower,
  async requireAsker(tx, actor, { memberId }) {
    // Who signs for an occupational group opens no passbook of it.
    const signs = (await findBorrowers(tx, actor)).some(({ member }) => member.id === memberId);
    if (!signs) await requirePassbook(tx, actor, memberId);
  },
  settle: settleRequest,
  async leaveUndecided(tx, request, now) {
    const waiting = moveTo(request, "waiting", now);
    await saveLoanRequest(tx, waiting);
    return waiting;
  },
  tellEnd: tellDecided,
  async heldBy(tx, ids) {
    const requests = await getLoanRequests(tx, ids);
    return new Map(requests.map(({ id, decision }) => [id, decision?.resolutionNo ?? null]));
  },
  /** Borrowers, their spouses, and whoever was asked to stand. */
  async withheldFrom(tx, ids) {
    const requests = await getLoanRequests(tx, ids);
    const borrowers = await findMembers(tx, [...new Set(requests.map(({ memberId }) => memberId))]);
    return [
      ...requests.flatMap(({ memberId, guarantors }) => [memberId, ...guarantors.map((one) => one.memberId)]),
      ...borrowers.flatMap(spouseOf),
    ];
  },
};
