import type { NoticeKind } from "../domain/notices";
import { driverOf } from "./model";
import { OutboxModel } from "./outbox";
import type { Tx } from "./tx";

/** Drops what waits for a group's readers of a kind that a newer notice takes the place of. */
export async function dropSuperseded(tx: Tx, groupId: string, kinds: readonly NoticeKind[]): Promise<void> {
  await driverOf(OutboxModel).updateMany(
    { groupId, kind: { $in: [...kinds] }, state: { $in: ["waiting", "parked"] } },
    { $set: { state: "dropped", lastError: "superseded" } },
    { session: tx.session },
  );
}

/** Whether a group's readers were given a notice of a kind since the instant. */
export async function wasNoticed(tx: Tx, groupId: string, kind: NoticeKind, since: Date): Promise<boolean> {
  const filter = { groupId, kind, createdAt: { $gte: since } };
  return (await OutboxModel.exists(filter).session(tx.session)) !== null;
}
