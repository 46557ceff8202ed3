import type { Approval } from "../domain/approvals/two-officers";
import type { GroupId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type ApprovalRow = Omit<Approval, "id"> & { _id: string };

export const ApprovalModel = defineModel<ApprovalRow>({
  collection: "approvals",
  fields: {
    kind: { type: String, required: true },
    groupId: { type: String, required: true },
    subject: { type: String, required: true },
    payload: { type: Mixed, required: true },
    requestedBy: { type: Mixed, required: true },
    requestedAt: { type: Date, required: true },
    excluded: { type: [String], required: true },
    state: { type: String, required: true },
    decidedBy: { type: Mixed },
    decidedAt: { type: Date },
    version: { type: Number, required: true },
    paper: { type: Mixed },
  },
  indexes: [
    [
      { kind: 1, subject: 1 },
      { unique: true, partialFilterExpression: { state: "open" } },
    ],
    [{ groupId: 1, state: 1, requestedAt: 1 }],
  ],
});

const fromRow = ({ _id, ...rest }: ApprovalRow): Approval => ({ id: _id, ...rest });

/** Stores a request. */
export async function insertApproval(tx: Tx, { id, ...rest }: Approval): Promise<void> {
  await ApprovalModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The request; throws when there is none, since only our own buttons lead here. */
export async function getApproval(tx: Tx, id: string): Promise<Approval> {
  const row = await ApprovalModel.findById(id).session(tx.session).lean<ApprovalRow>();
  if (!row) throw new Error("no such approval");
  return fromRow(row);
}

/** The open request about a subject, or null. */
export async function findOpenApproval(tx: Tx, kind: Approval["kind"], subject: string): Promise<Approval | null> {
  const row = await ApprovalModel.findOne({ kind, subject, state: "open" }).session(tx.session).lean<ApprovalRow>();
  return row && fromRow(row);
}

/** Open requests of groups, oldest first. */
export async function findOpenApprovals(tx: Tx, groupIds: readonly GroupId[]): Promise<Approval[]> {
  const rows = await ApprovalModel.find({ groupId: { $in: groupIds }, state: "open" })
    .sort({ requestedAt: 1 })
    .session(tx.session)
    .lean<ApprovalRow[]>();
  return rows.map(fromRow);
}

/** Saves a decision; throws when somebody decided in the meantime, so that the transaction runs again. */
export async function saveApproval(tx: Tx, { id, ...rest }: Approval): Promise<void> {
  const { matchedCount } = await driverOf(ApprovalModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the approval moved under its transaction");
}
