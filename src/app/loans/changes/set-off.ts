import { decide, paperRecord, type Approval } from "../../../domain/approvals/two-officers";
import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { memberId, type ActionId } from "../../../domain/ids";
import { account } from "../../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../../domain/ledger/chain";
import { countedOn, type LedgerHead, type OpenDay } from "../../../domain/ledger/head";
import { receiptText } from "../../../domain/ledger/receipt";
import { guarantorIdsOf, type LoanContract } from "../../../domain/loans/contract";
import { setOffPostings, takenFrom, totalOwed, type OwedSums, type SavingsSums } from "../../../domain/loans/set-off";
import type { Member } from "../../../domain/members/member";
import { satang, subtract } from "../../../domain/money";
import type { Done, Notice } from "../../../domain/notice";
import { partiesTo } from "../../../domain/payments/payment";
import { memberName, type MemberName } from "../../../domain/people";
import { accountOf } from "../../../domain/savings/deposit";
import { balanceOf } from "../../../storage/accounts";
import { getApproval } from "../../../storage/approvals";
import { getGroup } from "../../../storage/groups";
import { findByKey, post } from "../../../storage/journal";
import { findHeads } from "../../../storage/ledger-heads";
import { shiftPledgeBase } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { closeApproval } from "../../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../../approvals/decision";
import { askSeconds } from "../../approvals/second-officers";
import { refuseLeftOpen } from "../../days/next-day";
import { getGroupMember } from "../../members/find-member";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { auditorsBesides } from "../../people/officers";
import { rulesInForce } from "../../rules/rules-in-force";
import { findOpenContracts } from "../open-contracts";
import { owedOn } from "./owed";
import { refuseOtherMatter } from "./resolution";

/** Whose debt is to be paid out of her own savings; the contract is null where she has one alone. */
export interface SetOffAsked {
  group: Group;
  memberNo: string;
  contractNo: string | null;
  /** Number of the resolution that decided it. */
  resolution: string;
  now: Date;
}

/** A set-off as its cards show it; sums in satang. */
export interface SetOffPlan {
  group: Group;
  member: MemberName;
  contractNo: string;
  resolution: string;
  owed: OwedSums;
  taken: SavingsSums;
  /** What is left of the savings after it. */
  left: SavingsSums;
}

/** The same with who asked and who answered, and its receipt once it is done. */
export type SetOffView = SetOffPlan & DecisionView & { done: { receipt: string; checkCode: string } | null };

/**
 * Looks at a set-off before a second officer is asked. Throws `role.missing`, `member.not-found`, `payment.own`, `day.left-open`, `resolution.other`, `loan.no-contract`,
 * `loan-change.unknown`, `set-off.which` where she owes on several, and `set-off.too-little` where her savings do not pay all of it.
 */
export async function previewSetOff(tx: Tx, actor: Actor, asked: SetOffAsked): Promise<SetOffPlan> {
  return (await examine(tx, actor, asked)).plan;
}

async function examine(tx: Tx, actor: Actor, asked: SetOffAsked) {
  const { group, now } = asked;
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  const checked = await check(tx, asked, head.day);
  if (partiesTo(checked.member).includes(seat.member.id))
    throw new DomainError("payment.own", { memberNo: checked.member.memberNo });
  return { seat, ...checked };
}

/** What would be taken off her savings today, and who is a party to it. */
async function check(tx: Tx, { group, memberNo, contractNo, resolution, now }: SetOffAsked, day: OpenDay) {
  refuseLeftOpen(group, day, now);
  await refuseOtherMatter(tx, group.id, resolution);
  const member = await getGroupMember(tx, group.id, memberNo);
  const on = countedOn(day, localDateOf(now));
  const contract = await contractOf(tx, member, contractNo);
  const { owed } = await owedOn(tx, group, contract, on);
  const savings = await savingsOf(tx, member);
  const taken = takenFrom(savings, owed);
  if (!taken) {
    const held = satang(savings.special + savings.pledge);
    throw new DomainError("set-off.too-little", { contractNo: contract.contractNo, owed: totalOwed(owed), held });
  }
  const left = { special: subtract(savings.special, taken.special), pledge: subtract(savings.pledge, taken.pledge) };
  const guarantors = guarantorIdsOf(contract);
  const plan: SetOffPlan = {
    group,
    member: memberName(member),
    contractNo: contract.contractNo,
    resolution,
    owed,
    taken,
    left,
  };
  return { member, plan, on, parties: [...partiesTo(member), ...guarantors] };
}

async function contractOf(tx: Tx, member: Member, contractNo: string | null): Promise<LoanContract> {
  const open = await findOpenContracts(tx, [member.id]);
  const named = contractNo === null ? open : open.filter((one) => one.contractNo === contractNo);
  const [one, second] = named;
  if (!one && contractNo !== null && open.length > 0) throw new DomainError("loan-change.unknown", { contractNo });
  if (!one) throw new DomainError("loan.no-contract", { memberNo: member.memberNo });
  if (second) throw new DomainError("set-off.which", { contracts: open.map((each) => each.contractNo).join(", ") });
  return one;
}

async function savingsOf(tx: Tx, { id, groupId }: Member): Promise<SavingsSums> {
  const whose = { groupId, memberId: id };
  return {
    special: await balanceOf(tx, { ...whose, code: account.specialSavings }),
    pledge: await balanceOf(tx, { ...whose, code: account.pledgeSavings }),
  };
}

/** Asks a second officer to pay a debt out of savings. Nothing is posted yet. Throws as previewSetOff, and `second-person.missing`. */
export async function requestSetOff(
  tx: Tx,
  actor: Actor,
  input: SetOffAsked & { operationId: ActionId },
): Promise<Done<SetOffView>> {
  const { group, operationId, now } = input;
  const { seat, plan, member, parties } = await examine(tx, actor, input);
  const { owed, taken, left, contractNo, resolution } = plan;
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "set-off",
    subject: `set-off:${group.id}/${contractNo}`,
    replaces: true,
    payload: {
      memberNo: member.memberNo,
      contractNo,
      resolution,
      ...owed,
      ...flat("taken", taken),
      ...flat("left", left),
    },
    excluded: parties,
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

const flat = (name: string, { special, pledge }: SavingsSums) => ({
  [`${name}Special`]: special,
  [`${name}Pledge`]: pledge,
});

/**
 * The second officer's word. Approved: the debt is paid out of the savings in one entry, and its owner hears at once. Decided already: shown as
 * decided. Throws `role.missing`, `second-person.same`, `card.outdated` where debt or savings changed since, and what previewSetOff throws.
 */
export async function decideSetOff(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<SetOffView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  if (decided.state === "approved") await setOff(tx, group, head, decided, now);
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, decided);
  const asker = decided.requestedBy.memberId;
  const owner = memberId(group.id, view.member.memberNo);
  const notices: Notice[] = [
    ...(decided.state === "approved"
      ? [
          { to: { memberId: owner, asOwner: true as const }, kind: "set-off.told" as const, view },
          ...auditorsBesides(group, decided).map((id) => ({
            to: { memberId: id },
            kind: "set-off.told" as const,
            view,
          })),
        ]
      : []),
    ...(asker ? [{ to: { memberId: asker }, kind: "set-off.decided" as const, view }] : []),
  ];
  return { result: view, notices };
}

async function setOff(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<void> {
  const { memberNo, contractNo, resolution, owed, taken } = sumsOf(decided);
  const { member, plan, on } = await check(tx, { group, memberNo, contractNo, resolution, now }, head.day);
  if (totalOwed(plan.owed) !== totalOwed(owed) || plan.taken.special !== taken.special)
    throw new DomainError("card.outdated", { why: "changed" });
  const rules = await rulesInForce(tx, group, on);
  const fineTo = accountOf("fine", rules.values["late-loan"].fineGoesTo);
  await post(tx, head, {
    idempotencyKey: setOffKey(decided.id),
    kind: "loan.set-off",
    effectiveOn: on,
    postedAt: now,
    actor: decided.requestedBy,
    ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
    source: "chat",
    withReceipt: true,
    record: { resolution, ...paperRecord(decided) },
    postings: setOffPostings(member, { contractNo, owed: plan.owed, taken: plan.taken, fineTo }),
  });
  await shiftPledgeBase(tx, member.id, satang(-plan.taken.pledge));
}

const setOffKey = (approvalId: string): string => `set-off:${approvalId}`;

/** A set-off was taken back: the pledge that had paid a debt counts towards no other months than before. The head is locked. */
export async function takeSetOffBack(tx: Tx, { kind, postings }: JournalEntry): Promise<void> {
  if (kind !== "loan.set-off") return;
  for (const { code, side, memberId: owner, amount } of postings)
    if (code === account.pledgeSavings && side === "debit" && owner) await shiftPledgeBase(tx, owner, amount);
}

/** What a request says; only our own use case wrote it. */
function sumsOf({ payload }: Approval) {
  const sumOf = (name: string) => satang(Number(payload[name]));
  return {
    memberNo: String(payload["memberNo"]),
    contractNo: String(payload["contractNo"]),
    resolution: String(payload["resolution"]),
    owed: { principal: sumOf("principal"), interest: sumOf("interest"), fine: sumOf("fine") },
    taken: { special: sumOf("takenSpecial"), pledge: sumOf("takenPledge") },
    left: { special: sumOf("leftSpecial"), pledge: sumOf("leftPledge") },
  };
}

async function viewOf(tx: Tx, group: Group, approval: Approval, seconds: readonly Member[] = []): Promise<SetOffView> {
  const { memberNo, ...sums } = sumsOf(approval);
  const entry = approval.state === "approved" ? await findByKey(tx, setOffKey(approval.id)) : null;
  return {
    group,
    member: memberName(await getGroupMember(tx, group.id, memberNo)),
    ...sums,
    ...(await decisionView(tx, group, approval, seconds)),
    done: entry?.receipt ? { receipt: receiptText(entry.receipt), checkCode: checkCodeOf(entry.hash) } : null,
  };
}

/** A request as its second officer sees it, again. */
export async function getSetOffRequest(tx: Tx, approvalId: string): Promise<SetOffView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval);
}
