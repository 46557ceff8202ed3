import type { LocalDate } from "../../dates";
import type { GroupId, MemberId } from "../../ids";
import type { EntryActor } from "../../ledger/journal-entry";
import { satang, zero, type Satang } from "../../money";
import type { LoanProduct } from "../loan-rules";
import type { Eligibility } from "./eligibility";

/** Where a guarantor stands: asked; agreed; does not; did not answer in time; agreed and left before the payout; another was named instead. */
export const guarantorStates = ["asked", "agreed", "declined", "expired", "left", "replaced"] as const;

/** A member who was named as a guarantor of a request. */
export interface NamedGuarantor {
  memberId: MemberId;
  memberNo: string;
  /** For how much she stands, in satang. */
  amount: Satang;
  state: (typeof guarantorStates)[number];
  askedAt: Date;
  answeredAt: Date | null;
  /** Two officers who entered the answer of a member without a phone; null where she gave it herself. Neither is the second person of the payout. */
  enteredBy: [EntryActor, EntryActor] | null;
}

/** Goods that are lent in kind: what, how many, at which price, from whom. */
export interface LoanGoods {
  item: string;
  quantity: number;
  unit: string;
  supplier: string | null;
}

/**
 * Where a request stands. `guarantors`: waits for them. `waiting`: in the queue of the next meeting. `voting`: its committee answers in chat.
 * `offered`: less was granted, the borrower answers. `approved`: its money is reserved until `reservedUntil`. `paid-out`: a contract. The
 * others are ends: `rejected` by the committee, `declined` or `cancelled` by the borrower, `expired` by silence before a decision, `released`
 * by silence after it.
 */
export const requestStates = [
  "guarantors",
  "waiting",
  "voting",
  "offered",
  "approved",
  "paid-out",
  "rejected",
  "declined",
  "cancelled",
  "expired",
  "released",
] as const;
export type LoanRequestState = (typeof requestStates)[number];

/** States in which a request still goes on. */
export const openStates: readonly LoanRequestState[] = ["guarantors", "waiting", "voting", "offered", "approved"];

/** What the committee decided on a request. */
export interface LoanDecision {
  /** The number of the resolution in the register, "7/2569". */
  resolutionNo: string;
  decidedAt: Date;
  /** Satang; 0 where nothing was granted. */
  granted: Satang;
  /** What the borrower reads; null where nothing needs saying. */
  reason: string | null;
}

/** A request for a loan, from the borrower's word to the payout. */
export interface LoanRequest {
  /** The id of the deed that made it. */
  id: string;
  groupId: GroupId;
  /** "ก12/2569": how people name it; numbered by group and Buddhist year. */
  requestNo: string;
  memberId: MemberId;
  product: LoanProduct;
  /** What was asked for, in satang. */
  amount: Satang;
  /** Monthly instalments. */
  instalments: number;
  /** What for, in the borrower's words. */
  purpose: string;
  goods: LoanGoods | null;
  /** The contract that it renews; null: it renews none. */
  renews: string | null;
  /** The rules under which it was put: what binds it, whatever they become later. */
  rules: { version: number; clause: string };
  eligibility: Eligibility;
  guarantors: NamedGuarantor[];
  /** How many guarantors it needs. */
  guarantorsNeeded: number;
  state: LoanRequestState;
  putAt: Date;
  /** Since when it stands in its state. */
  since: Date;
  /** Until when somebody is to answer (guarantors, an offer); null: nobody has a time. */
  answerUntil: Date | null;
  /** How often a meeting put it off. */
  putOff: number;
  decision: LoanDecision | null;
  /** The last day of the reservation of an approved request. */
  reservedUntil: LocalDate | null;
  /** When the signed contract and guarantees were seen, and by whom; null before. */
  paperSigned: { at: Date; by: EntryActor } | null;
  /** The contract that came of it; null before the payout. */
  contractNo: string | null;
  version: number;
}

/** Satang that a request holds back from what may be lent: what was granted, as long as it is not paid out. */
export function reservedBy({ state, decision }: LoanRequest): Satang {
  return state === "approved" || state === "offered" ? (decision?.granted ?? zero) : zero;
}

/** Until when an answer is waited for that was asked for at an instant. */
export const answerBy = (askedAt: Date, answerDays: number): Date =>
  new Date(askedAt.getTime() + answerDays * 24 * 60 * 60 * 1000);

/** Guarantors who stand for a request now, for no more than was granted. */
export function agreedGuarantors({
  guarantors,
  decision,
}: Pick<LoanRequest, "guarantors"> & Partial<Pick<LoanRequest, "decision">>): NamedGuarantor[] {
  const agreed = guarantors.filter(({ state }) => state === "agreed");
  if (!decision || decision.granted === 0) return agreed;
  return agreed.map((one) => ({ ...one, amount: satang(Math.min(one.amount, decision.granted)) }));
}

/** The request in another state from now on. */
export function moveTo(request: LoanRequest, state: LoanRequestState, at: Date): LoanRequest {
  return { ...request, state, since: at, answerUntil: null, version: request.version + 1 };
}
