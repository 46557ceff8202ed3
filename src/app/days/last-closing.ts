import type { Group } from "../../domain/groups/group";
import type { LocalDate } from "../../domain/dates";
import { findLastWorkingDay } from "../../storage/days";
import { findMembers } from "../../storage/members";
import type { MemberId } from "../../domain/ids";
import type { Tx } from "../../storage/tx";

/** When and by whom a working day was closed. */
export interface Closing {
  on: LocalDate;
  closedAt: Date;
  /** The officer's name; empty where no person closed it. */
  by: string;
}

/** The closing of the group's last working day, or null before the first. */
export async function findLastClosing(tx: Tx, group: Group): Promise<Closing | null> {
  const day = await findLastWorkingDay(tx, group.id);
  if (!day?.closedAt) return null;
  const [officer] = day.closedBy ? await findMembers(tx, [day.closedBy as MemberId]) : [];
  return { on: day.on, closedAt: day.closedAt, by: officer?.name ?? "" };
}
