import type { LocalDate } from "../domain/dates";
import type { GroupId } from "../domain/ids";
import { DayModel, type DayRow } from "./days";
import type { Tx } from "./tx";

/** A group's working days, open or closed, newest first: at most `limit`. */
export async function findWorkingDays(tx: Tx, groupId: GroupId, limit: number): Promise<DayRow[]> {
  return DayModel.find({ groupId, kind: "working" })
    .sort({ openedAt: -1 })
    .limit(limit)
    .session(tx.session)
    .lean<DayRow[]>();
}

/** A group's working day of a date; of several the last. Null where there was none. */
export async function findWorkingDayOn(tx: Tx, groupId: GroupId, on: LocalDate): Promise<DayRow | null> {
  return DayModel.findOne({ groupId, kind: "working", on }).sort({ openedAt: -1 }).session(tx.session).lean<DayRow>();
}
