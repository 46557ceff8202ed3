import type { GroupId, MemberId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";
import { satang, sum, type Satang } from "../money";
import type { LoanRequest } from "./requests/request";

/** What a meeting decides on a request: all of it, less, not now, not at all. */
export const rowDecisions = ["full", "part", "next", "reject"] as const;
export type RowDecision = (typeof rowDecisions)[number];

/** One request on the table of a meeting. */
export interface SittingRow {
  requestId: string;
  requestNo: string;
  memberId: MemberId;
  /** Satang that is asked for. */
  amount: Satang;
  /** Null: not decided yet. */
  decision: RowDecision | null;
  /** Satang; 0 where nothing is granted. */
  granted: Satang;
  reason: string | null;
  enteredBy: EntryActor | null;
  /** Since when the request stood as it did when it came on the table, or was decided on last. */
  seen: Date;
}

/**
 * What became of a request while it lay on the table: `gone`: its borrower gave it up; `guarantors`: one of them left, and it does not wait for the meeting;
 * `changed`: it waits again, with other guarantors than when it was decided on.
 */
export type RowMark = "gone" | "guarantors" | "changed";

/** Who confirmed the rows that she has no conflict in. */
export interface SittingConfirmation {
  by: EntryActor;
  memberId: MemberId;
  at: Date;
  requestIds: string[];
}

/**
 * A meeting on loans: one person enters what it decides, two others confirm it, and one resolution says it. `open`: being entered; `to-confirm`: with the others;
 * `confirmed`: a resolution; `dropped`: nothing of it counts.
 */
export interface Sitting {
  id: string;
  groupId: GroupId;
  openedBy: EntryActor;
  openedAt: Date;
  rows: SittingRow[];
  state: "open" | "to-confirm" | "confirmed" | "dropped";
  confirmations: SittingConfirmation[];
  resolutionNo: string | null;
  endedAt: Date | null;
  version: number;
}

/** So many others confirm each row. */
export const confirmersNeeded = 2;

/** A request as it comes on the table. */
export function rowOf({ id, requestNo, memberId, amount, since }: LoanRequest): SittingRow {
  const none = { decision: null, granted: satang(0), reason: null, enteredBy: null };
  return { requestId: id, requestNo, memberId, amount, ...none, seen: since };
}

/** What became of a row's request since it was looked at; null where nothing did. */
export function markOf({ decision, seen }: SittingRow, { state, since }: LoanRequest): RowMark | null {
  if (state === "guarantors") return "guarantors";
  if (state !== "waiting") return "gone";
  return decision !== null && since.getTime() !== seen.getTime() ? "changed" : null;
}

/**
 * The sitting after its table was looked at anew: what does not wait for the meeting any more is off it, and what came back is decided anew. Given up where
 * nothing is left.
 */
export function tidied(sitting: Sitting, requests: readonly LoanRequest[], at: Date): Sitting {
  const rows = sitting.rows.flatMap((row): SittingRow[] => {
    const request = requests.find(({ id }) => id === row.requestId);
    if (!request) return [];
    const mark = markOf(row, request);
    if (mark === null) return [row];
    return mark === "changed" ? [rowOf(request)] : [];
  });
  const isEmpty = rows.length === 0;
  return { ...moveSitting(sitting, isEmpty ? "dropped" : "open", isEmpty ? at : null), rows };
}

/** Satang that the rows grant together. */
export function grantedBy({ rows }: Pick<Sitting, "rows">): Satang {
  return sum(rows.map(({ granted }) => granted));
}

/** The sitting with one row decided; who confirmed before looks again. */
export function enterRow(
  sitting: Sitting,
  requestId: string,
  entered: Pick<SittingRow, "decision" | "granted" | "reason" | "enteredBy" | "seen">,
): Sitting {
  const rows = sitting.rows.map((row) => (row.requestId === requestId ? { ...row, ...entered } : row));
  return { ...sitting, rows, state: "open", confirmations: [], version: sitting.version + 1 };
}

/** Whether every row has its decision. */
export const isEntered = ({ rows }: Pick<Sitting, "rows">): boolean =>
  rows.length > 0 && rows.every(({ decision }) => decision !== null);

/** Members who entered a row. */
export function enterers({ rows }: Pick<Sitting, "rows">): MemberId[] {
  return [...new Set(rows.flatMap(({ enteredBy }) => enteredBy?.memberId ?? []))];
}

/** The sitting with somebody's confirmation, in the place of her earlier one. */
export function confirmSitting(sitting: Sitting, confirmation: SittingConfirmation): Sitting {
  const others = sitting.confirmations.filter(({ memberId }) => memberId !== confirmation.memberId);
  return { ...sitting, confirmations: [...others, confirmation], version: sitting.version + 1 };
}

/** Rows that fewer than two others have confirmed. */
export function unconfirmedRows({ rows, confirmations }: Pick<Sitting, "rows" | "confirmations">): SittingRow[] {
  return rows.filter(
    ({ requestId }) =>
      confirmations.filter(({ requestIds }) => requestIds.includes(requestId)).length < confirmersNeeded,
  );
}

/** The sitting in another state. */
export function moveSitting(sitting: Sitting, state: Sitting["state"], at: Date | null): Sitting {
  const confirmations = state === "open" ? [] : sitting.confirmations;
  return { ...sitting, state, endedAt: at, confirmations, version: sitting.version + 1 };
}
