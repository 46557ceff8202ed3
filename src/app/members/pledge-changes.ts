import { decide, type Approval } from "../../domain/approvals/two-officers";
import { localDateOf, monthOf, type YearMonth } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type ActionId, type MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import type { LedgerHead } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import { satang, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { clauseOf, type RuleBook } from "../../domain/rules/rule-book";
import { changeHoldsFrom, pledgeIn, withPledgeStep } from "../../domain/savings/pledge";
import { balanceOf } from "../../storage/accounts";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findMembers, savePledgeSteps } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decidersOf, decisionAmong, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds, officersWithPower } from "../approvals/second-officers";
import { authorize, entryActor, requirePassbook, type Actor } from "../people/actor";
import { rulesInForce } from "../rules/rules-in-force";
import { getGroupMember } from "./find-member";

/** A change of a member's pledge, before anybody is asked; sums in satang a month. */
export interface PledgePlan {
  group: Group;
  member: MemberName;
  before: Satang;
  pledge: Satang;
  from: YearMonth;
  resolution: string | null;
}

/** The same once a second officer was asked. */
export type PledgeChangeView = PledgePlan & DecisionView;

interface Asked {
  group: Group;
  memberNo: string;
  pledge: Satang;
  resolution: string | null;
  now: Date;
}

/** What a member's pledge would become. Throws `member.not-found`, `member.not-active`, `pledge.not-allowed`, `pledge.same`. */
async function planOf(
  tx: Tx,
  { group, memberNo, pledge, resolution, now }: Asked,
): Promise<PledgePlan & { of: Member }> {
  const member = await getGroupMember(tx, group.id, memberNo);
  const { status } = member;
  if (status !== "active") throw new DomainError("member.not-active", { memberNo, status });
  const today = localDateOf(now);
  refuseAgainstRules(await rulesInForce(tx, group, today), pledge);
  const savings = await balanceOf(tx, { groupId: group.id, code: account.pledgeSavings, memberId: member.id });
  const from = changeHoldsFrom(member, savings, monthOf(today));
  const before = pledgeIn(member, from);
  if (before === pledge) throw new DomainError("pledge.same", { memberNo });
  return { group, member: memberName(member), before, pledge, from, resolution, of: member };
}

function refuseAgainstRules(rules: RuleBook, pledge: Satang): void {
  const { minimum, maximum, step } = rules.values.pledge;
  if (pledge >= minimum && (maximum === null || pledge <= maximum) && pledge % step === 0) return;
  throw new DomainError("pledge.not-allowed", { minimum, maximum, step, clause: clauseOf(rules, "pledge").no });
}

/** What a member wishes of the pledge of a passbook that her phone opens. Throws `card.foreign`, and what the rules refuse. */
export async function previewPledgeWish(
  tx: Tx,
  actor: Actor,
  { memberId: id, pledge, now }: { memberId: MemberId; pledge: Satang; now: Date },
): Promise<PledgePlan> {
  const { member, group } = await requirePassbook(tx, actor, id);
  const { of: _of, ...plan } = await planOf(tx, { group, memberNo: member.memberNo, pledge, resolution: null, now });
  return plan;
}

/** Brings the wish before the officers who may put it to a second one; nothing changes yet. Throws as previewPledgeWish, and `second-person.missing`. */
export async function wishPledge(
  tx: Tx,
  actor: Actor,
  input: { memberId: MemberId; pledge: Satang; now: Date },
): Promise<Done<PledgePlan>> {
  const plan = await previewPledgeWish(tx, actor, input);
  const { group, member } = plan;
  const parties = partiesTo(await getGroupMember(tx, group.id, member.memberNo));
  const officers = await officersWithPower(tx, group, "change-pledge");
  const able = officers.filter(({ id, link }) => link.personId !== null && !parties.includes(id));
  if (able.length === 0) throw new DomainError("second-person.missing", { groupName: group.name.th });
  const payload = { groupId: group.id, memberNo: member.memberNo, pledge: plan.pledge };
  const notices: Notice[] = able.map(({ id }) => ({
    to: { memberId: id },
    kind: "pledge.wished",
    view: plan,
    buttons: { propose: { name: "pledge.propose", payload } },
  }));
  return { result: plan, notices };
}

/** Looks at a change before a second officer is asked. Throws `role.missing`, `pledge.own`, and what the rules refuse. */
export async function previewPledgeChange(tx: Tx, actor: Actor, asked: Asked): Promise<PledgePlan> {
  const { plan } = await examine(tx, actor, asked);
  return plan;
}

async function examine(tx: Tx, actor: Actor, asked: Asked) {
  const { group, memberNo, now } = asked;
  const seat = authorize(actor, group.id, "change-pledge", now, group.name.th);
  const { of: member, ...plan } = await planOf(tx, asked);
  if (partiesTo(member).includes(seat.member.id)) throw new DomainError("pledge.own", { memberNo });
  return { seat, member, plan };
}

/** Asks a second officer to confirm a change; nothing changes yet. A request for the same member that waits already is shown again. Throws as previewPledgeChange, and `second-person.missing`. */
export async function requestPledgeChange(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<PledgeChangeView>> {
  const { group, pledge, resolution, operationId, now } = input;
  const { seat, member } = await examine(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "pledge",
    subject: member.id,
    payload: { memberNo: member.memberNo, pledge, resolution },
    excluded: partiesTo(member),
    operationId,
    now,
  });
  const view = await changeView(tx, group, approval, { now, seconds });
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the pledge holds from the next month, or the first towards which nothing is paid, as a record of the
 * chain; the member hears at once. Throws `role.missing`, `second-person.same`, and what the rules refuse by then.
 */
export async function decidePledgeChange(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<PledgeChangeView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await changeView(tx, group, asked, { now }), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  const plan = decided.state === "approved" ? await change(tx, group, head, decided, now) : null;
  const kept = plan ? { ...decided, payload: { ...decided.payload, before: plan.before, from: plan.from } } : decided;
  await closeApproval(tx, kept);
  const view = await changeView(tx, group, kept, { now });
  const whose = memberId(group.id, view.member.memberNo);
  const kind = decided.state === "approved" ? "pledge.changed" : "pledge.decided";
  const told: Notice[] = [{ to: { memberId: whose, asOwner: true }, kind, view }];
  const asker = decided.requestedBy.memberId;
  if (asker) told.push({ to: { memberId: asker }, kind: "pledge.decided", view });
  return { result: view, notices: told };
}

async function change(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<PledgePlan> {
  const { of: member, ...plan } = await planOf(tx, { group, ...changeOf(decided), now });
  const { before, pledge, from, resolution } = plan;
  await postRecord(tx, head, {
    kind: "pledge.changed",
    key: decided.id,
    now,
    actor: decided.requestedBy,
    secondedBy: decided.decidedBy,
    record: { memberNo: member.memberNo, before, pledge, from, resolution },
  });
  await savePledgeSteps(tx, member.id, withPledgeStep(member, { from, pledge }));
  return plan;
}

/** What a request says; only our own use case wrote it. */
function changeOf({ payload }: Approval): Pick<Asked, "memberNo" | "pledge" | "resolution"> {
  const { memberNo, pledge, resolution } = payload;
  return {
    memberNo: String(memberNo),
    pledge: satang(Number(pledge)),
    resolution: resolution === null ? null : String(resolution),
  };
}

/** A request as its second officer sees it, again. */
export async function getPledgeRequest(tx: Tx, approvalId: string, now: Date): Promise<PledgeChangeView> {
  const approval = await getApproval(tx, approvalId);
  return changeView(tx, await getGroup(tx, approval.groupId), approval, { now });
}

async function changeView(
  tx: Tx,
  group: Group,
  approval: Approval,
  { now, seconds = [] }: { now: Date; seconds?: readonly Member[] },
): Promise<PledgeChangeView> {
  const asked = changeOf(approval);
  const whose = memberId(group.id, asked.memberNo);
  const members = await findMembers(tx, [...new Set([whose, ...decidersOf(approval)])]);
  const member = members.find(({ id }) => id === whose);
  if (!member) throw new Error("a pledge is a member's");
  const savings = await balanceOf(tx, { groupId: group.id, code: account.pledgeSavings, memberId: whose });
  // What it came to is kept with the decision: the member's pledge is the new one by then.
  const { from = changeHoldsFrom(member, savings, monthOf(localDateOf(now))), before } = approval.payload;
  return {
    group,
    member: memberName(member),
    before: satang(Number(before ?? pledgeIn(member, from as YearMonth))),
    pledge: asked.pledge,
    from: from as YearMonth,
    resolution: asked.resolution,
    ...decisionAmong(group, approval, members, seconds),
  };
}
