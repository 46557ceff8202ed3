import type { PaymentChange } from "../domain/groups/payment-details";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** A change of where members transfer, as they are told of it: that it comes, or that it was stopped. */
export interface PaymentChangeRow {
  _id: string;
  groupId: GroupId;
  change: PaymentChange;
  state: "coming" | "stopped";
  decidedAt: Date;
  /** The last member who has been told, in the order of ids. */
  toldThrough: MemberId | null;
  toldAll: boolean;
}

export const PaymentChangeModel = defineModel<PaymentChangeRow>({
  collection: "payment_changes",
  fields: {
    groupId: { type: String, required: true },
    change: { type: Mixed, required: true },
    state: { type: String, required: true },
    decidedAt: { type: Date, required: true },
    toldThrough: { type: String },
    toldAll: { type: Boolean, required: true },
  },
  indexes: [[{ toldAll: 1, decidedAt: 1 }]],
});

/** Keeps a change that members are to be told of. */
export async function insertPaymentChange(tx: Tx, groupId: GroupId, change: PaymentChange, at: Date): Promise<void> {
  const untold = { toldThrough: null, toldAll: false };
  const row: PaymentChangeRow = { _id: change.approvalId, groupId, change, state: "coming", decidedAt: at, ...untold };
  await driverOf(PaymentChangeModel).insertOne(row, { session: tx.session });
}

/** A change was stopped: members are told that too, from the first one on. */
export async function stopPaymentChange(tx: Tx, id: string): Promise<void> {
  await driverOf(PaymentChangeModel).updateOne(
    { _id: id },
    { $set: { state: "stopped", toldThrough: null, toldAll: false } },
    { session: tx.session },
  );
}

/** The oldest change of which not every member of its group has heard, or null. */
export async function findUntoldPaymentChange(tx: Tx): Promise<PaymentChangeRow | null> {
  return PaymentChangeModel.findOne({ toldAll: false })
    .sort({ decidedAt: 1 })
    .session(tx.session)
    .lean<PaymentChangeRow>();
}

/** Keeps through which member a change has been told, and whether that was the last. */
export async function savePaymentTold(
  tx: Tx,
  id: string,
  { through, all }: { through: MemberId | null; all: boolean },
): Promise<void> {
  await driverOf(PaymentChangeModel).updateOne(
    { _id: id },
    { $set: { toldThrough: through, toldAll: all } },
    { session: tx.session },
  );
}
