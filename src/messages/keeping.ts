import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/closing/count-step.json";
import type { LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { OfficerName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { boxesText } from "./boxes";
import { card, textMessage } from "./card";
import { differencesOfDay } from "./closing-report";
import {
  absentText,
  absentTooButton,
  calledName,
  figureOf,
  optional,
  otherOf,
  readButton,
  type CountStepView,
  type KeeperSeen,
  type Step,
} from "./count-steps";
import { shortName } from "./labels";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** The cash is counted and nobody is named yet: who keeps it. */
export function keeperStep(say: Speak, view: CountStepView, cash: Satang): Step {
  const text = view.isFirst ? "closing.step.chooseKeeper" : "closing.step.waitsForKeeper";
  const task = say.t(text, { other: otherOf(say, view) });
  const denied = deniedText(say, view);
  return {
    title: say.t(view.differences.length > 0 ? "closing.step.titles.ready" : "closing.step.titles.keeper"),
    figure: figureOf(say, say.t("closing.things.cash"), cash),
    badge: null,
    text: denied === null ? task : `${denied}\n${task}`,
    rows: [],
    note: absentText(say, view) ?? differencesOfDay(say, view.differences) ?? boxesText(say, view.boxes),
    buttons: buttons(
      optional(view.keepSelf, say.t("keeping.self")),
      optional(view.keepers, say.t("closing.buttons.keepers")),
      readButton(say, view),
      absentTooButton(say, view),
    ),
  };
}

/** Who was named before and has not got the cash; null where nobody said so. */
function deniedText(say: Speak, { notTaken }: CountStepView): string | null {
  if (notTaken === null) return null;
  const [keeper, by] = [calledName(say, notTaken.keeper), calledName(say, notTaken.by)];
  return keeper === by ? say.t("keeping.deniedSelf", { keeper }) : say.t("keeping.denied", { keeper, by });
}

/** Somebody is named, and whose word it waits for that she has the cash. */
export function takingStep(say: Speak, view: CountStepView, cash: Satang): Step {
  const { keeper, isFirst } = view;
  if (keeper === null) throw new Error("cash is taken by who was named");
  const values = { other: otherOf(say, view), keeper: calledName(say, keeper.officer) };
  const isThirds = keeper.is === "third" && keeper.hasLine;
  const isWaiting = isFirst || isThirds;
  return {
    title: say.t("keeping.title"),
    figure: figureOf(say, say.t("closing.things.cash"), cash),
    badge: isWaiting ? badge(say, "waiting", "keeping.waits", { name: isThirds ? values.keeper : values.other }) : null,
    text: say.t(`keeping.${takingText(keeper, isFirst)}`, values),
    rows: [],
    note: isFirst ? say.t("keeping.unwaited") : (absentText(say, view) ?? boxesText(say, view.boxes)),
    buttons: buttons(
      optional(view.take, ...(keeper.is === "me" ? takeLabels(say, cash) : [say.t("keeping.agree")])),
      optional(view.notTakenBy, say.t(keeper.is === "me" ? "keeping.notTaken" : "keeping.disagree")),
      optional(view.keepers, say.t("closing.buttons.otherKeeper")),
      optional(view.close, say.t("keeping.closeNow")),
      absentTooButton(say, view),
    ),
  };
}

function takingText({ is, hasLine }: KeeperSeen, isFirst: boolean) {
  if (is === "third" && !hasLine) return isFirst ? "waitNoLine" : "askNoLine";
  if (is === "third") return isFirst ? "waitThird" : "askThird";
  if (isFirst) return is === "me" ? "waitSelf" : "waitOther";
  return is === "me" ? "askMe" : "askOther";
}

const takeLabels = (say: Speak, cash: Satang): string[] => [
  say.t("keeping.take", { cash: say.money(cash) }),
  say.t("keeping.takeShort"),
];

/** That the keeper has said nothing herself, where the other counter did; null where that is not so. */
export function vouchedText(say: Speak, { keeper }: CountStepView): string | null {
  if (keeper?.word !== "vouched") return null;
  return `${calledName(say, keeper.officer)}: ${say.t("keeping.card.vouched")}`;
}

/** What somebody is asked who was named as the keeper of the cash and did not count it; `cash` in satang. */
export interface KeeperAskView {
  group: GroupName;
  day: { on: LocalDate };
  cash: Satang;
  by: OfficerName | null;
  take?: string;
  notTaken?: string;
}

/** Asks the named keeper whether she has the cash. */
export const keeperAsked = card<KeeperAskView>({
  name: "closing/count-step",
  template,
  alt: (say, { group, cash }) => say.t("keeping.alt", { group: say.group(group), cash: say.money(cash) }),
  layout: (say, { group, day, cash, by, ...data }): Step & { group: string } => ({
    group: say.group(group),
    title: say.t("keeping.title"),
    figure: figureOf(say, say.t("closing.things.cash"), cash),
    badge: null,
    text: say.t("keeping.asked", { by: calledName(say, by), on: say.day(day.on) }),
    rows: [],
    note: null,
    buttons: buttons(optional(data.take, ...takeLabels(say, cash)), optional(data.notTaken, say.t("keeping.notTaken"))),
  }),
});

/** What became of the keeper's word, for herself. */
export function keeperSaid(
  reader: Reader,
  view: { group: GroupName; on: LocalDate; cash: Satang; taken: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { group: say.group(view.group), on: say.day(view.on), cash: say.money(view.cash) };
  return textMessage(say.t(view.taken ? "keeping.taken" : "keeping.refused", values));
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
