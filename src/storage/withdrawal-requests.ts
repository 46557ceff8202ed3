import type { GroupId, MemberId } from "../domain/ids";
import type { WithdrawalRequest } from "../domain/savings/withdrawal-request";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type RequestRow = Omit<WithdrawalRequest, "id"> & { _id: string };

export const WithdrawalRequestModel = defineModel<RequestRow>({
  collection: "withdrawal_requests",
  fields: {
    groupId: { type: String, required: true },
    memberId: { type: String, required: true },
    amount: { type: Number, required: true },
    askedBy: { type: Mixed, required: true },
    askedAt: { type: Date, required: true },
    state: { type: String, required: true },
    endedAt: { type: Date },
    endedBy: { type: Mixed },
    reason: { type: String },
    version: { type: Number, required: true },
  },
  indexes: [
    [{ memberId: 1 }, { unique: true, partialFilterExpression: { state: "open" } }],
    [{ groupId: 1, state: 1, askedAt: 1 }],
  ],
});

const fromRow = ({ _id, ...rest }: RequestRow): WithdrawalRequest => ({ id: _id, ...rest });

/** Stores a wish. The caller holds the group's ledger head, so that two of one passbook do not meet here. */
export async function insertWithdrawalRequest(tx: Tx, { id, ...rest }: WithdrawalRequest): Promise<void> {
  await WithdrawalRequestModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The wish; throws when there is none, since only our own buttons lead here. */
export async function getWithdrawalRequest(tx: Tx, id: string): Promise<WithdrawalRequest> {
  const row = await WithdrawalRequestModel.findById(id).session(tx.session).lean<RequestRow>();
  if (!row) throw new Error("no such wish");
  return fromRow(row);
}

/** The open wishes of these passbooks; at most one each. */
export async function findOpenWithdrawals(tx: Tx, memberIds: readonly MemberId[]): Promise<WithdrawalRequest[]> {
  if (memberIds.length === 0) return [];
  const rows = await WithdrawalRequestModel.find({ memberId: { $in: memberIds }, state: "open" })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** The open wishes of groups, oldest first. */
export async function findOpenWithdrawalsOf(tx: Tx, groupIds: readonly GroupId[]): Promise<WithdrawalRequest[]> {
  if (groupIds.length === 0) return [];
  const rows = await WithdrawalRequestModel.find({ groupId: { $in: groupIds }, state: "open" })
    .sort({ askedAt: 1 })
    .session(tx.session)
    .lean<RequestRow[]>();
  return rows.map(fromRow);
}

/** Saves how a wish ended; throws when it ended in the meantime, so that the transaction runs again. */
export async function saveWithdrawalRequest(tx: Tx, { id, ...rest }: WithdrawalRequest): Promise<void> {
  const { matchedCount } = await driverOf(WithdrawalRequestModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the wish moved under its transaction");
}
