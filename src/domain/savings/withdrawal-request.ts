import type { GroupId, MemberId, PersonId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";
import type { Satang } from "../money";

/** How a member's wish to have special savings back ended, or that it waits. */
export type WithdrawalState = "open" | "paid" | "refused" | "withdrawn";

/** A member's wish to have special savings back. It moves no money: a payment of two officers does. */
export interface WithdrawalRequest {
  id: string;
  groupId: GroupId;
  memberId: MemberId;
  /** Satang. */
  amount: Satang;
  /** Who asked: she herself, her guardian or a helper with consent. */
  askedBy: { personId: PersonId; memberId: MemberId };
  askedAt: Date;
  state: WithdrawalState;
  endedAt: Date | null;
  /** The officer who refused it; null where she gave it up or it was paid. */
  endedBy: EntryActor | null;
  reason: string | null;
  version: number;
}

/** A wish, open. */
export function askWithdrawal(
  facts: Pick<WithdrawalRequest, "id" | "groupId" | "memberId" | "amount" | "askedBy" | "askedAt">,
): WithdrawalRequest {
  return { ...facts, state: "open", endedAt: null, endedBy: null, reason: null, version: 1 };
}

/** The wish after it ended. */
export function endWithdrawal(
  request: WithdrawalRequest,
  ended: { state: Exclude<WithdrawalState, "open">; at: Date; by?: EntryActor; reason?: string },
): WithdrawalRequest {
  const { state, at, by = null, reason = null } = ended;
  return { ...request, state, endedAt: at, endedBy: by, reason, version: request.version + 1 };
}
