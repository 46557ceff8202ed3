import { randomBytes } from "node:crypto";
import { enterQueue } from "../../src/app/loans/decisions/enter-queue";
import { addDays, localDateOf, type LocalDate } from "../../src/domain/dates";
import type { Group } from "../../src/domain/groups/group";
import { account } from "../../src/domain/ledger/accounts";
import { credit, debit } from "../../src/domain/ledger/journal-entry";
import type { LoanRequest, NamedGuarantor } from "../../src/domain/loans/requests/request";
import type { Member } from "../../src/domain/members/member";
import { baht, type Satang } from "../../src/domain/money";
import { post } from "../../src/storage/journal";
import { lockHead } from "../../src/storage/ledger-heads";
import { getLoanRequest, insertLoanRequest } from "../../src/storage/loan-requests";
import { inTransaction } from "../../src/storage/tx";
import { enqueueNotices } from "../../src/worker/enqueue";
import type { Villager } from "./villager";

/** Money of the group in its box or bank, as if it had been there before; so that loans can be paid. */
export async function fillBox(group: Group, amount: Satang, code: "1100" | "1110" = account.cash): Promise<void> {
  await inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    await post(tx, head, {
      idempotencyKey: `test-box:${randomBytes(8).toString("hex")}`,
      kind: "grant.received",
      effectiveOn: head.day.on,
      postedAt: head.day.openedAt,
      actor: { personId: null, memberId: null, position: "setup" },
      source: "setup",
      withReceipt: false,
      postings: [
        debit({ groupId: group.id, code }, amount),
        credit({ groupId: group.id, code: account.grants }, amount),
      ],
    });
  });
}

/** Somebody who agreed to stand for a loan. */
export function agreed(member: Member, amount: Satang, at: Date): NamedGuarantor {
  const { id, memberNo } = member;
  return { memberId: id, memberNo, amount, state: "agreed", askedAt: at, answeredAt: at, enteredBy: null };
}

/**
 * A request for a loan, approved unless told otherwise: 10,000 baht in 10 instalments, its money reserved for 30 days, and its paper signed by
 * nobody yet.
 */
export async function buildLoanRequest(
  group: Group,
  member: Member,
  { on, ...facts }: Partial<LoanRequest> & { requestNo: string; on: LocalDate },
): Promise<LoanRequest> {
  const at = new Date(`${on}T02:00:00Z`);
  const amount = facts.amount ?? baht(10_000);
  const request: LoanRequest = {
    id: randomBytes(16).toString("hex"),
    groupId: group.id,
    memberId: member.id,
    product: "ordinary",
    amount,
    instalments: 10,
    purpose: "ซ่อมบ้าน",
    goods: null,
    renews: null,
    rules: { version: 0, clause: "1" },
    eligibility: { verdict: "PASS", reasons: [] },
    guarantors: [],
    guarantorsNeeded: 0,
    state: "approved",
    putAt: at,
    since: at,
    answerUntil: null,
    putOff: 0,
    decision: { resolutionNo: "7/2569", decidedAt: at, granted: amount, reason: null },
    reservedUntil: addDays(localDateOf(at), 30),
    paperSigned: null,
    contractNo: null,
    version: 1,
    ...facts,
  };
  await inTransaction((tx) => insertLoanRequest(tx, request));
  return request;
}

/** Puts a request, whose guarantors all stand, before its committee. */
export async function putToVote(group: Group, id: string, now: Date): Promise<LoanRequest> {
  return inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    const request = await getLoanRequest(tx, id);
    const { result, notices } = await enterQueue(tx, { group, head, request, now });
    await enqueueNotices(tx, notices, now);
    return result;
  });
}

/** An officer asks for the payout of a request in cash, up to the word of a second one. */
export async function asksForPayout(officer: Villager, words: string): Promise<void> {
  await officer.says(words);
  await officer.taps("เตรียมจ่ายเงินสด");
  await officer.taps("ยืนยันขอจ่ายเงิน");
}
