import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel, driverOf } from "./model";
import type { Tx } from "./tx";

/** The head of a group's books as one officer was told it when a working day closed; it never changes. */
export interface ToldHead {
  /** `<member>/<day>`. */
  _id: string;
  groupId: GroupId;
  memberId: MemberId;
  dayId: string;
  on: LocalDate;
  seq: number;
  hash: string;
  at: Date;
}

export const ToldHeadModel = defineModel<ToldHead>({
  collection: "told_heads",
  fields: {
    groupId: { type: String, required: true },
    memberId: { type: String, required: true },
    dayId: { type: String, required: true },
    on: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
    at: { type: Date, required: true },
  },
  indexes: [[{ memberId: 1, seq: -1 }]],
});

/** Keeps what officers are told at a closing. */
export async function insertToldHeads(tx: Tx, rows: readonly ToldHead[]): Promise<void> {
  if (rows.length > 0) await driverOf(ToldHeadModel).insertMany([...rows], { session: tx.session });
}

/** Every head that an officer was told, the last first. */
export async function findToldHeads(tx: Tx, memberId: MemberId): Promise<ToldHead[]> {
  return ToldHeadModel.find({ memberId }).sort({ seq: -1 }).session(tx.session).lean<ToldHead[]>();
}
