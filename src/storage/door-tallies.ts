import type { DoorTally } from "../domain/closing/closing-record";
import { defineModel, driverOf } from "./model";
import type { Tx } from "./tx";

interface TallyRow extends DoorTally {
  _id: string;
  dayId: string;
}

export const DoorTallyModel = defineModel<TallyRow>({
  collection: "door_tallies",
  fields: {
    dayId: { type: String, required: true },
    memberId: { type: String, required: true },
    position: { type: String, required: true },
    passbooks: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  indexes: [[{ dayId: 1 }]],
});

/** Stores what somebody counted at the door, in the place of what she told before on that day. */
export async function saveTally(tx: Tx, dayId: string, tally: DoorTally): Promise<void> {
  const _id = `${dayId}:${tally.memberId}`;
  await driverOf(DoorTallyModel).replaceOne({ _id }, { dayId, ...tally }, { upsert: true, session: tx.session });
}

/** What was counted at the door on a day, in the order in which it was told. */
export async function findTallies(tx: Tx, dayId: string): Promise<DoorTally[]> {
  const rows = await DoorTallyModel.find({ dayId }).sort({ at: 1 }).session(tx.session).lean<TallyRow[]>();
  return rows.map(({ memberId, position, passbooks, at }) => ({ memberId, position, passbooks, at }));
}
