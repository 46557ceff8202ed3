import { randomBytes } from "node:crypto";
import { isLocalDate, localDateOf, monthOf, type YearMonth } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower, officesWith } from "../../domain/groups/offices";
import type { GroupId } from "../../domain/ids";
import { paperRules, type PaperKind } from "../../domain/reports/papers";
import type { PaperView } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import { insertPaperView, type PaperLook } from "../../storage/paper-views";
import type { Tx } from "../../storage/tx";
import { entryActor, holdsPower, type Actor, type HeldOffice } from "../people/actor";
import { dayBeforeCount } from "../closing/blind";
import { journalPaper } from "./journal-papers";
import { behindPaper, collectionPaper, registerPaper } from "./member-papers";
import { cashPaper, dayPaper, trialPaper } from "./money-papers";
import { findReportDay } from "./report-days";
import { actsPaper, slipsPaper, tableQrPaper } from "./table-papers";

/** Which paper of a group is asked for; `at` is a day, a month, or "now" (also: the last day, this month). */
export interface PaperAsked {
  kind: PaperKind;
  groupId: GroupId;
  at: string;
  now: Date;
  /** The account's own id, which the page on the table needs. */
  basicId?: string | null;
}

/** The seat by which a person may open a group's paper; throws `role.missing` naming who usually may. */
export function seatForPaper(actor: Actor, group: Group, kind: PaperKind): HeldOffice {
  const { powers } = paperRules[kind];
  const seats = actor.offices.filter((seat) => seat.group.id === group.id);
  const seat = seats.find(({ office }) => powers.some((power) => officesWith([office], power).length > 0));
  if (!seat) throw missingPower(powers[0], group.name.th);
  return seat;
}

/** Whether a person may open a paper of a group. */
export function mayOpen(actor: Actor, groupId: GroupId, kind: PaperKind): boolean {
  return paperRules[kind].powers.some((power) => holdsPower(actor, groupId, power));
}

/**
 * A paper that is to be shown: where it names members, or tells of cash that is not counted yet, the look is written down first, as one at a photo is.
 * Throws `role.missing`, `count.blind`, and `page.outdated` where there is no such day or month.
 */
export async function openPaper(
  tx: Tx,
  actor: Actor,
  asked: PaperAsked,
  format: PaperLook["format"],
): Promise<PaperView> {
  const group = groupOfPaper(actor, asked);
  const seat = seatForPaper(actor, group, asked.kind);
  const { kind, at, now } = asked;
  const { named, tellsCash } = paperRules[kind];
  const dayId = tellsCash ? await dayBeforeCount(tx, actor, group, at) : null;
  const view = await viewOf(tx, group, asked);
  if (named || dayId !== null) {
    const _id = randomBytes(12).toString("hex");
    const look = { _id, groupId: group.id, kind, of: at, format, by: entryActor(seat), at: now };
    await insertPaperView(tx, { ...look, ...(dayId === null ? {} : { beforeCount: dayId }) });
  }
  return view;
}

function groupOfPaper(actor: Actor, { groupId, kind }: PaperAsked): Group {
  const seat = actor.offices.find(({ group }) => group.id === groupId);
  if (!seat) throw missingPower(paperRules[kind].powers[0], "");
  return seat.group;
}

async function viewOf(tx: Tx, group: Group, asked: PaperAsked): Promise<PaperView> {
  const { kind, at, now, basicId = null } = asked;
  switch (kind) {
    case "day-report":
      return dayPaper(tx, group, await dayOf(tx, group, at), now);
    case "trial-balance":
      return trialPaper(tx, group, at === "now" ? null : await dayOf(tx, group, at), now);
    case "slips":
      return slipsPaper(tx, group, await dayOf(tx, group, at), now);
    case "cash-book":
      return cashPaper(tx, group, monthIn(at, now), now);
    case "journal":
    case "changes":
      return journalPaper(tx, group, { kind, month: monthIn(at, now), now });
    case "acts":
      return actsPaper(tx, group, monthIn(at, now), now);
    case "register":
      return registerPaper(tx, group, now);
    case "behind":
      return behindPaper(tx, group, now);
    case "collection":
      return collectionPaper(tx, group, now);
    case "table-qr":
      return tableQrPaper(tx, group, basicId, now);
  }
}

async function dayOf(tx: Tx, group: Group, at: string): Promise<DayRow> {
  const day = await findReportDay(tx, group, at);
  if (!day) throw new DomainError("page.outdated", {});
  return day;
}

function monthIn(at: string, now: Date): YearMonth {
  if (at === "now") return monthOf(localDateOf(now));
  if (!isLocalDate(`${at}-01`)) throw new DomainError("page.outdated", {});
  return at as YearMonth;
}
