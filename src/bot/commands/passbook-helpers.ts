import { z } from "zod";
import { endHelper, listHelpersOf, listOwnHelpers, previewHelperEnd } from "../../app/helpers/helper-ends";
import { decideHelper, getHelperRequest, previewHelper, requestHelper } from "../../app/helpers/helper-requests";
import type { HelperPair } from "../../app/helpers/pairs";
import { groupsInReach } from "../../app/people/line-heads";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import type { GroupId } from "../../domain/ids";
import type { MemberName } from "../../domain/people";
import { chooseMember } from "../../messages/choices";
import {
  askHelperEndLine,
  askHelperLine,
  chooseHelperEnd,
  helperConfirmation,
  helperDecided,
  helperEndConfirmation,
  helperEnded,
} from "../../messages/passbook-helpers";
import { readHelperEnd, readHelperLine } from "../../understanding/helper-line";
import { matchPeople } from "../../understanding/people";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying, findInReach, ownGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";

/** ผู้ช่วย 012 คือ 034: who may see a passbook besides its owner, recorded by an officer or line head before whom the owner agreed. */
export const askHelper = textCommand({
  name: "helper.record",
  async handle(chat, { text }) {
    const groups = await groupsInReach(chat.tx, chat.actor, "record-helper");
    const [one, second] = groups;
    if (!one) throw missingPower("record-helper", chat.actor.own[0]?.group.name.th ?? "");
    const line = readHelperLine(text);
    if (!line) return { say: [askHelperLine(chat.reader)] };
    return second ? askGroup(chat, groups, "helper.choose", { ...line }) : cardOrChoice(chat, one, line);
  },
});

/** What is known of the two so far: what the officer wrote, and the numbers that she chose. */
const pairInput = z.object({
  helped: z.string(),
  helper: z.string(),
  memberNo: z.string().optional(),
  helperNo: z.string().optional(),
});
type PairSaid = z.output<typeof pairInput>;

/** The chosen group, or the chosen one of several members that the words fit. */
export const chooseHelperPair = postbackCommand({
  name: "helper.choose",
  once: false,
  input: pairInput.extend({ groupId: z.string() }),
  handle: (chat, { groupId, ...said }) => cardOrChoice(chat, ownGroup(chat, groupId), said),
});

async function cardOrChoice(chat: Chat, group: Group, said: PairSaid): Promise<Answer> {
  const { helped, helper } = said;
  if (said.memberNo === undefined) {
    const found = oneOf(await findInReach(chat, group, helped, "record-helper"), group, helped);
    if ("choices" in found) return choiceOf(chat, group, helped, found.choices, (memberNo) => ({ ...said, memberNo }));
    return cardOrChoice(chat, group, { ...said, memberNo: found.one.memberNo });
  }
  if (said.helperNo === undefined) {
    const found = oneOf(await findBySaying(chat, group, helper), group, helper);
    if ("choices" in found) return choiceOf(chat, group, helper, found.choices, (helperNo) => ({ ...said, helperNo }));
    return cardOrChoice(chat, group, { ...said, helperNo: found.one.memberNo });
  }
  return confirmationCard(chat, group, { memberNo: said.memberNo, helperNo: said.helperNo });
}

function oneOf(found: MemberName[], group: Group, query: string): { one: MemberName } | { choices: MemberName[] } {
  const [one, second] = found;
  if (!one) throw new DomainError("member.not-found", { query, groupName: group.name.th });
  return second ? { choices: found } : { one };
}

function choiceOf(
  chat: Chat,
  group: Group,
  query: string,
  members: readonly MemberName[],
  chosen: (memberNo: string) => PairSaid,
): Answer {
  const options = members.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("helper.choose", { groupId: group.id, ...chosen(member.memberNo) }),
  }));
  return { say: [chooseMember(chat.reader, { group, query, options })] };
}

async function confirmationCard(
  chat: Chat,
  group: Group,
  numbers: { memberNo: string; helperNo: string },
): Promise<Answer> {
  const pair = await previewHelper(chat.tx, chat.actor, { group, ...numbers, now: chat.now });
  const confirm = chat.newAction(
    "helper.request",
    { groupId: group.id, ...numbers },
    { subject: `helper:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  return {
    say: [helperConfirmation(chat.reader, { ...pair, confirm, drop: chat.newAction("drop", { of: confirm }) })],
  };
}

/** Which two are meant, as the buttons about a helper carry it. */
export const numbersInput = z.object({ groupId: z.string(), memberNo: z.string(), helperNo: z.string() });

/** [ยืนยันว่าตกลงต่อหน้า]: a second officer is asked. */
export const confirmHelper = postbackCommand({
  name: "helper.request",
  input: numbersInput,
  again: standingNow(getHelperRequest, helperDecided),
  async handle(chat, { groupId, ...numbers }, action) {
    return askedOf(
      chat,
      await requestHelper(chat.tx, chat.actor, {
        operationId: action._id,
        group: ownGroup(chat, groupId),
        ...numbers,
        now: chat.now,
      }),
      helperDecided,
    );
  },
});

/** The second officer's word: confirmed, the helper sees the passbook from now on. */
export const helperAnswer = secondOfficerButtons("helper", decideHelper, helperDecided);

/** ยกเลิกผู้ช่วย, from the owner's own LINE; ยกเลิกผู้ช่วย 034 ของ 012, by an officer or line head before whom she stands. */
export const askHelperEnd = textCommand({
  name: "helper.end",
  async handle(chat, { rest }) {
    const { helped, helper } = readHelperEnd(rest);
    const own = await listOwnHelpers(chat.tx, chat.actor);
    const meant = own.filter((pair) => isSaid(helped, pair.member, own) && isSaid(helper, pair.helper, own));
    if (meant.length > 0) return endCardOrChoice(chat, meant);
    const groups = await groupsInReach(chat.tx, chat.actor, "record-helper");
    const [one, second] = groups;
    if (!one) throw new DomainError("helper.none", { memberNo: chat.actor.own[0]?.member.memberNo ?? "" });
    if (helped === undefined) return { say: [askHelperEndLine(chat.reader)] };
    const said = { helped, ...(helper === undefined ? {} : { helper }) };
    return second ? askGroup(chat, groups, "helper.end.choose", said) : endFor(chat, one, said);
  },
});

/** Whether the words, where there are any, mean this one of the pairs' members. */
function isSaid(words: string | undefined, member: MemberName, pairs: readonly HelperPair[]): boolean {
  if (words === undefined) return true;
  const known = pairs.flatMap((pair) => [pair.member, pair.helper]);
  return matchPeople(words, known).some(({ memberNo }) => memberNo === member.memberNo);
}

/** The chosen group of an officer of several. */
export const chooseHelperEndIn = postbackCommand({
  name: "helper.end.choose",
  once: false,
  input: z.object({ groupId: z.string(), helped: z.string(), helper: z.string().optional() }),
  handle: (chat, { groupId, ...said }) => endFor(chat, ownGroup(chat, groupId), said),
});

async function endFor(
  chat: Chat,
  group: Group,
  { helped, helper }: { helped: string; helper?: string | undefined },
): Promise<Answer> {
  const members = await findInReach(chat, group, helped, "record-helper");
  const [first] = members;
  if (!first) throw new DomainError("member.not-found", { query: helped, groupName: group.name.th });
  const pairs: HelperPair[] = [];
  for (const { memberNo } of members.slice(0, 12))
    pairs.push(...(await listHelpersOf(chat.tx, chat.actor, { group, memberNo, now: chat.now })));
  const meant = pairs.filter((pair) => isSaid(helper, pair.helper, pairs));
  if (meant.length === 0) throw new DomainError("helper.none", { memberNo: first.memberNo });
  return endCardOrChoice(chat, meant);
}

/** How ending a helper is asked, by who asks: the card of one, the choice of several, and the button that leads from it to the card. */
export interface EndQuestion {
  card: typeof helperEndConfirmation;
  choice: typeof chooseHelperEnd;
  next: string;
}

const ending: EndQuestion = { card: helperEndConfirmation, choice: chooseHelperEnd, next: "helper.end.ask" };

/** The card before a helper ends, or the choice of several. */
export async function endCardOrChoice(
  chat: Chat,
  pairs: readonly HelperPair[],
  { card, choice, next } = ending,
): Promise<Answer> {
  const numbers = pairs.map(({ group, member, helper }) => ({
    groupId: group.id,
    memberNo: member.memberNo,
    helperNo: helper.memberNo,
  }));
  const [one, second] = numbers;
  if (one && !second) return endCard(chat, one, card);
  const options = pairs.map((pair, index) => ({
    ...pair,
    data: chat.newAction(next, { ...numbers[index] }),
  }));
  return { say: [choice(chat.reader, { options })] };
}

/** The chosen helper of several. */
export const askHelperEndOf = postbackCommand({
  name: "helper.end.ask",
  once: false,
  input: numbersInput,
  handle: (chat, numbers) => endCard(chat, numbers, helperEndConfirmation),
});

/** The question before a helper's sight of a passbook ends, drawn for who asks; its confirmation is one deed, and the use case tells by whose right. */
export async function endCard(
  chat: Chat,
  numbers: z.output<typeof numbersInput>,
  draw: typeof helperEndConfirmation,
): Promise<Answer> {
  const input = { ...numbers, groupId: numbers.groupId as GroupId, now: chat.now };
  const pair = await previewHelperEnd(chat.tx, chat.actor, input);
  const confirm = chat.newAction("helper.end.confirm", numbers, {
    subject: `helper.end:${chat.actor.personId}`,
    groupId: numbers.groupId,
  });
  return {
    say: [draw(chat.reader, { ...pair, confirm, drop: chat.newAction("drop", { of: confirm }) })],
  };
}

/** [ยืนยันยกเลิกผู้ช่วย]: takes effect at once. */
export const confirmHelperEnd = postbackCommand({
  name: "helper.end.confirm",
  input: numbersInput,
  async handle(chat, numbers, action) {
    const { result, notices } = await endHelper(chat.tx, chat.actor, {
      operationId: action._id,
      ...numbers,
      groupId: numbers.groupId as GroupId,
      now: chat.now,
    });
    return { say: [helperEnded(chat.reader, result)], notices };
  },
});
