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
}

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
export function rowOf({ id, requestNo, memberId, amount }: LoanRequest): SittingRow {
  const none = { decision: null, granted: satang(0), reason: null, enteredBy: null };
  return { requestId: id, requestNo, memberId, amount, ...none };
}

/** Satang that the rows grant together. */
export function grantedBy({ rows }: Pick<Sitting, "rows">): Satang {
  return sum(rows.map(({ granted }) => granted));
}

/** The sitting with one row decided; who confirmed before looks again. */
export function enterRow(
  sitting: Sitting,
  requestId: string,
  entered: Pick<SittingRow, "decision" | "granted" | "reason" | "enteredBy">,
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
