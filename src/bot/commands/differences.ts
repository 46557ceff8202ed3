import { z } from "zod";
import { listDifferences } from "../../app/differences/open-differences";
import {
  decideDifference,
  getDifferenceRequest,
  previewDifference,
  requestDifference,
} from "../../app/differences/settle-difference";
import { groupsWithPower, requireGroups } from "../../app/people/actor";
import { differenceThings, differenceWays } from "../../domain/differences/difference";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { differenceCards, differenceList } from "../../messages/differences";
import { readDifferenceLine } from "../../understanding/difference-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { ownWords } from "../own-words";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";
import { satangField } from "./deposit-questions";

/** Longer words would make the cards that repeat them more than one screen high. */
const maxWords = 60;

/** ผลต่าง: what is not settled; with a whole line behind it, the card of how it is to be. */
export const showDifferences = textCommand({
  name: "difference.list",
  question: true,
  isOwnLine: (text) => readDifferenceLine(text) !== null,
  async handle(chat, { text, rest }) {
    const reading = rest === "" ? groupsWithPower(chat.actor, "read-books") : [];
    const groups = reading.length > 0 ? reading : requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    return one && !second ? differencesIn(chat, one, text) : askGroup(chat, groups, "difference.group", { text });
  },
});

/** The chosen group of an officer of several. */
export const showDifferencesIn = postbackCommand({
  name: "difference.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => differencesIn(chat, officerGroup(chat, groupId), text),
});

async function differencesIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readDifferenceLine(text);
  if (!line) return { say: [differenceList(chat.reader, await listDifferences(chat.tx, chat.actor, group, chat.now))] };
  const { amount, ...rest } = line;
  if (amount.verdict !== "value") throw new DomainError("amount.unreadable", { text });
  const settlement = { ...rest, amount: amount.satang, reason: ownWords(rest.reason, maxWords) };
  const plan = await previewDifference(chat.tx, chat.actor, { group, settlement, now: chat.now });
  const confirm = chat.newAction(
    "difference.confirm",
    { groupId: group.id, settlement },
    { subject: `difference:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [differenceCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
}

const settlementField = z.object({
  what: z.enum(differenceThings),
  way: z.enum(differenceWays),
  amount: satangField,
  memberNo: z.string().nullable(),
  reason: z.string(),
  resolution: z.string(),
});

/** The first officer confirms: a second one is asked. */
export const confirmDifference = postbackCommand({
  name: "difference.confirm",
  input: z.object({ groupId: z.string(), settlement: settlementField }),
  again: standingNow(getDifferenceRequest, differenceCards.decided),
  async handle(chat, { groupId, settlement }, action) {
    const group = officerGroup(chat, groupId);
    const asked = { operationId: action._id, group, settlement, now: chat.now };
    return askedOf(chat, await requestDifference(chat.tx, chat.actor, asked), differenceCards.asked);
  },
});

/** The second officer's word: confirmed, the difference is settled. */
export const differenceAnswer = secondOfficerButtons("difference", decideDifference, differenceCards.decided);
