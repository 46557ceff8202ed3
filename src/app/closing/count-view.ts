import type { BoxView, NotTakenView } from "../../domain/closing/closing-view";
import { saidBy } from "../../domain/closing/blind-count";
import { stageOf, type BookedDay, type CountStage, type DayCount } from "../../domain/closing/day-count";
import { wordOf, type KeeperWord } from "../../domain/closing/keepers";
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
import { findUnbookedOf, type UnbookedTransfer } from "../transfers/same-sum";
import { boxViews } from "./closing-view";
import { keeperOptions } from "./keeper-options";

/** What led to where the counting stands. */
export type CountReason = "begun" | "unequal" | "moved" | "again" | "absent" | "at-hand" | "found" | "outdated";

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
  /** What the count was off by so far, in satang, as it went into the books. */
  differences: DayCount["differences"];
  /** Of money that the bank has too much: transfers of that sum which members told and which are not in the books. */
  sameSum: UnbookedTransfer[];
  /** When the same picture was sent on an earlier day; null where none like it was. */
  photoSeenAt: Date | null;
  /** Who said that the bank passbook is not at hand, null for herself, whether both did, and the round in which it may be read still; null where nobody did. */
  absent: { by: OfficerName | null; both: boolean; round: number } | null;
  /** Who was named to keep the cash, by name where it is neither of the two; null where nobody is. */
  keeper: KeeperSeen | null;
  /** Who was named last and has not got the cash, and who said so; null where nobody did. */
  notTaken: NotTakenView | null;
  /** Her own number, where the rules let her keep cash and she may name herself now; null where not. */
  ownNo: string | null;
  why: CountReason | null;
}

/** The named keeper as one of the counters sees her. */
export interface KeeperSeen {
  is: "me" | "other" | "third";
  officer: OfficerName | null;
  hasLine: boolean;
  /** Whose word it is so far that she has the cash. */
  word: KeeperWord;
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
  const notTaken = count.notTaken?.at(-1);
  const keepers = [count.keeper?.memberId, notTaken?.keeper, notTaken?.by].flatMap((id) => id ?? []);
  const members = await findMembers(tx, [...new Set([otherId, ...owners, ...keepers])]);
  const find = (id: MemberId | null) => members.find((member) => member.id === id);
  const other = find(otherId);
  const nameOf = (id: MemberId) => officerIn(group, find(id));
  const asked = stage.kind === "count" || stage.kind === "difference" ? count[stage.what] : null;
  return {
    group,
    day,
    sheetOn: count.sheetOn ?? null,
    stage,
    box: box ? nameOfBox(group, find(box.of)) : null,
    carries: box?.carries ?? false,
    boxes: boxViews({ group, members }, boxes),
    isFirst: viewer === count.first,
    other: officerIn(group, other),
    said: asked && saidBy(asked, viewer),
    accepted: { me: asked?.accepted.includes(viewer) ?? false, other: asked?.accepted.includes(otherId) ?? false },
    hasPhoto: count.photoId !== null,
    differences: count.differences,
    sameSum: await sameSum(tx, group, day, stage),
    photoSeenAt: count.photoSeenAt ?? null,
    absent: count.bankAbsent
      ? {
          by: count.absentBy === otherId ? officerIn(group, other) : null,
          both: count.absentToo ?? false,
          round: count.bank.round,
        }
      : null,
    keeper: count.keeper && {
      is: count.keeper.memberId === viewer ? "me" : count.keeper.memberId === otherId ? "other" : "third",
      officer: nameOf(count.keeper.memberId),
      hasLine: count.keeper.hasLine,
      word: wordOf(count.keeper, count.first),
    },
    notTaken: notTaken ? { keeper: nameOf(notTaken.keeper), by: nameOf(notTaken.by) } : null,
    ownNo: stage.kind === "keeper" && viewer === count.first ? await ownNo(tx, shown, viewer) : null,
    why,
  };
}

async function sameSum(tx: Tx, { id }: Group, { on }: Shown["day"], stage: CountStage): Promise<UnbookedTransfer[]> {
  if (stage.kind !== "difference" || stage.what !== "bank" || stage.difference <= 0) return [];
  return findUnbookedOf(tx, { groupId: id, sum: stage.difference, on });
}

const officerIn = (group: Group, member: Member | undefined): OfficerName | null =>
  member ? officerNameOf(group, member) : null;

/** The number of who may keep cash by the rules; null where they let her keep none. */
async function ownNo(tx: Tx, { group, day }: Shown, viewer: MemberId): Promise<string | null> {
  const own = (await keeperOptions(tx, group, day.on)).find(({ keeper }) => keeper.memberId === viewer);
  return own && own.option.limit > 0 ? own.option.memberNo : null;
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
  const { group, day, stage, isFirst, accepted, sheetOn, ownNo } = view;
  const ref = { groupId: group.id, dayId: day.id };
  const button = (name: string, payload: object = {}): NoticeButton => ({ name, payload: { ...ref, ...payload } });
  const absent = absentButtons(view, button);
  switch (stage.kind) {
    case "count": {
      const { what, round } = stage;
      return {
        say: button("closing.say", { what, round, ...(sheetOn ? { sheet: true } : {}) }),
        ...(what === "bank" && !view.hasPhoto ? { notThere: button("closing.absent", { round }) } : {}),
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
      return {
        ...(ownNo === null || absent.absentToo
          ? {}
          : { keepSelf: button("closing.keeper", { keeperNo: ownNo, accepted: false }) }),
        ...(isFirst ? { keepers: button("closing.keepers") } : {}),
        ...absent,
      };
    case "taking":
      return isFirst
        ? { keepers: button("closing.keepers"), close: button("day.close.group") }
        : {
            take: button("closing.take", { round: stage.round, taken: true }),
            notTakenBy: button("closing.take", { round: stage.round, taken: false }),
            ...(absent.absentToo ? { absentToo: absent.absentToo } : {}),
          };
    case "ready":
      return { ...(isFirst ? { close: button("day.close.group") } : {}), ...absent };
  }
}

/** The way to read the bank passbook after all; for the counter who has not said so, also to say that it is not at hand. */
function absentButtons(
  { absent }: CountView,
  button: (name: string, payload: object) => NoticeButton,
): { read?: NoticeButton; absentToo?: NoticeButton } {
  if (!absent) return {};
  const { by, both, round } = absent;
  return {
    read: button("closing.say", { what: "bank", round }),
    ...(by === null || both ? {} : { absentToo: button("closing.absent.too", { round }) }),
  };
}

/** Tells the other counter where the counting stands now. */
export async function tellOther(tx: Tx, shown: Shown, actorId: MemberId): Promise<Notice[]> {
  const { first, second } = shown.count;
  const to = actorId === first ? second : first;
  const view = await countView(tx, shown, to);
  return [{ to: { memberId: to }, kind: "count.turn", view, buttons: countButtons(view) }];
}
