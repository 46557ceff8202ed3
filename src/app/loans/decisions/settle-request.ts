import type { DecidedItem } from "../../../domain/approvals/committee-resolution";
import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { grant, putOff, reject } from "../../../domain/loans/requests/grant";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { zero } from "../../../domain/money";
import { saveLoanRequest } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import type { CommitteeVerdict } from "../../approvals/ballots/matter";
import { rulesInForce } from "../../rules/rules-in-force";
import { lendableOf } from "../lendable";

/** Grants or refuses a request as its committee decided. What there is no money for is put off, and the resolution says so. The head is locked. */
export async function settleRequest(
  tx: Tx,
  group: Group,
  request: LoanRequest,
  { outcome, ...decision }: CommitteeVerdict,
): Promise<{ subject: LoanRequest; item: Omit<DecidedItem, "kind" | "subject" | "label"> }> {
  const rules = await rulesInForce(tx, group, localDateOf(decision.decidedAt));
  if (outcome === "rejected")
    return done(tx, reject(request, decision), { outcome: "rejected", granted: zero, reason: decision.reason });
  const isThere = request.amount <= (await lendableOf(tx, group.id, rules)).free;
  if (!isThere) return done(tx, putOff(request, decision), { outcome: "put-off", granted: zero, reason: "no-money" });
  const granted = grant(request, { ...decision, granted: request.amount }, rules.values["loan-limits"]);
  return done(tx, granted, { outcome: "granted", granted: request.amount, reason: null });
}

async function done<Item>(
  tx: Tx,
  subject: LoanRequest,
  item: Item,
): Promise<{ subject: LoanRequest; item: Item & Pick<LoanRequest, "rules"> }> {
  await saveLoanRequest(tx, subject);
  return { subject, item: { ...item, rules: subject.rules } };
}
