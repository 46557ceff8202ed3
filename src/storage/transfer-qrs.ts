import type { PromptPayProxy } from "../domain/groups/promptpay-proxy";
import type { ActionId, GroupId } from "../domain/ids";
import type { Satang } from "../domain/money";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** A code for a transfer that somebody asked for. Nothing in it says who: whoever has its picture's address sees no member. */
export interface TransferQrRow {
  /** The unguessable name of its picture: 128 random bits in hex. */
  _id: string;
  groupId: GroupId;
  receiver: PromptPayProxy;
  accountName: string | null;
  amount: Satang;
  language: "th" | "en";
  /** The button that made it: pressed again, it shows the same code while that is good. */
  actionId: ActionId;
  expiresAt: Date;
}

export const TransferQrModel = defineModel<TransferQrRow>({
  collection: "transfer_qrs",
  fields: {
    groupId: { type: String, required: true },
    receiver: { type: Mixed, required: true },
    accountName: { type: String },
    amount: { type: Number, required: true },
    language: { type: String, required: true },
    actionId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  indexes: [[{ actionId: 1 }], [{ expiresAt: 1 }]],
});

/** Keeps a new code. */
export async function insertTransferQr(tx: Tx, row: TransferQrRow): Promise<void> {
  await driverOf(TransferQrModel).insertOne(row, { session: tx.session });
}

/** The code whose picture has that name, or null. */
export async function findTransferQr(tx: Tx, name: string): Promise<TransferQrRow | null> {
  return TransferQrModel.findById(name).session(tx.session).lean<TransferQrRow>();
}

/** The codes that a button made. */
export async function findTransferQrsOf(tx: Tx, actionId: ActionId): Promise<TransferQrRow[]> {
  return TransferQrModel.find({ actionId }).session(tx.session).lean<TransferQrRow[]>();
}

/** Forgets codes that are over. */
export async function purgeTransferQrs(now: Date): Promise<void> {
  await driverOf(TransferQrModel).deleteMany({ expiresAt: { $lte: now } });
}
