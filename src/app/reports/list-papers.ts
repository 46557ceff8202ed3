import { addMonths, localDateOf, monthOf, type YearMonth } from "../../domain/dates";
import { missingPower } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import { paperKinds, type PaperKind } from "../../domain/reports/papers";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { mayOpen } from "./open-paper";
import { everyReportDay, type ReportDay } from "./report-days";

/** Which papers of a group a person may open, and of what time: its last working days and months, newest first. */
export interface GroupPapers {
  group: Group;
  kinds: PaperKind[];
  days: ReportDay[];
  months: YearMonth[];
}

const shownMonths = 13;

/** The papers that a person may open, by group. Throws `role.missing` where there are none. */
export async function listPapers(tx: Tx, actor: Actor, now: Date): Promise<GroupPapers[]> {
  const groups = [...new Map(actor.offices.map(({ group }) => [group.id, group])).values()];
  const lists: GroupPapers[] = [];
  for (const group of groups) {
    const kinds = paperKinds.filter((kind) => mayOpen(actor, group.id, kind));
    if (kinds.length === 0 || group.mode !== "digital") continue;
    lists.push({ group, kinds, days: await everyReportDay(tx, group), months: lastMonths(monthOf(localDateOf(now))) });
  }
  if (lists.length === 0) throw missingPower("read-books", actor.own[0]?.group.name.th ?? "");
  return lists;
}

const lastMonths = (month: YearMonth): YearMonth[] =>
  Array.from({ length: shownMonths }, (_, back) => addMonths(month, -back));
