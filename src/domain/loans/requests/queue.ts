import type { MemberId } from "../../ids";
import type { QueueOrder } from "../loan-rules";
import type { LoanRequest } from "./request";

type Queued = Pick<LoanRequest, "id" | "memberId" | "amount" | "putAt">;

const byDate = (one: Queued, other: Queued): number =>
  one.putAt.getTime() - other.putAt.getTime() || one.id.localeCompare(other.id);

/** Requests in the order in which a group's rules look at them; `borrowers` are the members who had a loan before. */
export function inQueueOrder<Request extends Queued>(
  requests: readonly Request[],
  order: QueueOrder,
  borrowers: ReadonlySet<MemberId>,
): Request[] {
  const hadOne = ({ memberId }: Queued): number => (borrowers.has(memberId) ? 1 : 0);
  const before: Record<QueueOrder, (one: Queued, other: Queued) => number> = {
    "by-date": byDate,
    "smallest-first": (one, other) => one.amount - other.amount || byDate(one, other),
    "first-loan-first": (one, other) => hadOne(one) - hadOne(other) || byDate(one, other),
  };
  return [...requests].sort(before[order]);
}
