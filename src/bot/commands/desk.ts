import { z } from "zod";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { deskDoor, deskOff } from "../../messages/desk";
import { deskLink } from "../../messages/page-links";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

/** โต๊ะรับเงิน: the way to the desk page, for who records money. */
export const openDesk = textCommand({
  name: "desk.page",
  question: true,
  async handle(chat) {
    const groups = requireGroups(chat.actor, "record-money");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "desk.page.group", {}) : deskOf(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const openDeskOf = postbackCommand({
  name: "desk.page.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  async handle(chat, { groupId }) {
    return deskOf(chat, officerGroup(chat, groupId));
  },
});

function deskOf({ reader, liffId }: Chat, group: Group): Answer {
  if (liffId === null) return { say: [deskOff(reader)] };
  return { say: [deskDoor(reader, { group, address: deskLink(liffId, group.id) })] };
}
