import { z } from "zod";
import { endLink, lockAccess, useLinkCode, type CodeOutcome } from "../../app/linking/links";
import { getContactsOf } from "../../app/people/contacts";
import { getActor, getSeenPassbooks, type Passbook } from "../../app/people/actor";
import { hasConsented } from "../../app/people/settings";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Notice } from "../../domain/notice";
import { linkCodeWrong, linked, linkWaits, unlinkConfirmation, unlinked } from "../../messages/linking";
import { chooseGroupToLeave } from "../../messages/choices";
import { linkTaken } from "../../messages/link-code-notices";
import { linkLocked } from "../../messages/link-notices";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { groupsOf, ownGroup, passbookNames } from "../pick";
import { consentFirst } from "./consent";

/** A text that is nothing but a code: who has not consented is asked first, and the code waits for her answer. */
export function useCodeOrAskConsent(chat: Chat, digits: string): Promise<Answer> {
  return hasConsented(chat.actor.person) ? takeCode(chat, digits) : consentFirst(chat, digits);
}

/** Takes a link code and tells what came of it. */
export async function takeCode(chat: Chat, digits: string): Promise<Answer> {
  const { result, notices } = await useLinkCode(chat.tx, chat.actor.person, digits, chat.now);
  return { ...(await outcomeAnswer(chat, result)), notices };
}

async function outcomeAnswer(chat: Chat, outcome: CodeOutcome): Promise<Answer> {
  switch (outcome.kind) {
    case "linked": {
      const actor = await getActor(chat.tx, chat.actor.person);
      return {
        say: [
          linked(chat.reader, { ...outcome.view, passbooks: passbookNames(await getSeenPassbooks(chat.tx, actor)) }),
        ],
        linksChanged: true,
        conversation: null,
      };
    }
    case "wrong":
      return { say: [linkCodeWrong(chat.reader, outcome)] };
    case "locked":
      return { say: [await lockedCard(chat, outcome.lockNo)] };
    case "waits":
      return { say: [linkWaits(chat.reader, outcome)] };
    case "taken":
      return { say: [linkTaken(chat.reader, outcome.view)] };
    case "burned":
      throw new DomainError("link.burned", {});
    case "used":
      throw new DomainError("link.code-used", { groupName: outcome.groupName });
    case "expired":
      throw new DomainError("link.code-expired", { groupName: outcome.groupName });
  }
}

async function lockedCard(chat: Chat, lockNo: string) {
  return linkLocked(chat.reader, { lockNo, at: chat.now, ...(await getContactsOf(chat.tx, chat.actor)) });
}

/** เลิกผูกไลน์: asks before the phone lets go of its passbooks, and first of which group where they are of several. */
export const askUnlink = textCommand({
  name: "link.end",
  async handle(chat) {
    const groups = groupsOf(chat);
    if (groups.length === 1) return unlinkCard(chat, groups);
    const options = groups.map((group) => ({ group, data: chat.newAction("link.end.group", { groupId: group.id }) }));
    const all = chat.newAction("link.end.group", { groupId: null });
    return { say: [chooseGroupToLeave(chat.reader, { options, all })] };
  },
});

/** The chosen group, or all. */
export const askUnlinkOf = postbackCommand({
  name: "link.end.group",
  once: false,
  input: z.object({ groupId: z.string().nullable() }),
  handle: (chat, { groupId }) => unlinkCard(chat, groupId === null ? groupsOf(chat) : [ownGroup(chat, groupId)]),
});

/** Names what the phone will open no more: its own passbooks of the groups, and what it opens for others through them. */
async function unlinkCard(chat: Chat, groups: readonly Group[]): Promise<Answer> {
  const isChosen = ({ group }: Passbook) => groups.some(({ id }) => id === group.id);
  const own = chat.actor.own.filter(isChosen);
  const forOthers = (await getSeenPassbooks(chat.tx, chat.actor)).filter(
    (passbook) => passbook.via !== "own" && isChosen(passbook),
  );
  const memberIds = own.map((passbook) => passbook.member.id);
  const confirm = chat.newAction("link.end.confirm", { memberIds }, { subject: `unlink:${chat.actor.personId}` });
  const drop = chat.newAction("drop", { of: confirm });
  return {
    say: [unlinkConfirmation(chat.reader, { passbooks: passbookNames([...own, ...forOthers]), confirm, drop })],
  };
}

/** [เลิกผูก…]: ends the links that the card showed. */
export const confirmUnlink = postbackCommand({
  name: "link.end.confirm",
  access: "anyone", // Whoever tapped it once may be linked to nothing any more, and sees the first result again.
  input: z.object({ memberIds: z.array(z.string()) }),
  async handle(chat, { memberIds }) {
    const { own, person } = chat.actor;
    if (person.lockedAt) throw new DomainError("person.locked", { groupName: own[0]?.group.name.th ?? "" });
    const notices: Notice[] = [];
    for (const memberId of memberIds)
      notices.push(...(await endLink(chat.tx, chat.actor, memberId as MemberId, chat.now)).notices);
    const left = own.filter(({ member }) => !memberIds.includes(member.id)).map(({ group }) => group);
    return { say: [unlinked(chat.reader, { left })], notices, linksChanged: true, conversation: null };
  },
});

/** ล็อก: closes one's own access at once, for a lost phone or a worry; an officer opens it again. */
export const lockOwnAccess = textCommand({
  name: "link.lock",
  // "โทรศัพท์หาย" may be what a call should be about; ล็อก is always meant.
  mayAnswer: (text) => /หาย|lost/i.test(text),
  async handle(chat) {
    const lockNo = await lockAccess(chat.tx, chat.actor.person, chat.now);
    return { say: [await lockedCard(chat, lockNo)], conversation: null };
  },
});
