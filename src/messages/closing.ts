import template from "../../flex-messages/closing/count-step.json";
import type { CountStage, CountedThing } from "../domain/closing/day-count";
import { differenceAccountOf } from "../domain/closing/day-count";
import { localDateOf } from "../domain/dates";
import { satang, subtract } from "../domain/money";
import type { OfficerName } from "../domain/people";
import { buttons } from "./actions";
import { badge } from "./badges";
import { boxesText, boxText } from "./boxes";
import { card } from "./card";
import {
  absentText,
  absentTooButton,
  figureOf,
  optional,
  otherOf,
  readButton,
  type CountStepView,
  type Step,
} from "./count-steps";
import { keeperStep, takingStep, vouchedText } from "./keeping";
import { row } from "./rows";
import type { Speak } from "./speak";

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
    case "taking":
      return takingStep(say, view, view.stage.cash);
    case "ready":
      return readyStep(say, view);
  }
}

/** What led to the step, where she does not know. */
function ledText(say: Speak, view: CountStepView): string | null {
  const { why, day, sheetOn } = view;
  if (why === null || (why === "begun" && view.isFirst) || (why === "found" && view.said !== null)) return null;
  const values = { other: otherOf(say, view), on: say.day(sheetOn ?? day.on) };
  const ofSheet = sheetOn !== null && view.stage.kind === "count" && view.stage.what === "cash";
  if (ofSheet && (why === "begun" || why === "unequal")) return say.t(`sheets.step.${why}`, values);
  return say.t(`closing.step.${why}`, values);
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
  const note = what === "cash" ? boxesText(say, view.boxes) : sameSumText(say, view.sameSum);
  const label = isSheet
    ? say.t(difference > 0 ? "sheets.step.missing" : "sheets.step.over")
    : say.t(`closing.step.${difference > 0 ? "over" : "short"}.${what}`);
  return {
    title: isSheet
      ? say.t("sheets.step.title", { on: say.shortDay(sheetOn) })
      : say.t("closing.step.titles.difference"),
    // Beside a transfer of the same sum there is no room for the sum in words.
    figure: {
      ...figureOf(say, label, satang(Math.abs(difference))),
      ...(what === "bank" && note !== null ? { words: null } : {}),
    },
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
    note,
    buttons: buttons(
      optional(view.again, say.t("closing.buttons.again")),
      optional(view.accept, say.t("closing.buttons.accept")),
    ),
  };
}

/** Of a surplus at the bank: whose transfer of that sum waits, or was not found before. */
function sameSumText(say: Speak, [newest, ...others]: CountStepView["sameSum"]): string | null {
  if (!newest) return null;
  const text = say.t(`sameSum.${newest.state}`, { memberNo: newest.memberNo });
  return others.length > 0 ? say.t("sameSum.more", { text, count: others.length }) : text;
}

function readyStep(say: Speak, view: CountStepView): Step {
  const text = view.isFirst ? "closing.step.readyFirst" : "closing.step.ready";
  return {
    title: say.t("closing.step.titles.ready"),
    figure: null,
    badge: badge(say, "done", "closing.report.counted"),
    text: say.t(text, { other: otherOf(say, view) }),
    rows: [],
    note: vouchedText(say, view) ?? absentText(say, view) ?? boxesText(say, view.boxes),
    buttons: buttons(
      optional(view.close, say.t("closing.buttons.close")),
      readButton(say, view),
      absentTooButton(say, view),
    ),
  };
}
