import type { LocalText } from "../domain/groups/group";
import type { messagingApi } from "@line/bot-sdk";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";

/** The one sentence when Sajja is invited to a group chat. */
export function joinedGroupChat(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("help.groupChat.joined"));
}

/** Shows an officer, in her own chat, the code that binds a group chat. */
export function chatCodeMade(
  reader: Reader,
  view: { name: LocalText; code: string; validUntil: Date },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { name: say.local(view.name), code: view.code, validUntil: say.instant(view.validUntil) };
  return textMessage(say.t("help.groupChat.code", values));
}

/** Tells a group chat for whom it is bound. */
export function groupChatBound(reader: Reader, view: { name: LocalText }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("help.groupChat.bound", { name: say.local(view.name) }));
}

/** What Sajja says when it is called in a group chat: nothing personal, and where to ask. */
export function groupChatHelp(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("help.groupChat.help"));
}
