import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { statusOf, withStatus } from "../../domain/members/admission";
import type { Member } from "../../domain/members/member";
import { satang, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { clauseOf } from "../../domain/rules/rule-book";
import { balanceOf } from "../../storage/accounts";
import { findEntriesOfMember } from "../../storage/journal";
import { lockHead } from "../../storage/ledger-heads";
import { saveAdmission } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { authorize, entryActor, type Actor } from "../people/actor";
import { officersToTell } from "../people/officers";
import { rulesInForce } from "../rules/rules-in-force";
import { getGroupMember } from "./find-member";

/** How a waiting member stands, as its cards show it. */
export interface AdmissionView {
  group: Group;
  member: MemberName;
  resolution: string;
  /** Satang. */
  fee: Satang;
  feePaid: Satang;
  status: Member["status"];
}

/** Satang of entry fees that the member has paid and that still hold. */
async function entryFeesOf(tx: Tx, id: MemberId): Promise<Satang> {
  const entries = await findEntriesOfMember(tx, id, {});
  const fees = entries
    .flatMap(({ postings }) => postings)
    .filter(({ code, memberId }) => code === account.entryFees && memberId === id);
  return satang(fees.reduce((sum, { side, amount }) => sum + (side === "credit" ? amount : -amount), 0));
}

interface Asked {
  group: Group;
  memberNo: string;
  resolution: string;
  now: Date;
}

/**
 * Looks at the admission of a waiting member before it is recorded. Throws `role.missing`, `member.not-found`, `admission.own`,
 * `admission.already`, `admission.not-waiting`.
 */
export async function previewAdmission(tx: Tx, actor: Actor, asked: Asked): Promise<AdmissionView> {
  const { member, fee } = await examine(tx, actor, asked);
  const feePaid = await entryFeesOf(tx, member.id);
  return viewOf(asked.group, { ...member, status: feePaid >= fee ? "active" : "pending" }, { ...asked, fee, feePaid });
}

async function examine(tx: Tx, actor: Actor, { group, memberNo, now }: Asked) {
  const seat = authorize(actor, group.id, "admit-member", now, group.name.th);
  const member = await getGroupMember(tx, group.id, memberNo);
  if (partiesTo(member).includes(seat.member.id)) throw new DomainError("admission.own", { memberNo });
  if (member.admission)
    throw new DomainError("admission.already", { memberNo, resolution: member.admission.resolution });
  if (member.status !== "pending") throw new DomainError("admission.not-waiting", { memberNo, status: member.status });
  const fee = (await rulesInForce(tx, group, localDateOf(now))).values["entry-fee"].amount;
  return { seat, member, fee };
}

/**
 * Records that the committee takes a waiting member in: a record of the chain. She is a member at once where the entry fee is paid or
 * there is none; she and the officers hear. Throws what previewAdmission throws.
 */
export async function recordAdmission(tx: Tx, actor: Actor, asked: Asked): Promise<Done<AdmissionView>> {
  const { group, resolution, now } = asked;
  const head = await lockHead(tx, group.id);
  const { seat, member, fee } = await examine(tx, actor, asked);
  await postRecord(tx, head, {
    kind: "member.admitted",
    key: member.id,
    now,
    actor: entryActor(seat),
    record: { memberNo: member.memberNo, resolution, fee },
  });
  const admission = { resolution, recordedOn: localDateOf(now), fee, activeFrom: null };
  const admitted = { ...member, admission };
  await saveAdmission(tx, admitted);
  const { result, notices } = await settle(tx, group, admitted, localDateOf(now), seat.member.id);
  return {
    result: result ?? viewOf(group, admitted, { resolution, fee, feePaid: await entryFeesOf(tx, member.id) }),
    notices,
  };
}

/**
 * Makes the status follow from resolution and entry fee, where an entry moved the fee of a member who waits for her admission or was
 * admitted here; she and the officers but `by` hear of a change. The caller holds the group's ledger head.
 */
export async function settleAdmission(
  tx: Tx,
  group: Group,
  member: Member,
  { now, by }: { now: Date; by: MemberId | null },
): Promise<Notice[]> {
  return member.admission ? (await settle(tx, group, member, localDateOf(now), by)).notices : [];
}

async function settle(
  tx: Tx,
  group: Group,
  member: Member,
  on: LocalDate,
  by: MemberId | null,
): Promise<Done<AdmissionView | null>> {
  const feePaid = await entryFeesOf(tx, member.id);
  const status = statusOf(member, feePaid);
  const { admission } = member;
  if (!admission || status === member.status) return { result: null, notices: [] };
  const savings = await balanceOf(tx, { groupId: group.id, code: account.pledgeSavings, memberId: member.id });
  const settled = withStatus(member, status, on, savings);
  await saveAdmission(tx, settled);
  const view = viewOf(group, settled, { ...admission, feePaid });
  const officers = officersToTell(group, by).filter((id) => id !== member.id);
  const officersTold = officers.map((id) => ({ memberId: id }));
  const told = [{ memberId: member.id, asOwner: true as const }, ...officersTold].map((to): Notice => ({
    to,
    kind: "member.admission",
    view,
  }));
  return { result: view, notices: told };
}

function viewOf(
  group: Group,
  member: Member,
  { resolution, fee, feePaid }: Pick<AdmissionView, "resolution" | "fee" | "feePaid">,
): AdmissionView {
  return { group, member: memberName(member), resolution, fee, feePaid, status: member.status };
}

/** The refusal of other money than the entry fee of a member who waits: it names the clause and what she lacks. */
export async function stillWaiting(tx: Tx, group: Group, member: Member, on: LocalDate): Promise<DomainError> {
  const rules = await rulesInForce(tx, group, on);
  const fee = member.admission?.fee ?? rules.values["entry-fee"].amount;
  const owed = Math.max(0, fee - (await entryFeesOf(tx, member.id)));
  const lacks = member.admission ? "fee" : owed > 0 ? "both" : "resolution";
  const clause = clauseOf(rules, "entry-fee").no;
  return new DomainError("member.waiting", { memberNo: member.memberNo, lacks, feeOwed: satang(owed), clause });
}
