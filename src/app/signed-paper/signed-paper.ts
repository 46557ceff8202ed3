import { decideByPaper, mayDecide, namedOnPaper, paperKinds, type Approval } from "../../domain/approvals/two-officers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { officesWith } from "../../domain/groups/offices";
import { memberId, type MemberId, type PhotoId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { isTooNew, type Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { officerName, type OfficerName } from "../../domain/people";
import { findOpenApprovals, getApproval, saveApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findMember, findMembers } from "../../storage/members";
import { findPhoto } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import { secondPowers } from "../approvals/second-officers";
import { getReversalRequest, settleReversal, type ReversalView } from "../ledger/reversals";
import type { PaymentView } from "../payments/payment-view";
import { getPaymentRequest, settlePayment } from "../payments/payments";
import { entryActor, refuseTooNew, type Actor, type HeldOffice } from "../people/actor";
import { holdersOf } from "../people/officers";
import { storePhoto, type ReadyPhoto } from "../photos/store-photo";

/** A request whose second officer signs on paper, as its cards show it. */
export interface PaperView {
  group: Group;
  approvalId: string;
  /** The payment's kind, or the receipt that is to be put right. */
  what: { payment: PaymentView["payment"] } | { receipt: string };
  amount: Satang;
  second: OfficerName;
  reason: string;
  requestedBy: OfficerName | null;
}

/** What came of a request that a signed paper decided. */
export type PaperDecided = { kind: "payment"; view: PaymentView } | { kind: "reversal"; view: ReversalView };

interface Named {
  secondNo: string;
  reason: string;
  now: Date;
}

/** The newest open request of this officer for whose second person a paper may stand. Throws `paper.nothing-waits`. */
async function ownRequest(tx: Tx, actor: Actor): Promise<Approval> {
  const groupIds = [...new Set(actor.offices.map(({ group }) => group.id))];
  const own = (await findOpenApprovals(tx, groupIds)).filter(
    ({ kind, requestedBy }) => paperKinds.includes(kind) && requestedBy.personId === actor.personId,
  );
  const newest = own.at(-1);
  if (!newest) throw new DomainError("paper.nothing-waits", {});
  return newest;
}

/** Who signs on paper: an officer who could answer, and has no phone. Throws `paper.not-second`. */
async function secondOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  secondNo: string,
): Promise<EntryActor & { member: Member }> {
  const member = await findMember(tx, memberId(group.id, secondNo));
  const [office] = officesWith(group.officers, secondPowers[approval.kind]).filter(
    ({ memberNo }) => memberNo === secondNo,
  );
  const able =
    member?.status === "active" &&
    member.link.personId === null &&
    mayDecide(approval, { personId: null, memberId: member.id });
  if (!member || !office || !able) throw new DomainError("paper.not-second", { memberNo: secondNo });
  return { personId: null, memberId: member.id, position: `${office.committee}.${office.position}`, member };
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  named: Pick<Named, "secondNo" | "reason">,
): Promise<PaperView> {
  const second = await secondOf(tx, group, approval, named.secondNo);
  const request =
    approval.kind === "payment" ? await getPaymentRequest(tx, approval.id) : await getReversalRequest(tx, approval.id);
  const name = officerName(second, [second.member]);
  if (!name) throw new Error("who signs holds an office");
  return {
    group,
    approvalId: approval.id,
    what: "payment" in request ? { payment: request.payment } : { receipt: request.receipt },
    amount: "payment" in request ? request.payment.amount : request.total,
    second: name,
    reason: named.reason,
    requestedBy: request.requestedBy,
  };
}

/** Looks at the newest request of the first officer before its second person is named. Throws `paper.nothing-waits`, `paper.not-second`. */
export async function previewPaper(tx: Tx, actor: Actor, named: Named): Promise<PaperView> {
  const approval = await ownRequest(tx, actor);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval, named);
}

/**
 * Names who signs a request on paper, and why: the other officers are asked to photograph it. Throws `card.outdated` where it was decided meanwhile, and
 * what previewPaper throws.
 */
export async function namePaper(tx: Tx, actor: Actor, input: Named & { approvalId: string }): Promise<Done<PaperView>> {
  const approval = await getApproval(tx, input.approvalId);
  const group = await getGroup(tx, approval.groupId);
  if (approval.state !== "open") throw new DomainError("card.outdated", { why: "changed" });
  if (approval.requestedBy.personId !== actor.personId) throw new DomainError("card.foreign", {});
  const view = await viewOf(tx, group, approval, input);
  const asked = namedOnPaper(approval, input);
  await saveApproval(tx, asked);
  const thirds = await thirdsFor(tx, group, asked, input.now);
  const buttons = { photograph: { name: "paper.photograph", payload: { approvalId: asked.id } } };
  const notices = thirds.map((id): Notice => ({
    to: { memberId: id },
    kind: "paper.request",
    view,
    buttons,
    approvalId: asked.id,
  }));
  return { result: view, notices };
}

async function thirdsFor(tx: Tx, group: Group, approval: Approval, now: Date): Promise<MemberId[]> {
  const officers = await findMembers(tx, holdersOf(group, group.officers));
  return officers
    .filter(({ id, status, link }) => {
      const { personId } = link;
      return (
        status === "active" &&
        personId !== null &&
        !isTooNew(link, now) &&
        mayDecide(approval, { personId, memberId: id })
      );
    })
    .map(({ id }) => id);
}

/** A request that this officer may photograph the paper of, with her seat. Throws `card.foreign` where she holds no office of the group, `role.too-new`, `second-person.same`, `card.outdated`. */
async function forThird(
  tx: Tx,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<{ asked: Approval; group: Group; seat: HeldOffice; paper: NonNullable<Approval["paper"]> }> {
  const asked = await getApproval(tx, approvalId);
  const group = await getGroup(tx, asked.groupId);
  const seat = actor.offices.find((held) => held.group.id === group.id);
  if (!seat) throw new DomainError("card.foreign", {});
  refuseTooNew(seat.member, now);
  if (asked.state !== "open" || !asked.paper) throw new DomainError("card.outdated", { why: "changed" });
  if (!mayDecide(asked, entryActor(seat))) throw new DomainError("second-person.same", {});
  return { asked, group, seat, paper: asked.paper };
}

/** The request whose paper a third officer is about to photograph. Throws `card.foreign`, `second-person.same`, `card.outdated`. */
export async function getPaperRequest(tx: Tx, actor: Actor, approvalId: string, now: Date): Promise<PaperView> {
  const { asked, group, paper } = await forThird(tx, actor, approvalId, now);
  return viewOf(tx, group, asked, paper);
}

/** Keeps the photo of the signed paper; nothing is decided yet. Throws as getPaperRequest. */
export async function keepPaper(
  tx: Tx,
  actor: Actor,
  { approvalId, photo, now }: { approvalId: string; photo: ReadyPhoto; now: Date },
): Promise<PaperView> {
  const { asked, group, seat, paper } = await forThird(tx, actor, approvalId, now);
  await storePhoto(tx, photo, { by: { personId: actor.personId, memberId: seat.member.id }, at: now });
  return viewOf(tx, group, asked, paper);
}

/**
 * The third officer says that the paper is signed: it stands for the second officer's button. The record of the entry names the photo (`signedPaper`). Throws what
 * getPaperRequest, decidePayment and decideReversal throw.
 */
export async function confirmPaper(
  tx: Tx,
  actor: Actor,
  { approvalId, photoId, now }: { approvalId: string; photoId: PhotoId; now: Date },
): Promise<Done<PaperDecided>> {
  const { groupId } = await getApproval(tx, approvalId);
  const head = await lockHead(tx, groupId);
  const { asked, group, seat, paper } = await forThird(tx, actor, approvalId, now);
  const photo = await findPhoto(tx, photoId);
  if (photo?.aboutId !== approvalId || photo.state !== "kept")
    throw new DomainError("card.outdated", { why: "changed" });
  const { member: _member, ...second } = await secondOf(tx, group, asked, paper.secondNo);
  const decided = decideByPaper(asked, { second, third: entryActor(seat), photoId, at: now });
  if (asked.kind === "payment") {
    const { result, notices } = await settlePayment(tx, { head, group, decided }, now);
    return { result: { kind: "payment", view: result }, notices };
  }
  const { result, notices } = await settleReversal(tx, { head, group, decided }, now);
  return { result: { kind: "reversal", view: result }, notices };
}
