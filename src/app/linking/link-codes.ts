import { decide, replace, type Approval } from "../../domain/approvals/two-officers";
import { addDays, instantOf, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type ActionId, type MemberId } from "../../domain/ids";
import { linkCodeLifetimeMs } from "../../domain/linking/link-code";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { findOpenApprovals, getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findEntriesOfDay } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findLinkCodeById, insertLinkCode, moveLinkCode, newCodeDigits } from "../../storage/link-codes";
import { findMember } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { seatBefore } from "../people/line-heads";
import { officersToTell } from "../people/officers";

/** A code as its maker sees it. */
export interface LinkCodeMade {
  group: Group;
  member: MemberName;
  digits: string;
  /** Null while it lives until the working day closes. */
  expiresAt: Date | null;
  /** It works only after a second officer's word: the member is an officer, or was linked before. */
  waitsForSecond: boolean;
}

/** What the second officer is asked. */
export interface LinkRequestView extends DecisionView {
  group: Group;
  member: MemberName;
  isOfficer: boolean;
  isRelink: boolean;
}

/**
 * Makes a one-time code for a member who stands before the secretary or her line head. Throws `role.missing`,
 * `link.recorder-today` (who records money that day makes no codes), `member.not-found`, `member.not-active`,
 * `second-person.missing`.
 */
export async function makeLinkCode(
  tx: Tx,
  actor: Actor,
  input: { operationId: ActionId; group: Group; memberId: MemberId; now: Date },
): Promise<Done<LinkCodeMade>> {
  const { group, now } = input;
  const member = await findMember(tx, input.memberId);
  if (!member || member.groupId !== group.id)
    throw new DomainError("member.not-found", { query: input.memberId, groupName: group.name.th });
  if (member.status === "closed")
    throw new DomainError("member.not-active", { memberNo: member.memberNo, status: member.status });
  const maker = seatBefore(actor, group, member, "make-link-code", now);
  const [head] = await findHeads(tx, [group.id]);
  const workingDay = head?.day.kind === "working" ? head.day : null;
  if (workingDay) await refuseRecorder(tx, group, workingDay.id, maker.member.id);
  const today = localDateOf(now);
  // A day that was left open gives no code a longer life.
  const untilClosing = workingDay?.on === today;

  await replaceOlderRequests(tx, group, member, now);
  const isOfficer = group.officers.some((office) => office.memberNo === member.memberNo);
  const isRelink = member.link.version > 0;
  const digits = newCodeDigits();
  const expiresAt = untilClosing ? instantOf(addDays(today, 1)) : new Date(now.getTime() + linkCodeLifetimeMs);
  const waitsForSecond = isOfficer || isRelink;
  const codeId = await insertLinkCode(tx, digits, {
    purpose: "member",
    state: waitsForSecond ? "asked" : "open",
    groupId: group.id,
    memberId: member.id,
    madeBy: maker.member.id,
    secondedBy: null,
    byOperator: false,
    createdAt: now,
    expiresAt,
    dayId: workingDay?.id ?? null,
  });
  const result = {
    group,
    member: memberName(member),
    digits,
    expiresAt: untilClosing ? null : expiresAt,
    waitsForSecond,
  };
  if (!waitsForSecond) return { result, notices: [] };
  return { result, notices: await askSecond(tx, maker, { ...input, member, codeId, isOfficer, isRelink }) };
}

/** A new code makes the member's older ones void, so nobody is asked to confirm those any more. */
async function replaceOlderRequests(tx: Tx, group: Group, member: Member, now: Date): Promise<void> {
  for (const open of await findOpenApprovals(tx, [group.id]))
    if (open.kind === "link" && open.payload["memberNo"] === member.memberNo)
      await closeApproval(tx, replace(open, now));
}

async function refuseRecorder(tx: Tx, group: Group, dayId: string, maker: MemberId): Promise<void> {
  const entries = await findEntriesOfDay(tx, group.id, dayId);
  if (entries.some((entry) => entry.kind === "savings.deposit" && entry.actor.memberId === maker)) {
    throw new DomainError("link.recorder-today", { groupName: group.name.th });
  }
}

async function askSecond(
  tx: Tx,
  seat: HeldOffice,
  input: {
    operationId: ActionId;
    group: Group;
    member: Member;
    codeId: string;
    isOfficer: boolean;
    isRelink: boolean;
    now: Date;
  },
): Promise<Notice[]> {
  const { group, member, codeId, isOfficer, isRelink, operationId, now } = input;
  const { approval, seconds } = await putToSecond(tx, {
    group,
    seat,
    kind: "link",
    subject: codeId,
    payload: { memberNo: member.memberNo, isOfficer, isRelink },
    excluded: partiesTo(member),
    operationId,
    now,
  });
  return askSeconds(seconds, approval, await viewOf(tx, group, member, approval, seconds));
}

/** The second officer's word about a code. Decided already: shown as decided. Throws `role.missing`, `second-person.same`. */
export async function decideLinkCode(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<LinkRequestView>> {
  const asked = await getApproval(tx, input.approvalId);
  const group = await getGroup(tx, asked.groupId);
  const seat = authorize(actor, group.id, "second-link", input.now, group.name.th);
  const member = await findMember(tx, memberId(group.id, String(asked.payload["memberNo"])));
  if (!member) throw new Error("a code belongs to a member");
  const decided = asked.state === "open" ? decide(asked, entryActor(seat), input.verdict, input.now) : asked;
  if (asked.state === "open") {
    await closeApproval(tx, decided);
    const code = await findLinkCodeById(tx, asked.subject);
    if (code?.state === "asked")
      await moveLinkCode(tx, code, input.verdict === "approved" ? "open" : "void", { secondedBy: seat.member.id });
  }
  const view = await viewOf(tx, group, member, decided);
  const told: Notice[] =
    asked.state === "open"
      ? officersToTell(group, seat.member.id).map((id) => ({ to: { memberId: id }, kind: "link.officer", view }))
      : [];
  return { result: view, notices: told };
}

/** A request as its second officer sees it, again. */
export async function getLinkRequest(tx: Tx, approvalId: string): Promise<LinkRequestView> {
  const approval = await getApproval(tx, approvalId);
  const group = await getGroup(tx, approval.groupId);
  const member = await findMember(tx, memberId(group.id, String(approval.payload["memberNo"])));
  if (!member) throw new Error("a code belongs to a member");
  return viewOf(tx, group, member, approval);
}

async function viewOf(
  tx: Tx,
  group: Group,
  member: Member,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<LinkRequestView> {
  return {
    group,
    member: memberName(member),
    isOfficer: approval.payload["isOfficer"] === true,
    isRelink: approval.payload["isRelink"] === true,
    ...(await decisionView(tx, group, approval, seconds)),
  };
}
