import type { BoxView } from "../domain/closing/closing-view";
import template from "../../flex-messages/closing/count-step.json";
import type { CountStage, CountedThing } from "../domain/closing/day-count";
import { differenceAccountOf } from "../domain/closing/day-count";
import { localDateOf, type LocalDate } from "../domain/dates";
import { satang, subtract, type Satang } from "../domain/money";
import type { OfficerName } from "../domain/people";
import { buttons, postback, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { boxesText, boxText } from "./boxes";
import { card } from "./card";
import { shortName } from "./labels";
import { row, type Row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

/** Where the counting of a day stands, for one of its two counters; she never learns what the other said. */
export interface CountStepView {
  group: GroupName;
  day: { on: LocalDate };
  /** The day on paper whose sealed cash is counted; null where the box is counted as the books stand. */
  sheetOn: LocalDate | null;
  stage: CountStage;
  /** Whose box is counted now: `own` is the group's own; null where there is one box. */
  box: OfficerName | "own" | null;
  /** Besides what its officer took, the cash of the morning less what was paid out lies in that box. */
  carries: boolean;
  /** The boxes that both counted, once all are. */
  boxes: BoxView[];
  isFirst: boolean;
  other: OfficerName | null;
  /** What she said in this round, in satang. */
  said: Satang | null;
  accepted: { me: boolean; other: boolean };
  hasPhoto: boolean;
  /** When the same picture was sent on an earlier day. */
  photoSeenAt: Date | null;
  /** Who said that the bank passbook is not at hand, null for herself; null where nobody did. */
  absent: { by: OfficerName | null } | null;
  /** What led here; null where she knows. */
  why: "begun" | "unequal" | "moved" | "again" | "absent" | "found" | "outdated" | null;
  /** Postback data of the buttons that the step has. */
  say?: string;
  notThere?: string;
  read?: string;
  counters?: string;
  accept?: string;
  again?: string;
  keepers?: string;
  close?: string;
}

/** What a card of the counting shows. */
interface Step {
  title: string;
  figure: { label: string; sum: string; words: string } | null;
  badge: Badge | null;
  text: string;
  rows: Row[];
  note: string | null;
  buttons: Buttons;
}

/** A step of the counting: what she is to do, or whom it waits for. */
export const countStep = card<CountStepView>({
  name: "closing/count-step",
  template,
  alt: (say, view) => say.t("closing.step.alt", { on: say.day(view.day.on) }),
  layout: (say, view) => ({ group: say.group(view.group), ...stepOf(say, view) }),
});

function stepOf(say: Speak, view: CountStepView): Step {
  switch (view.stage.kind) {
    case "count":
      return countingStep(say, view, view.stage.what);
    case "difference":
      return differenceStep(say, view, view.stage);
    case "keeper":
      return keeperStep(say, view, view.stage.cash);
    case "ready":
      return readyStep(say, view);
  }
}

const otherOf = (say: Speak, { other }: CountStepView): string => shortName(say.officer(other));
const figureOf = (say: Speak, label: string, sum: Satang): NonNullable<Step["figure"]> => ({
  label,
  sum: say.money(sum),
  words: say.words(sum),
});
/** A button where the step has its data. */
const optional = (data: string | undefined, label: string) => (data === undefined ? null : postback(data, label));

/** What led to the step, where she does not know. */
function ledText(say: Speak, view: CountStepView): string | null {
  const { why, day, sheetOn } = view;
  if (why === null || (why === "begun" && view.isFirst) || (why === "found" && view.said !== null)) return null;
  const values = { other: otherOf(say, view), on: say.day(sheetOn ?? day.on) };
  return why === "begun" && sheetOn ? say.t("sheets.step.begun", values) : say.t(`closing.step.${why}`, values);
}

function taskText(say: Speak, view: CountStepView, what: CountedThing): string {
  const { said, sheetOn } = view;
  if (said !== null) return say.t("closing.step.typo");
  if (view.box !== null) return boxTask(say, view, view.box);
  return sheetOn && what === "cash"
    ? say.t("sheets.step.cash", { on: say.day(sheetOn) })
    : say.t(`closing.step.${what}`);
}

const boxTask = (say: Speak, { carries }: CountStepView, box: OfficerName | "own"): string =>
  say.t(carries ? "boxes.stepCarries" : "boxes.step", { box: boxText(say, box) });

function countingStep(say: Speak, view: CountStepView, what: CountedThing): Step {
  const { said, sheetOn } = view;
  const other = otherOf(say, view);
  const waits = said !== null;
  const led = ledText(say, view);
  const task = taskText(say, view, what);
  const ofBox = view.box !== null && waits ? boxTask(say, view, view.box) : null;
  const photo = what === "bank" ? photoText(say, view) : null;
  return {
    title:
      sheetOn && what === "cash"
        ? say.t("sheets.step.title", { on: say.shortDay(sheetOn) })
        : say.t(`closing.step.titles.${what}`),
    figure: waits ? figureOf(say, say.t(`closing.step.said.${what}`), said) : null,
    badge: waits ? badge(say, "waiting", "closing.step.waits", { other }) : null,
    text: [led, task].filter((line) => line !== null).join("\n"),
    rows: [],
    note: photo ?? ofBox,
    buttons: buttons(
      waits ? null : optional(view.say, say.t(what === "bank" ? "counting.readBank" : "closing.buttons.say")),
      waits ? optional(view.say, say.t("closing.buttons.sayAgain")) : null,
      waits ? null : optional(view.notThere, say.t("closing.buttons.absent")),
      optional(view.counters, say.t("closing.buttons.counters")),
    ),
  };
}

/** Whether the page of the bank passbook is here, and that it was sent on an earlier day already. */
function photoText(say: Speak, { hasPhoto, photoSeenAt }: CountStepView): string {
  if (photoSeenAt !== null) return say.t("counting.photoSeen", { on: say.day(localDateOf(photoSeenAt)) });
  return say.t(hasPhoto ? "closing.step.hasPhoto" : "closing.step.photo");
}

function differenceStep(say: Speak, view: CountStepView, stage: Extract<CountStage, { kind: "difference" }>): Step {
  const { what, counted, difference } = stage;
  const other = otherOf(say, view);
  const { sheetOn } = view;
  const account = say.t(`accounts.${differenceAccountOf[what]}`);
  const isSheet = sheetOn !== null && what === "cash";
  const label = isSheet
    ? say.t(difference > 0 ? "sheets.step.missing" : "sheets.step.over")
    : say.t(`closing.step.${difference > 0 ? "over" : "short"}.${what}`);
  return {
    title: isSheet
      ? say.t("sheets.step.title", { on: say.shortDay(sheetOn) })
      : say.t("closing.step.titles.difference"),
    figure: figureOf(say, label, satang(Math.abs(difference))),
    badge: view.accepted.me
      ? badge(say, "waiting", "closing.step.acceptedWaits", { other })
      : view.accepted.other
        ? badge(say, "waiting", "closing.step.otherAccepts", { other })
        : null,
    text: say.t(isSheet ? "sheets.step.difference" : "closing.step.difference", { account }),
    rows: [
      row(say.t(isSheet ? "sheets.step.sealed" : "closing.step.counted"), say.money(counted)),
      row(say.t(isSheet ? "sheets.step.booked" : "closing.step.booked"), say.money(subtract(counted, difference))),
    ],
    note: what === "cash" ? boxesText(say, view.boxes) : null,
    buttons: buttons(
      optional(view.again, say.t("closing.buttons.again")),
      optional(view.accept, say.t("closing.buttons.accept")),
    ),
  };
}

/** Who said that the bank passbook is not at hand; null where nobody did. */
function absentText(say: Speak, { absent }: CountStepView): string | null {
  if (absent === null) return null;
  if (absent.by === null) return say.t("closing.step.absent");
  return say.t("counting.absentBy", { other: shortName(say.officer(absent.by)) });
}

const readButton = (say: Speak, { read }: CountStepView) => optional(read, say.t("counting.readBank"));

function keeperStep(say: Speak, view: CountStepView, cash: Satang): Step {
  const text = view.isFirst ? "closing.step.chooseKeeper" : "closing.step.waitsForKeeper";
  return {
    title: say.t("closing.step.titles.keeper"),
    figure: figureOf(say, say.t("closing.things.cash"), cash),
    badge: null,
    text: say.t(text, { other: otherOf(say, view) }),
    rows: [],
    note: absentText(say, view) ?? boxesText(say, view.boxes),
    buttons: buttons(optional(view.keepers, say.t("closing.buttons.keepers")), readButton(say, view)),
  };
}

function readyStep(say: Speak, view: CountStepView): Step {
  const text = view.isFirst ? "closing.step.readyFirst" : "closing.step.ready";
  return {
    title: say.t("closing.step.titles.ready"),
    figure: null,
    badge: badge(say, "done", "closing.report.counted"),
    text: say.t(text, { other: otherOf(say, view) }),
    rows: [],
    note: absentText(say, view) ?? boxesText(say, view.boxes),
    buttons: buttons(optional(view.close, say.t("closing.buttons.close")), readButton(say, view)),
  };
}

/** The cash is more than what the rules let its keeper keep. */
export interface KeeperAboveView {
  group: GroupName;
  keeper: OfficerName;
  limit: Satang;
  cash: Satang;
  above: Satang;
  clause: string;
  bankFirst: string;
  keepAll: string;
  others: string;
}

/** Asks whether somebody is to keep more than the rules let her: to the bank first, or named in the report. */
export const keeperAbove = card<KeeperAboveView>({
  name: "closing/count-step",
  template,
  alt: (say, { above }) => say.t("closing.above.alt", { above: say.money(above) }),
  layout: (say, view): Step & { group: string } => {
    const { clause, cash, limit, above } = view;
    const values = {
      clause,
      keeper: shortName(say.officer(view.keeper)),
      limit: say.money(limit),
      cash: say.money(cash),
    };
    return {
      group: say.group(view.group),
      title: say.t("closing.above.title"),
      figure: figureOf(say, say.t("closing.above.figure"), above),
      badge: null,
      text: say.t("closing.above.text", values),
      rows: [],
      note: say.t("closing.above.note", { clause }),
      buttons: buttons(
        postback(view.bankFirst, say.t("closing.buttons.bankFirst")),
        postback(view.keepAll, say.t("closing.buttons.keepAll")),
        postback(view.others, say.t("closing.buttons.otherKeeper")),
      ),
    };
  },
});
