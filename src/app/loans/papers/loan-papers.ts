import { randomBytes } from "node:crypto";
import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { officesWith } from "../../../domain/groups/offices";
import type { GroupId } from "../../../domain/ids";
import { contractId } from "../../../domain/loans/contract";
import { loanTermsOf } from "../../../domain/loans/contract-terms";
import { contractNoOf } from "../../../domain/loans/payouts/payout";
import { agreedGuarantors, type LoanRequest } from "../../../domain/loans/requests/request";
import { scheduleOf } from "../../../domain/loans/schedule/schedule";
import { memberName, type MemberName } from "../../../domain/people";
import type { Photo } from "../../../domain/photos/photo";
import type { LoanPaper } from "../../../domain/reports/loan-papers";
import { getGroup } from "../../../storage/groups";
import { findContract } from "../../../storage/loan-contracts";
import { getLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import { insertPaperView } from "../../../storage/paper-views";
import { findPhotosAbout } from "../../../storage/photos";
import type { Tx } from "../../../storage/tx";
import { entryActor, type Actor, type HeldOffice } from "../../people/actor";
import { seatToSee } from "../../photos/photo-rules";
import { headNow } from "../../reports/report-head";
import { withWord } from "../../rules/money-words";
import { rulesOfRequest, termsOfRequest } from "../requests/request-view";

/** Which paper of a loan: its contract, or the guarantee of the guarantor with that place among those who agreed. */
export type WhichPaper = "contract" | number;

/** The papers of a loan that a person may open. */
export interface LoanPaperList {
  group: Group;
  request: LoanRequest;
  borrower: MemberName;
  papers: { which: WhichPaper; guarantor: MemberName | null }[];
  /** Photos of the signed page and of the payout's slip, oldest first; only those that this person may look at. */
  photos: Pick<Photo, "id" | "purpose">[];
}

/** A loan whose papers are asked for. */
export interface LoanAsked {
  groupId: GroupId;
  requestId: string;
  now: Date;
}

/**
 * The papers of a loan that a person may open: all of them who pays out, reads the books or borrows; a guarantor the contract and her own
 * guarantee. Throws `card.foreign` to anybody else, and `payout.not-approved` before anything is granted.
 */
export async function listLoanPapers(tx: Tx, actor: Actor, asked: LoanAsked): Promise<LoanPaperList> {
  const { request, seat } = await findLoan(tx, actor, asked);
  const own = actor.own.map(({ member }) => member.id);
  const seesAll = seat !== null || own.includes(request.memberId);
  const agreed = agreedGuarantors(request);
  const members = await findMembers(tx, [request.memberId, ...agreed.map(({ memberId }) => memberId)]);
  const nameOf = (id: string): MemberName => {
    const member = members.find((one) => one.id === id);
    if (!member) throw new Error("a request names members");
    return memberName(member);
  };
  const guarantees = agreed.map(({ memberId }, which) => ({ which, memberId, guarantor: nameOf(memberId) }));
  const seen = guarantees.filter(({ memberId }) => seesAll || own.includes(memberId));
  return {
    group: await getGroup(tx, asked.groupId),
    request,
    borrower: nameOf(request.memberId),
    photos: (await findPhotosAbout(tx, request.id)).filter((photo) => seatToSee(actor, photo) !== null),
    papers: [{ which: "contract", guarantor: null }, ...seen.map(({ which, guarantor }) => ({ which, guarantor }))],
  };
}

/** A loan that this person may see papers of, with the seat by which she may; null where it is her own, or one that she stands for. */
async function findLoan(
  tx: Tx,
  actor: Actor,
  { groupId, requestId }: LoanAsked,
): Promise<{ request: LoanRequest; seat: HeldOffice | null }> {
  const request = await getLoanRequest(tx, requestId);
  const seat = actor.offices.find(
    ({ group, office }) =>
      group.id === groupId &&
      (["pay-out", "read-books"] as const).some((power) => officesWith([office], power).length > 0),
  );
  const parties = [request.memberId, ...agreedGuarantors(request).map(({ memberId }) => memberId)];
  const isParty = actor.own.some(({ member }) => parties.includes(member.id));
  if (request.groupId !== groupId || (!seat && !isParty)) throw new DomainError("card.foreign", {});
  const { requestNo, state } = request;
  if (state !== "approved" && state !== "paid-out") throw new DomainError("payout.not-approved", { requestNo, state });
  return { request, seat: seat ?? null };
}

/** One paper of a loan; an officer's look at it is written down first. Throws as listLoanPapers, and `page.outdated` where there is none. */
export async function openLoanPaper(
  tx: Tx,
  actor: Actor,
  { which, ...asked }: LoanAsked & { which: WhichPaper },
): Promise<LoanPaper> {
  const { group, request, borrower, papers } = await listLoanPapers(tx, actor, asked);
  const paper = papers.find((one) => one.which === which);
  if (!paper) throw new DomainError("page.outdated", {});
  const { seat } = await findLoan(tx, actor, asked);
  const kind = which === "contract" ? "loan-contract" : "loan-guarantee";
  if (seat) {
    const look = { groupId: group.id, kind, of: request.requestNo, format: "pdf", by: entryActor(seat) } as const;
    await insertPaperView(tx, { _id: randomBytes(12).toString("hex"), ...look, at: asked.now });
  }
  const rules = await rulesOfRequest(tx, group, request);
  const contract =
    request.contractNo === null ? null : await findContract(tx, contractId(group.id, request.contractNo));
  const terms = contract?.terms ?? termsOfRequest(rules, group, request, localDateOf(asked.now));
  const { rows, totalInterest, effectiveYearlyBps } = scheduleOf(loanTermsOf(terms));
  const agreed = agreedGuarantors(request);
  const members = await findMembers(
    tx,
    agreed.map(({ memberId }) => memberId),
  );
  const guarantees = agreed.flatMap(({ memberId, amount }) =>
    members.filter(({ id }) => id === memberId).map((member) => ({ member: memberName(member), amount })),
  );
  return {
    ...(await headNow(tx, withWord(group, rules), asked.now)),
    kind,
    contractNo: contractNoOf(request),
    isPaidOut: contract !== null,
    borrower,
    purpose: request.purpose,
    goods: request.goods,
    resolutionNo: request.decision?.resolutionNo ?? "",
    terms,
    rows,
    totalInterest,
    effectiveYearlyBps,
    late: rules.values["late-loan"],
    guarantees,
    guarantee: which === "contract" ? null : (guarantees[which] ?? null),
  };
}
