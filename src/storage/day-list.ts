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

/** A group's working days of a date, in the order in which they were opened: several where it was opened again after closing. */
export async function findWorkingDaysOn(tx: Tx, groupId: GroupId, on: LocalDate): Promise<DayRow[]> {
  return DayModel.find({ groupId, kind: "working", on }).sort({ openedAt: 1 }).session(tx.session).lean<DayRow[]>();
}
