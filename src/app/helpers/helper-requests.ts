import { decide, type Approval } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { memberNoOf, type ActionId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { checkHelper, partiesOf } from "../../domain/members/passbook-helper";
import type { Helper, Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { memberName } from "../../domain/people";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { addHelper } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { entryActor, type Actor, type HeldOffice } from "../people/actor";
import { seatBefore } from "../people/line-heads";
import { officersToTell } from "../people/officers";
import { getPair, type HelperPair, type PairNumbers } from "./pairs";

/** A helper who is to be recorded, as its cards show the request. */
export type HelperRequestView = HelperPair & DecisionView;

/**
 * What the card asks before a helper is requested. Throws `role.missing`, `role.too-new`, `member.not-found`, and what checkHelper
 * throws.
 */
export async function previewHelper(
  tx: Tx,
  actor: Actor,
  input: PairNumbers & { group: Group; now: Date },
): Promise<HelperPair> {
  const { group } = input;
  const { member, helper } = await readyPair(tx, actor, input);
  return { group, member: memberName(member), helper: memberName(helper) };
}

async function readyPair(
  tx: Tx,
  actor: Actor,
  input: PairNumbers & { group: Group; now: Date },
): Promise<{ member: Member; helper: Member; seat: HeldOffice }> {
  const { group, now } = input;
  const { member, helper } = await getPair(tx, group, input);
  const seat = seatBefore(actor, group, member, "record-helper", now);
  checkHelper({ member, helper, recorder: seat.member.id, groupName: group.name.th });
  return { member, helper, seat };
}

/**
 * Asks a second officer to confirm a helper, after the owner of the passbook agreed before the first one. Nothing opens yet. An open
 * request for the same two is shown again. Throws what previewHelper throws, and `second-person.missing`.
 */
export async function requestHelper(
  tx: Tx,
  actor: Actor,
  input: PairNumbers & { operationId: ActionId; group: Group; now: Date },
): Promise<Done<HelperRequestView>> {
  const { group, operationId, now } = input;
  const pair = await readyPair(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat: pair.seat,
    kind: "helper",
    subject: `${pair.member.id}/${pair.helper.memberNo}`,
    payload: { memberNo: pair.member.memberNo, helperNo: pair.helper.memberNo },
    excluded: partiesOf(pair.member, pair.helper),
    operationId,
    now,
  });
  const view = await viewOf(tx, group, pair, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the helper sees the passbook from now on, it stands in the chain, and the two, all officers and
 * the auditor hear of it. Decided already: shown as decided. Throws `role.missing`, `second-person.same`, and what checkHelper throws
 * when the register has changed since.
 */
export async function decideHelper(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<HelperRequestView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  const pair = await pairOf(tx, group, asked);
  if (asked.state !== "open") return { result: await viewOf(tx, group, pair, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  if (decided.state === "approved") {
    checkHelper({ ...pair, recorder: decided.requestedBy.memberId, groupName: group.name.th });
    const helper = consentOf(decided, pair, seat);
    await addHelper(tx, pair.member.id, helper);
    await postRecord(tx, head, {
      kind: "helper.made",
      key: decided.id,
      now,
      actor: decided.requestedBy,
      secondedBy: entryActor(seat),
      record: {
        memberNo: pair.member.memberNo,
        helperNo: helper.memberNo,
        consentedAt: helper.consentedAt.toISOString(),
        witnessNo: helper.witnessNo,
      },
    });
  }
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, pair, decided);
  return { result: view, notices: noticesOf(group, pair, decided, view) };
}

/** The owner agreed before the officer who recorded it; an officer who records her own helper has the second one as her witness. */
function consentOf({ requestedBy, requestedAt }: Approval, { member, helper }: Pair, seat: HeldOffice): Helper {
  const recorder: EntryActor["memberId"] = requestedBy.memberId === member.id ? null : requestedBy.memberId;
  const witnessNo = recorder ? memberNoOf(recorder) : seat.member.memberNo;
  return { memberNo: helper.memberNo, consentedAt: requestedAt, witnessNo };
}

interface Pair {
  member: Member;
  helper: Member;
}

function noticesOf(group: Group, { member, helper }: Pair, decided: Approval, view: HelperRequestView): Notice[] {
  const parties = view.verdict === "approved" ? [member.id, helper.id] : [];
  const decider = decided.decidedBy?.memberId ?? null;
  // A line head who asked is no officer, and hears what came of it all the same.
  const asker = decided.requestedBy.memberId;
  const officers = new Set([...officersToTell(group, decider), ...(asker ? [asker] : [])]);
  return [
    ...parties.map((id): Notice => ({
      to: { memberId: id },
      kind: "helper.made",
      view: { ...view, forHelper: id === helper.id },
    })),
    ...[...officers]
      .filter((id) => !parties.includes(id))
      .map((id): Notice => ({ to: { memberId: id }, kind: "helper.officer", view })),
  ];
}

/** A request as its second officer sees it, again. */
export async function getHelperRequest(tx: Tx, approvalId: string): Promise<HelperRequestView> {
  const approval = await getApproval(tx, approvalId);
  const group = await getGroup(tx, approval.groupId);
  return viewOf(tx, group, await pairOf(tx, group, approval), approval);
}

function pairOf(tx: Tx, group: Group, { payload }: Approval): Promise<Pair> {
  return getPair(tx, group, { memberNo: String(payload["memberNo"]), helperNo: String(payload["helperNo"]) });
}

async function viewOf(
  tx: Tx,
  group: Group,
  { member, helper }: Pair,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<HelperRequestView> {
  const decision = await decisionView(tx, group, approval, seconds);
  return { group, member: memberName(member), helper: memberName(helper), ...decision };
}
