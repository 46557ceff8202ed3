import { z } from "zod";
import { getMemberCard, groupsToLookIn } from "../../app/members/member-card";
import { DomainError } from "../../domain/errors";
import { missingPower } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import { chooseMember } from "../../messages/choices";
import { askMember, memberCard } from "../../messages/members";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying } from "../pick";
import { officerGroup } from "./day";

/** So many choices stand beside each other. */
const mostChoices = 12;

/** สมาชิก 012, สมาชิก มาลี: a member with what this officer may see of her; สมาชิก alone asks which one. */
export const findMembers = textCommand({
  name: "members.find",
  question: true,
  async handle(chat, { rest }) {
    const groups = groupsToLookIn(chat.actor);
    const [one, second] = groups;
    if (!one) throw missingPower("record-money", chat.actor.own[0]?.group.name.th ?? "");
    const query = rest.trim();
    if (query === "") return { say: [askMember(chat.reader)] };
    return second ? askGroup(chat, groups, "members.find.group", { query }) : findIn(chat, one, query);
  },
});

/** The chosen group of an officer of several. */
export const findMembersIn = postbackCommand({
  name: "members.find.group",
  once: false,
  input: z.object({ groupId: z.string(), query: z.string() }),
  handle: (chat, { groupId, query }) => findIn(chat, officerGroup(chat, groupId), query),
});

/** The chosen one of several whom the words fit. */
export const showMember = postbackCommand({
  name: "members.find.member",
  once: false,
  input: z.object({ groupId: z.string(), memberNo: z.string() }),
  handle: (chat, { groupId, memberNo }) => memberAnswer(chat, officerGroup(chat, groupId), memberNo),
});

async function findIn(chat: Chat, group: Group, query: string): Promise<Answer> {
  const found = await findBySaying(chat, group, query);
  const [one, second] = found;
  if (!one) throw new DomainError("member.not-found", { query, groupName: group.name.th });
  if (!second) return memberAnswer(chat, group, one.memberNo);
  const options = found.slice(0, mostChoices).map((member) => ({
    member,
    data: chat.newAction("members.find.member", { groupId: group.id, memberNo: member.memberNo }),
  }));
  return { say: [chooseMember(chat.reader, { group, query, options })] };
}

async function memberAnswer(chat: Chat, group: Group, memberNo: string): Promise<Answer> {
  const { mayMakeCode, ...view } = await getMemberCard(chat.tx, chat.actor, { group, memberNo, now: chat.now });
  const makeCode = mayMakeCode ? chat.newAction("link.make-code.member", { groupId: group.id, memberNo }) : null;
  return { say: [memberCard(chat.reader, { ...view, makeCode })] };
}
