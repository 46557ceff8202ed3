import type { BoxView } from "../../domain/closing/closing-view";
import { saidBy } from "../../domain/closing/blind-count";
import { stageOf, type BookedDay, type CountStage, type DayCount } from "../../domain/closing/day-count";
import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { OpenDay } from "../../domain/ledger/head";
import type { Satang } from "../../domain/money";
import type { Member } from "../../domain/members/member";
import type { Notice, NoticeButton } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { officerNameOf } from "../people/officers";
import { boxViews } from "./closing-view";

/** What led to where the counting stands. */
export type CountReason = "begun" | "unequal" | "moved" | "again" | "absent" | "found" | "outdated";

/** Where the counting of a day stands, as one of its two counters may know it: never what the other said. */
export interface CountView {
  group: Group;
  day: Pick<OpenDay, "id" | "on">;
  /** The day on paper whose sealed cash is counted; null where the box is counted as the books stand. */
  sheetOn: LocalDate | null;
  stage: CountStage;
  /** Whose box is counted now, by name: `own` is the group's own; null where there is one box. */
  box: OfficerName | "own" | null;
  /** Besides what its officer took, the cash of the morning less what was paid out lies in that box. */
  carries: boolean;
  /** The boxes that both counted, once all are. */
  boxes: BoxView[];
  isFirst: boolean;
  /** The other one of the two. */
  other: OfficerName | null;
  /** What she said in this round herself, in satang. */
  said: Satang | null;
  /** Who of the two accepts the difference already. */
  accepted: { me: boolean; other: boolean };
  hasPhoto: boolean;
  /** When the same picture was sent on an earlier day; null where none like it was. */
  photoSeenAt: Date | null;
  /** Who said that the bank passbook is not at hand, null for herself, and the round in which it may be read still; null where nobody did. */
  absent: { by: OfficerName | null; round: number } | null;
  why: CountReason | null;
}

interface Shown {
  group: Group;
  day: Pick<OpenDay, "id" | "on">;
  count: DayCount;
  booked: BookedDay;
  why: CountReason | null;
}

/** The counting as this counter sees it. */
export async function countView(tx: Tx, shown: Shown, viewer: MemberId): Promise<CountView> {
  const { group, day, count, booked, why } = shown;
  const otherId = viewer === count.first ? count.second : count.first;
  const stage = stageOf(count, booked);
  const box = stage.kind === "count" ? stage.box : undefined;
  const boxes = stage.kind === "count" ? [] : (count.boxes ?? []);
  const owners = [box, ...boxes].flatMap((one) => one?.of ?? []);
  const members = await findMembers(tx, [...new Set([otherId, ...owners])]);
  const find = (id: MemberId | null) => members.find((member) => member.id === id);
  const other = find(otherId);
  const asked = stage.kind === "count" || stage.kind === "difference" ? count[stage.what] : null;
  return {
    group,
    day,
    sheetOn: count.sheetOn ?? null,
    stage,
    box: box ? nameOfBox(group, find(box.of)) : null,
    carries: box?.carries ?? false,
    boxes: boxViews(group, boxes, members),
    isFirst: viewer === count.first,
    other: other ? officerNameOf(group, other) : null,
    said: asked && saidBy(asked, viewer),
    accepted: { me: asked?.accepted.includes(viewer) ?? false, other: asked?.accepted.includes(otherId) ?? false },
    hasPhoto: count.photoId !== null,
    photoSeenAt: count.photoSeenAt ?? null,
    absent: count.bankAbsent
      ? { by: count.absentBy === otherId && other ? officerNameOf(group, other) : null, round: count.bank.round }
      : null,
    why,
  };
}

/** Whose box is counted, by name. */
export async function boxName(
  tx: Tx,
  group: Group,
  box: { of: MemberId | null } | undefined,
): Promise<CountView["box"]> {
  if (!box) return null;
  const [owner] = box.of === null ? [] : await findMembers(tx, [box.of]);
  return nameOfBox(group, owner);
}

function nameOfBox(group: Group, owner: Member | undefined): OfficerName | "own" {
  return (owner && officerNameOf(group, owner)) ?? "own";
}

/** The way on from a card of the counting: each button by its place on the card. */
export function countButtons(view: CountView): Record<string, NoticeButton> {
  const { group, day, stage, isFirst, accepted, sheetOn, absent } = view;
  const ref = { groupId: group.id, dayId: day.id };
  const button = (name: string, payload: object = {}): NoticeButton => ({ name, payload: { ...ref, ...payload } });
  const read = absent ? { read: button("closing.say", { what: "bank", round: absent.round }) } : {};
  switch (stage.kind) {
    case "count": {
      const { what, round } = stage;
      return {
        say: button("closing.say", { what, round }),
        ...(what === "bank" ? { notThere: button("closing.absent", { round }) } : {}),
        ...(isFirst ? { counters: button("closing.counters", sheetOn ? { sheetOn } : {}) } : {}),
      };
    }
    case "difference": {
      const { what, round, difference } = stage;
      const isSealed = what === "cash" && sheetOn !== null;
      return {
        ...(accepted.me ? {} : { accept: button("closing.accept", { what, round, difference }) }),
        ...(isSealed ? {} : { again: button("closing.again", { what, round }) }),
      };
    }
    case "keeper":
      return { ...(isFirst ? { keepers: button("closing.keepers") } : {}), ...read };
    case "ready":
      return { ...(isFirst ? { close: button("day.close.group") } : {}), ...read };
  }
}

/** Tells the other counter where the counting stands now. */
export async function tellOther(tx: Tx, shown: Shown, actorId: MemberId): Promise<Notice[]> {
  const { first, second } = shown.count;
  const to = actorId === first ? second : first;
  const view = await countView(tx, shown, to);
  return [{ to: { memberId: to }, kind: "count.turn", view, buttons: countButtons(view) }];
}
