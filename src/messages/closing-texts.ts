import type { messagingApi } from "@line/bot-sdk";
import type { ClosingView } from "../domain/closing/closing-view";
import type { LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { quickChoices, quickPostback, withNone } from "./actions";
import { boxText } from "./boxes";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** LINE shows 13 quick replies. */
const maxChoices = 12;

/** Asks who counts with the first; `sheetOn`: who counted with her on the day of that paper. */
export function chooseCounter(
  reader: Reader,
  view: { options: { member: MemberName; officer: OfficerName | null; data: string }[]; sheetOn?: LocalDate },
): messagingApi.TextMessage {
  const say = speak(reader);
  const shown = view.options.slice(0, maxChoices);
  const lines = shown.map(({ officer, member }) => `• ${officer ? say.officer(officer) : say.member(member)}`);
  const choices = shown.map(({ member, data }) => ({
    labels: [say.nickname(member), `${member.memberNo} ${say.nickname(member)}`, member.memberNo],
    data,
  }));
  const question = view.sheetOn
    ? say.t("sheets.ask.counter", { on: say.day(view.sheetOn) })
    : say.t("closing.ask.counter");
  return textMessage([question, ...lines].join("\n"), quickChoices(choices));
}

/** Asks for the sum that was counted; `sheet`: that was sealed on a day on paper. */
export function askCount(
  reader: Reader,
  { what, sheet = false }: { what: "cash" | "bank"; sheet?: boolean },
): messagingApi.TextMessage {
  return textMessage(speak(reader).t(sheet && what === "cash" ? "sheets.step.ask" : `closing.ask.${what}`));
}

/** Asks which sum was meant, where what was typed can be read in several ways; where in none, for the sum again. */
export function askCountAgain(
  reader: Reader,
  view: { candidates: { amount: Satang; data: string }[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = view.candidates.map(({ amount, data }) => quickPostback(data, say.money(amount)));
  return items.length > 0
    ? textMessage(say.t("closing.ask.sum"), withNone(say, items, view.none))
    : textMessage(say.t("closing.ask.unread"));
}

/** Asks whether a sum is that of the turn that waits for her now, where she was asked for another. */
export function askOfTurn(
  reader: Reader,
  view: { what: "cash" | "bank"; box: OfficerName | "own" | null; amount: Satang; yes: string; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const thing = view.box === null ? say.t(`closing.turn.${view.what}`) : boxText(say, view.box);
  const amount = say.money(view.amount);
  return textMessage(
    say.t("closing.ask.turn", { thing, amount }),
    withNone(say, [quickPostback(view.yes, say.t("closing.ask.turnYes", { amount }))], view.none),
  );
}

/** Asks who keeps the cash until the next working day. */
export function chooseKeeper(
  reader: Reader,
  view: {
    cash: Satang;
    options: { memberNo: string; officer: OfficerName; limit: Satang; data: string }[];
    /** Postback data of the way to officers whom the rules let keep nothing; null where there are none, or these are among the options. */
    others: string | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const shown = view.options.slice(0, maxChoices);
  const lines = shown.map(({ officer, limit }) =>
    say.t("closing.ask.keeperLine", {
      officer: say.officer(officer),
      limit: limit > 0 ? say.money(limit) : say.t("closing.ask.noLimit"),
    }),
  );
  const choices = shown.map(({ officer, memberNo, data }) => ({
    labels: [officer.name, `${memberNo} ${officer.name}`, memberNo],
    data,
  }));
  const others = view.others === null ? [] : [quickPostback(view.others, say.t("keeping.others"))];
  const more = view.others === null ? [] : [say.t("keeping.othersLine")];
  return textMessage([say.t("closing.ask.keeper", { cash: say.money(view.cash) }), ...lines, ...more].join("\n"), [
    ...quickChoices(choices),
    ...others,
  ]);
}

/** How the cash above the rules gets to the bank before the day is closed. */
export function bankFirst(reader: Reader, view: { above: Satang }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("closing.ask.bankFirst", { above: say.digits(view.above) }));
}

/** Tells an officer that she was named as the keeper of the cash. */
export function keeperNamed(
  reader: Reader,
  view: { group: GroupName; day: { on: LocalDate }; closing: ClosingView | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  const cash = view.closing?.counted?.cash;
  if (cash === undefined) throw new Error("who keeps cash keeps what was counted");
  return textMessage(
    say.t("closing.keeper", { group: say.group(view.group), cash: say.money(cash), on: say.day(view.day.on) }),
  );
}
