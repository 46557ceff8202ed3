import type { GroupId } from "../domain/ids";
import type { EntryActor } from "../domain/ledger/journal-entry";
import type { LoanPaperKind } from "../domain/reports/loan-papers";
import type { PaperFormat, PaperKind } from "../domain/reports/papers";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** One look at a paper that names members, written down before it was shown. */
export interface PaperLook {
  _id: string;
  groupId: GroupId;
  kind: PaperKind | LoanPaperKind;
  /** The day or month that it was of, or the loan by its number; "now". */
  of: string;
  format: PaperFormat | "card";
  /** Who looked, and by what right: her position. */
  by: EntryActor;
  at: Date;
  /** The working day whose cash it told of before that was counted; left out: it told of none. */
  beforeCount?: string;
}

export const PaperViewModel = defineModel<PaperLook>({
  collection: "paper_views",
  fields: {
    groupId: { type: String, required: true },
    kind: { type: String, required: true },
    of: { type: String, required: true },
    format: { type: String, required: true },
    by: { type: Mixed, required: true },
    at: { type: Date, required: true },
    beforeCount: { type: String },
  },
  indexes: [
    [{ groupId: 1, at: 1 }],
    [{ beforeCount: 1 }, { partialFilterExpression: { beforeCount: { $exists: true } } }],
  ],
});

/** Writes down one look at a paper. */
export async function insertPaperView(tx: Tx, look: PaperLook): Promise<void> {
  await driverOf(PaperViewModel).insertOne(look, { session: tx.session });
}

/** Looks at papers of a group from an instant on, oldest first. */
export async function findPaperViews(tx: Tx, groupId: GroupId, from: Date): Promise<PaperLook[]> {
  return driverOf(PaperViewModel)
    .find({ groupId, at: { $gte: from } }, { session: tx.session })
    .sort({ at: 1, _id: 1 })
    .toArray();
}

/** Looks at what the books say of a working day's cash before it was counted, oldest first. */
export async function findLooksBeforeCount(tx: Tx, dayId: string): Promise<PaperLook[]> {
  return driverOf(PaperViewModel)
    .find({ beforeCount: dayId }, { session: tx.session })
    .sort({ at: 1, _id: 1 })
    .toArray();
}
