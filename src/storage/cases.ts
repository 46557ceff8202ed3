import type { Case } from "../domain/cases/case";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** Rows of before every text was kept have no `further`. */
type CaseRow = Omit<Case, "id" | "further"> & { _id: string; further?: Case["further"] };

export const CaseModel = defineModel<CaseRow>({
  collection: "cases",
  fields: {
    groupId: { type: String, required: true },
    about: { type: String, required: true },
    memberId: { type: String },
    askedBy: { type: String },
    entryId: { type: String },
    words: { type: String, required: true },
    further: { type: [Mixed] },
    accused: { type: [String], required: true },
    keepers: { type: [String] },
    state: { type: String, required: true },
    openedAt: { type: Date, required: true },
    waitingSince: { type: Date, required: true },
    answers: { type: [Mixed], required: true },
    escalatedAt: { type: Date },
    closedAt: { type: Date },
    version: { type: Number, required: true },
  },
  indexes: [[{ groupId: 1, state: 1, openedAt: 1 }], [{ askedBy: 1, openedAt: -1 }], [{ state: 1, waitingSince: 1 }]],
});

const fromRow = ({ _id, further = [], keepers = [], ...rest }: CaseRow): Case => ({
  id: _id,
  ...rest,
  further,
  keepers,
});

/** Stores a new case. */
export async function insertCase(tx: Tx, { id, ...rest }: Case): Promise<void> {
  await driverOf(CaseModel).insertOne({ _id: id, ...rest }, { session: tx.session });
}

/** Saves what became of a case; throws when somebody changed it in the meantime, so that the transaction runs again. */
export async function saveCase(tx: Tx, { id, ...rest }: Case): Promise<void> {
  const { matchedCount } = await driverOf(CaseModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the case moved under its transaction");
}

/** The case, or null. */
export async function findCase(tx: Tx, id: string): Promise<Case | null> {
  const row = await CaseModel.findById(id).session(tx.session).lean<CaseRow>();
  return row && fromRow(row);
}

/** Cases of groups that wait for an answer, oldest first; of every group where none is named, and before an instant where one is. */
export async function findOpenCases(
  tx: Tx,
  { groupIds, waitingBefore }: { groupIds?: readonly GroupId[]; waitingBefore?: Date } = {},
): Promise<Case[]> {
  return casesWhere(tx, 1, {
    state: "checking",
    ...(groupIds ? { groupId: { $in: groupIds } } : {}),
    ...(waitingBefore ? { waitingSince: { $lte: waitingBefore }, escalatedAt: null } : {}),
  });
}

/** How many cases were told in a group from an instant on: by a member, or without a name. */
export async function countCasesSince(
  tx: Tx,
  { groupId, askedBy, since }: { groupId: GroupId; askedBy: MemberId | null; since: Date },
): Promise<number> {
  return CaseModel.countDocuments({ groupId, askedBy, openedAt: { $gte: since } }).session(tx.session);
}

/** The cases that these members told, newest first. */
export async function findCasesOf(tx: Tx, askedBy: readonly MemberId[]): Promise<Case[]> {
  return casesWhere(tx, -1, { askedBy: { $in: askedBy } });
}

async function casesWhere(tx: Tx, order: 1 | -1, filter: object): Promise<Case[]> {
  const rows = await CaseModel.find(filter).sort({ openedAt: order, _id: 1 }).session(tx.session).lean<CaseRow[]>();
  return rows.map(fromRow);
}
