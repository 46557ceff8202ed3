import type { NoticeButton } from "../domain/notice";
import type { Chat } from "./chat";

/** Buttons as actions: data of each by its place on the card. */
export function dataOf(chat: Chat, shownButtons: Record<string, NoticeButton>): Record<string, string> {
  const data = Object.entries(shownButtons).map(([slot, { name, payload }]) => [slot, chat.newAction(name, payload)]);
  return Object.fromEntries(data) as Record<string, string>;
}
