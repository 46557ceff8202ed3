import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/desk/desk-door.json";
import { buttons, opening, quickSaying } from "./actions";
import { card, textMessage } from "./card";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** The way to the desk page of a group: who opens it is looked at there. */
export const deskDoor = card<{ group: GroupName; address: string }>({
  name: "desk/desk-door",
  template,
  alt: (say, { group }) => say.t("desk.card.alt", { group: say.group(group) }),
  layout: (say, { group, address }) => ({
    group: say.group(group),
    buttons: buttons(opening(say.t("desk.card.open"), address)),
  }),
});

/** Tells that there is no desk page here, and that the chat does the same. */
export function deskOff(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("desk.card.off"), [quickSaying(say, "help")]);
}
