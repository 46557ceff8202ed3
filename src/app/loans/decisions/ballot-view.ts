import { silentSeats, wordsMissing, type Ballot } from "../../../domain/approvals/ballot";
import { localDateOf } from "../../../domain/dates";
import type { Committee, Position } from "../../../domain/groups/offices";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { LoanBallotView } from "../../../domain/loans/requests/ballot-view";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { sum } from "../../../domain/money";
import type { OfficerName } from "../../../domain/people";
import { findContractsOfMembers } from "../../../storage/loan-contracts";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { rulesInForce } from "../../rules/rules-in-force";
import { lendableOf } from "../lendable";
import { findOpenContracts } from "../open-contracts";
import { requestView } from "../requests/request-view";

/** A vote on a request with names, history and what may be lent. */
export async function loanBallotView(
  tx: Tx,
  group: Group,
  { ballot, request }: { ballot: Ballot; request: LoanRequest },
): Promise<LoanBallotView> {
  const { seats, excluded, votes, questions } = ballot;
  const members = await findMembers(
    tx,
    [...seats, ...excluded].map(({ memberId }) => memberId),
  );
  const nameOf = ({ memberId, position }: { memberId: MemberId; position: string }): OfficerName => {
    const [committee, place] = position.split(".") as [Committee, Position];
    return { committee, position: place, name: members.find(({ id }) => id === memberId)?.name ?? "" };
  };
  const silent = silentSeats(ballot);
  const owed = await findOpenContracts(tx, [request.memberId]);
  const contracts = await findContractsOfMembers(tx, [request.memberId]);
  const rules = await rulesInForce(tx, group, localDateOf(ballot.putAt));
  return {
    ...(await requestView(tx, group, request)),
    ballotId: ballot.id,
    state: ballot.state,
    given: votes.length,
    missing: wordsMissing(ballot),
    endsAt: ballot.endsAt,
    waitsFor: silent.map(nameOf),
    excluded: excluded.map((one) => ({ officer: nameOf(one), why: one.why })),
    questions: questions.map(({ text, answer }) => ({ text, answer })),
    history: { contracts: contracts.length, owed: sum(owed.map((one) => one.owed)) },
    free: (await lendableOf(tx, group.id, rules)).free,
    resolutionNo: ballot.resolutionNo,
  };
}
