import { localDateOf, localTimeOf } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { officesWith } from "../../domain/groups/offices";
import type { OpenDay } from "../../domain/ledger/head";
import type { Notice } from "../../domain/notice";
import { markReminded } from "../../storage/days";
import { findLiveGroups } from "../../storage/groups";
import type { Tx } from "../../storage/tx";
import { holdersOf } from "../people/officers";
import { findOpenWorkingDays } from "./next-day";

/** Tells those who may close it that a working day stands open after its hours: once a date, however often it is asked. */
export async function remindOfOpenDays(tx: Tx, now: Date): Promise<Notice[]> {
  const groups = await findLiveGroups(tx);
  const open = await findOpenWorkingDays(tx, groups);
  const notices: Notice[] = [];
  for (const group of groups) {
    const day = open.get(group.id);
    if (day && isOver(group, day, now) && (await markReminded(tx, day.id, localDateOf(now))))
      notices.push(...reminders(group, day));
  }
  return notices;
}

function isOver({ workingDay }: Group, { on }: OpenDay, now: Date): boolean {
  const today = localDateOf(now);
  return on < today || (on === today && workingDay.to <= localTimeOf(now));
}

function reminders(group: Group, day: OpenDay): Notice[] {
  const closers = holdersOf(group, officesWith(group.officers, "open-day"));
  return closers.map((id) => ({ to: { memberId: id }, kind: "day.still-open", view: { group, day } }));
}
