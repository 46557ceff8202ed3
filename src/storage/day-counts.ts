import type { DayCount } from "../domain/closing/day-count";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type CountRow = Omit<DayCount, "dayId"> & { _id: string };

export const DayCountModel = defineModel<CountRow>({
  collection: "day_counts",
  fields: {
    groupId: { type: String, required: true },
    first: { type: String, required: true },
    second: { type: String, required: true },
    sheetOn: { type: String },
    cash: { type: Mixed, required: true },
    boxes: { type: [Mixed], default: undefined },
    bank: { type: Mixed, required: true },
    bankAbsent: { type: Boolean, required: true },
    absentBy: { type: String },
    absentToo: { type: Boolean },
    photoId: { type: String },
    photoSeenAt: { type: Date },
    keeper: { type: Mixed },
    notTaken: { type: [Mixed], default: undefined },
    begun: { type: Number },
    differences: { type: [Mixed], required: true },
    earlier: { type: [Mixed], default: undefined },
  },
});

/** The counting of a day, or null where nobody began one. Who changes it holds the group's ledger head. */
export async function findDayCount(tx: Tx, dayId: string): Promise<DayCount | null> {
  const row = await DayCountModel.findById(dayId).session(tx.session).lean<CountRow>();
  if (!row) return null;
  const { _id, keeper, ...rest } = row;
  // Who was named before this was asked has not been asked yet.
  return { dayId: _id, ...rest, keeper: keeper && { ...{ hasLine: true, words: [] }, ...keeper } };
}

/** Stores the counting of a day in the place of what it was. */
export async function saveDayCount(tx: Tx, { dayId, ...rest }: DayCount): Promise<void> {
  await driverOf(DayCountModel).replaceOne({ _id: dayId }, rest, { upsert: true, session: tx.session });
}
