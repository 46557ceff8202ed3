import { dayInMonth, instantOf, localDateOf, monthOf } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { Notice } from "../../domain/notice";
import { wasNoticed } from "../../storage/outbox-notices";
import type { Tx } from "../../storage/tx";
import { officersToTell } from "../people/officers";

/** From this share of the month's messages on officers are told, in percent. */
const low = 80;

/** What a group's officers are told of the month's messages, of which `percent` are used: once a month that they run low, and once that they are used up. */
export async function noticesOfMessages(tx: Tx, group: Group, percent: number, now: Date): Promise<Notice[]> {
  if (percent < low) return [];
  const kind = percent < 100 ? "messages.low" : "messages.gone";
  const since = instantOf(dayInMonth(monthOf(localDateOf(now)), 1));
  if (await wasNoticed(tx, group.id, kind, since)) return [];
  const view = { percent: percent < 100 ? low : 100 };
  return officersToTell(group, null).map((id) => ({ to: { memberId: id }, kind, view }));
}
