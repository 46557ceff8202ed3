import { z } from "zod";
import { decideLinkCode, makeLinkCode } from "../../app/linking/link-codes";
import { getGroupMember } from "../../app/members/find-member";
import { makeChatCode } from "../../app/chats/group-chats";
import { groupsWithPower, holdsPower, requireGroups, type Actor } from "../../app/people/actor";
import { unlockPerson } from "../../app/people/settings";
import { DomainError } from "../../domain/errors";
import { missingPower } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import { chooseMember } from "../../messages/choices";
import { chatCodeMade } from "../../messages/group-chats";
import { linkCodeMade } from "../../messages/linking";
import { linkRequestDecided } from "../../messages/link-notices";
import { askCodeFor, askLockNo, unlocked } from "../../messages/questions";
import type { Action } from "../../storage/actions";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findInReach, ownGroup } from "../pick";
import { secondOfficerButtons } from "../second-officer";
import { officerGroup } from "./day";

/** ขอรหัส 012: a one-time code for a member who stands before the secretary or her line head. */
export const askLinkCodeFor = textCommand({
  name: "link.make-code",
  async handle(chat, { rest }) {
    const groups = groupsOfMaker(chat.actor);
    const [one, second] = groups;
    if (!one) throw missingPower("make-link-code", "");
    const query = rest.trim();
    if (query === "") return { say: [askCodeFor(chat.reader)] };
    return second ? askGroup(chat, groups, "link.make-code.group", { query }) : findFor(chat, one, query);
  },
});

/** Secretaries make codes for everybody, line heads for their line: the use case tells them apart. */
function groupsOfMaker(actor: Actor): Group[] {
  const asOfficer = groupsWithPower(actor, "make-link-code");
  const asHead = actor.own.map((passbook) => passbook.group);
  return [...new Map([...asOfficer, ...asHead].map((group) => [group.id, group])).values()];
}

/** The chosen group of who is in several. */
export const askLinkCodeIn = postbackCommand({
  name: "link.make-code.group",
  once: false,
  input: z.object({ groupId: z.string(), query: z.string() }),
  handle: (chat, { groupId, query }) => findFor(chat, ownGroup(chat, groupId), query),
});

async function findFor(chat: Chat, group: Group, query: string): Promise<Answer> {
  const found = await findInReach(chat, group, query, "make-link-code");
  if (found.length === 0) throw notInReach(chat, group, query);
  // Whom the code is for is always pressed, never guessed: a wrong passbook in a wrong hand cannot be taken back quietly.
  const options = found.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("link.make-code.member", { groupId: group.id, memberNo: member.memberNo }),
  }));
  const none = chat.newAction("choice.none", { hint: "linkCode" });
  return { say: [chooseMember(chat.reader, { group, query, options, none })] };
}

/** A line head hears that only her line is hers, whether or not there is such a member. */
function notInReach(chat: Chat, group: Group, query: string): DomainError {
  const code = holdsPower(chat.actor, group.id, "make-link-code") ? "member.not-found" : "link.other-line";
  return new DomainError(code, { query, groupName: group.name.th });
}

/** The chosen member: the code is made. */
export const makeLinkCodeFor = postbackCommand({
  name: "link.make-code.member",
  input: z.object({ groupId: z.string(), memberNo: z.string() }),
  async handle(chat, { groupId, memberNo }, action: Action) {
    const group = ownGroup(chat, groupId);
    const member = await getGroupMember(chat.tx, group.id, memberNo);
    const { result, notices } = await makeLinkCode(chat.tx, chat.actor, {
      operationId: action._id,
      group,
      memberId: member.id,
      now: chat.now,
    });
    return { say: [linkCodeMade(chat.reader, result)], notices };
  },
});

/** The second officer's word: confirmed, the member may link this phone. */
export const linkCodeAnswer = secondOfficerButtons("link", decideLinkCode, linkRequestDecided);

/** ปลดล็อก 482113: opens a locked LINE again, by the number that its owner reads out. */
export const unlock = textCommand({
  name: "link.unlock",
  async handle(chat, { rest }) {
    const [group] = requireGroups(chat.actor, "unlock-link");
    const lockNo = /\d{6}/.exec(rest)?.[0];
    if (!lockNo) return { say: [askLockNo(chat.reader)] };
    const notices = await unlockPerson(chat.tx, chat.actor, { group, lockNo, now: chat.now });
    return { say: [unlocked(chat.reader, { lockNo })], notices };
  },
});

/** ผูกกลุ่มไลน์: the code that binds a group chat, given to the officer in her own chat. */
export const askChatCode = textCommand({
  name: "chat.code",
  async handle(chat) {
    const groups = requireGroups(chat.actor, "bind-chat");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "chat.code.group", {}) : chatCode(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const askChatCodeIn = postbackCommand({
  name: "chat.code.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => chatCode(chat, officerGroup(chat, groupId)),
});

async function chatCode(chat: Chat, group: Group): Promise<Answer> {
  const { digits, expiresAt } = await makeChatCode(chat.tx, chat.actor, group, chat.now);
  return { say: [chatCodeMade(chat.reader, { name: group.name, code: digits, validUntil: expiresAt })] };
}
