import { z } from "zod";
import { getPassbookText, listDoneForMembers } from "../../app/closing/paper-lines";
import { getPublished } from "../../app/closing/published";
import { tallyGroups, tallyPassbooks } from "../../app/closing/tally";
import { getGroupMember } from "../../app/members/find-member";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { memberName } from "../../domain/people";
import { dayClosed, nothingPublished } from "../../messages/day-closed";
import { askPassbookText, askTally, passbookText, signingList, tallyNoted } from "../../messages/paper-lines";
import { normalise } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, groupsOf, memberBySaying, ownGroup } from "../pick";
import { officerGroup } from "./day";

const groupInput = z.object({ groupId: z.string() });

/** เงินของกลุ่ม: what the group told all its members at its last closing. */
export const showGroupMoney = textCommand({
  name: "group.money",
  question: true,
  handle(chat) {
    const groups = groupsOf(chat);
    const [one, second] = groups;
    if (!one) throw new DomainError("person.unknown", {});
    return second ? Promise.resolve(askGroup(chat, groups, "group.money.of", {})) : groupMoney(chat, one);
  },
});

/** The chosen group of a member of several. */
export const showGroupMoneyOf = postbackCommand({
  name: "group.money.of",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => groupMoney(chat, ownGroup(chat, groupId)),
});

async function groupMoney(chat: Chat, group: Group): Promise<Answer> {
  const view = await getPublished(chat.tx, group);
  if (!view) return { say: [nothingPublished(chat.reader)] };
  return { say: [dayClosed(chat.reader, { ...view, word: null, missing: [], ownNos: [] })] };
}

/** More passbooks than any group has are a typing mistake. */
const mostPassbooks = 20_000;

/** นับสมุด 120: what somebody who records nothing counted at the door. */
export const tally = textCommand({
  name: "passbook.tally",
  async handle(chat, { rest }) {
    const groups = tallyGroups(chat.actor);
    const [one, second] = groups;
    if (!one) throw missingPower("answer-complaints", chat.actor.own[0]?.group.name.th ?? "");
    const digits = /^(\d{1,5})(?:\s*(?:เล่ม|คน))?$/.exec(normalise(rest))?.[1];
    const passbooks = digits === undefined ? null : Number(digits);
    if (passbooks === null || passbooks > mostPassbooks) return { say: [askTally(chat.reader)] };
    return second ? askGroup(chat, groups, "passbook.tally.group", { passbooks }) : noted(chat, one, passbooks);
  },
});

/** The chosen group of an officer of several. */
export const tallyIn = postbackCommand({
  name: "passbook.tally.group",
  input: z.object({ groupId: z.string(), passbooks: z.int() }),
  handle: (chat, { groupId, passbooks }) => noted(chat, officerGroup(chat, groupId), passbooks),
});

async function noted(chat: Chat, group: Group, passbooks: number): Promise<Answer> {
  await tallyPassbooks(chat.tx, chat.actor, { group, passbooks, now: chat.now });
  return { say: [tallyNoted(chat.reader, { passbooks })] };
}

/** ข้อความจดสมุด 015: what to write by hand into the passbook of a member without LINE. */
export const showPassbookText = textCommand({
  name: "passbook.text",
  async handle(chat, { rest }) {
    const groups = requireGroups(chat.actor, "read-books");
    const [one, second] = groups;
    if (rest === "") return { say: [askPassbookText(chat.reader)] };
    return second ? askGroup(chat, groups, "passbook.text.group", { query: rest }) : textFor(chat, one, rest);
  },
});

/** The chosen group of an officer of several. */
export const showPassbookTextIn = postbackCommand({
  name: "passbook.text.group",
  once: false,
  input: z.object({ groupId: z.string(), query: z.string() }),
  handle: (chat, { groupId, query }) => textFor(chat, officerGroup(chat, groupId), query),
});

async function textFor(chat: Chat, group: Group, query: string): Promise<Answer> {
  const { memberNo } = await memberBySaying(chat, group, query);
  const member = await getGroupMember(chat.tx, group.id, memberNo);
  const lines = await getPassbookText(chat.tx, chat.actor, { group, member, now: chat.now });
  return { say: [passbookText(chat.reader, { ...lines, member: memberName(member) })] };
}

/** รายการแทนสมาชิก: what was done for members without LINE, to be signed next time. */
export const showSigningList = textCommand({
  name: "passbook.signing",
  async handle(chat) {
    const groups = requireGroups(chat.actor, "read-books");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "passbook.signing.group", {}) : listFor(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const showSigningListOf = postbackCommand({
  name: "passbook.signing.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => listFor(chat, officerGroup(chat, groupId)),
});

async function listFor(chat: Chat, group: Group): Promise<Answer> {
  const lines = await listDoneForMembers(chat.tx, chat.actor, { group, now: chat.now });
  return { say: signingList(chat.reader, lines) };
}
