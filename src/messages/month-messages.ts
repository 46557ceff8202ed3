import type { messagingApi } from "@line/bot-sdk";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";

/** Tells an officer how much of the month's messages is used. */
export function messagesLow(reader: Reader, { percent }: { percent: number }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(percent < 100 ? say.t("counting.messagesLow", { percent }) : say.t("counting.messagesGone"));
}
