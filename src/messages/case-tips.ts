import type { messagingApi } from "@line/bot-sdk";
import type { MemberName } from "../domain/people";
import { quickPostback, quickSaying, quickText } from "./actions";
import { hearersText } from "./cases";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** Tells truly who could still find out who told it, before the words are asked for. */
export function askTip(reader: Reader, view: { group: GroupName }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("cases.anonymous.ask", { group: say.group(view.group) }), [quickText(say.t("cases.dont"))]);
}

/** The words of a tip once more, before they are sent; said, not pressed, so that no button keeps who sent them. */
export function confirmTip(
  reader: Reader,
  view: { words: string; hearers: string[]; isEscalated: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  const round = view.isEscalated ? [] : [say.t("cases.anonymous.round")];
  const replies = [say.t("cases.anonymous.send"), ...round, say.t("cases.dont")].map(quickText);
  // Before who it is that reads a tip, nobody is left out.
  const text = [
    say.t("cases.anonymous.confirm", { words: view.words }),
    hearersText(say, view, view.hearers.join(", ")),
  ];
  return textMessage([...text, ...(round.length > 0 ? [say.t("cases.anonymous.roundNote")] : [])].join("\n"), replies);
}

/** Tells that a tip is on its way, and that nobody can answer it. */
export function tipSent(reader: Reader, view: { isEscalated: boolean }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(view.isEscalated ? "cases.anonymous.sentOn" : "cases.anonymous.sent"), [
    quickSaying(say, "help"),
  ]);
}

/** That another phone took a passbook over, before the phone that opened it says so: who will read it, and that it shows nothing of the passbook. */
export function confirmTakenOver(
  reader: Reader,
  view: { member: MemberName; words: string; hearers: string[]; isEscalated: boolean; send: string; drop: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const text = say.t("cases.takenOver.confirm", { member: say.member(view.member), words: view.words });
  return textMessage([text, hearersText(say, view, view.hearers.join(", ")), say.t("cases.takenOver.how")].join("\n"), [
    quickPostback(view.send, say.t("cases.takenOver.send")),
    quickPostback(view.drop, say.t("cases.dont")),
  ]);
}

/** Tells that it is on its way, and what the owner does next. */
export function takenOverSent(reader: Reader, view: { isEscalated: boolean }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(view.isEscalated ? "cases.takenOver.sentOn" : "cases.takenOver.sent"), [
    quickSaying(say, "talk"),
  ]);
}
