import { DomainError } from "../../../domain/errors";
import { openStates, type LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import {
  findLoanRequest,
  findLoanRequestsOf,
  findRequestsGuaranteedBy,
  getLoanRequest,
} from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";
import { ownGuarantee, type OwnGuarantee } from "./answer-guarantee";
import { findBorrowers, requireBorrower } from "./borrowers";
import { requestView } from "./request-view";

/** Requests of a person and of those for whom she signs: all that go on, else the newest one. */
export async function ownRequests(tx: Tx, actor: Actor): Promise<LoanRequestView[]> {
  const borrowers = await findBorrowers(tx, actor);
  const requests = await findLoanRequestsOf(
    tx,
    borrowers.map(({ member }) => member.id),
  );
  const open = requests.filter(({ state }) => openStates.includes(state));
  const shown: LoanRequest[] = open.length > 0 ? open : requests.slice(0, 1);
  const views: LoanRequestView[] = [];
  for (const request of shown) {
    const borrower = borrowers.find(({ member }) => member.id === request.memberId);
    if (borrower) views.push(await requestView(tx, borrower.group, request));
  }
  return views;
}

/** One of them. Throws `card.foreign`, `loan.not-own`. */
export async function getOwnRequest(tx: Tx, actor: Actor, requestId: string): Promise<LoanRequestView> {
  const request = await getLoanRequest(tx, requestId);
  const { group } = await requireBorrower(tx, actor, request.memberId);
  return requestView(tx, group, request);
}

/** The request of that id, or null: it was not put yet. Throws `card.foreign`, `loan.not-own`. */
export async function findOwnRequest(tx: Tx, actor: Actor, requestId: string): Promise<LoanRequestView | null> {
  return (await findLoanRequest(tx, requestId)) && getOwnRequest(tx, actor, requestId);
}

/** Requests that go on and for which a person was asked to stand, or stands. */
export async function ownGuarantees(tx: Tx, actor: Actor, now: Date): Promise<OwnGuarantee[]> {
  const own = actor.own.filter(({ group }) => group.mode === "digital");
  const views: OwnGuarantee[] = [];
  for (const { member, group } of own) {
    for (const request of await findRequestsGuaranteedBy(tx, [member.id])) {
      const view = await ownGuarantee(tx, group, { request, member, now });
      if (view.state === "asked" || view.state === "agreed") views.push(view);
    }
  }
  return views;
}

/** A request for which this person was asked to stand. Throws `card.foreign`. */
export async function getOwnGuarantee(tx: Tx, actor: Actor, requestId: string, now: Date): Promise<OwnGuarantee> {
  const request = await getLoanRequest(tx, requestId);
  const own = actor.own.find(({ member }) => request.guarantors.some(({ memberId }) => memberId === member.id));
  if (!own) throw new DomainError("card.foreign", {});
  return ownGuarantee(tx, own.group, { request, member: own.member, now });
}
