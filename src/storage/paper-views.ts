import type { GroupId } from "../domain/ids";
import type { EntryActor } from "../domain/ledger/journal-entry";
import type { PaperFormat, PaperKind } from "../domain/reports/papers";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** One look at a paper that names members, written down before it was shown. */
export interface PaperLook {
  _id: string;
  groupId: GroupId;
  kind: PaperKind;
  /** The day or month that it was of; "now". */
  of: string;
  format: PaperFormat | "card";
  /** Who looked, and by what right: her position. */
  by: EntryActor;
  at: Date;
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
  },
  indexes: [[{ groupId: 1, at: 1 }]],
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
