import { z } from "zod";
import { getGroupMember } from "../../app/members/find-member";
import { groupsWithPower, requireGroups } from "../../app/people/actor";
import { getSuspenseItem, listSuspense } from "../../app/suspense/suspense-items";
import {
  decideSettlement,
  getSettlementRequest,
  previewSettlement,
  requestSettlement,
} from "../../app/suspense/settlements";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Power } from "../../domain/groups/offices";
import type { Payment } from "../../domain/payments/payment";
import { chooseMember } from "../../messages/choices";
import { cardDropped } from "../../messages/questions";
import {
  askOwner,
  askPayee,
  itemsOnCard,
  settlementAsked,
  settlementConfirmation,
  settlementDecided,
  suspenseItem,
  suspenseList,
} from "../../messages/suspense";
import { readDepositLine } from "../../understanding/deposit-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup, findBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { certainSplits } from "./certain-splits";
import { receiverOf } from "../payees";
import { officerGroup } from "./day";
import { itemsField, splitField, type DepositItem } from "./deposit-questions";
import { paymentCard } from "./payments";

/** เงินรอเจ้าของ: what waits for its owner, with its age in days. */
export const showSuspense = textCommand({
  name: "suspense.list",
  question: true,
  async handle(chat) {
    const reading = groupsWithPower(chat.actor, "read-books");
    const groups = reading.length > 0 ? reading : requireGroups(chat.actor, "record-money");
    const [one, second] = groups;
    if (one && !second) return listFrom(chat, one, 0);
    return askGroup(chat, groups, "suspense.list.group", { from: 0 });
  },
});

/** The chosen group of an officer of several; and [ดูอีก … รายการ]. */
export const showSuspenseOf = postbackCommand({
  name: "suspense.list.group",
  once: false,
  input: z.object({ groupId: z.string(), from: z.int() }),
  handle: (chat, { groupId, from }) => listFrom(chat, officerGroup(chat, groupId), from),
});

async function listFrom(chat: Chat, group: Group, from: number): Promise<Answer> {
  const items = (await listSuspense(chat.tx, chat.actor, group, chat.now)).map((item) => ({
    ...item,
    data: chat.newAction("suspense.item", { groupId: group.id, itemNo: item.itemNo }),
  }));
  const next = from + itemsOnCard;
  const more = next < items.length ? chat.newAction("suspense.list.group", { groupId: group.id, from: next }) : null;
  return { say: [suspenseList(chat.reader, { group, items, from, more })] };
}

const itemInput = z.object({ groupId: z.string(), itemNo: z.string() });

/** One of the items. */
export const showSuspenseItem = postbackCommand({
  name: "suspense.item",
  once: false,
  input: itemInput,
  async handle(chat, { groupId, itemNo }) {
    const group = officerGroup(chat, groupId);
    const item = await getSuspenseItem(chat.tx, chat.actor, { group, itemNo, now: chat.now });
    const may = (power: Power): boolean => groupsWithPower(chat.actor, power).some(({ id }) => id === group.id);
    const owner = may("record-money") ? chat.newAction("suspense.owner", { groupId, itemNo }) : null;
    const giveBack = may("pay-out") ? chat.newAction("suspense.payee", { groupId, itemNo }) : null;
    return { say: [suspenseItem(chat.reader, { group, item, owner, giveBack })] };
  },
});

/** [รู้เจ้าของแล้ว] and [คืนเงินก้อนนี้]: each asks for the rest in words. */
const asks = (step: "owner" | "payee", ask: typeof askOwner) =>
  postbackCommand({
    name: `suspense.${step}`,
    once: false,
    input: itemInput,
    async handle(chat, { groupId, itemNo }) {
      const group = officerGroup(chat, groupId);
      const item = await getSuspenseItem(chat.tx, chat.actor, { group, itemNo, now: chat.now });
      return {
        say: [ask(chat.reader, item)],
        conversation: { name: "suspense", step, data: { groupId, itemNo } },
      };
    },
  });
export const askSuspenseOwner = asks("owner", askOwner);
export const askSuspensePayee = asks("payee", askPayee);

/** "012 สัจจะ 500": whose it is and what for. */
export const suspenseOwnerStep: ConversationStep = {
  name: "suspense.owner",
  dropped: cardDropped,
  async handle(chat, text) {
    const { groupId, itemNo } = itemInput.parse((await chat.openConversation())?.data);
    const group = officerGroup(chat, groupId);
    const line = readDepositLine(/^รับ|^take/i.test(text.trim()) ? text : `รับ ${text}`);
    if (!line) throw new DomainError("format.unreadable", { hint: "suspense" });
    const found = await findBySaying(chat, group, line.member);
    const [one, second] = found;
    if (!one) throw new DomainError("member.not-found", { query: line.member, groupName: group.name.th });
    if (!second) return settlementOf(chat, group, { itemNo, memberNo: one.memberNo, items: line.items });
    const options = found.slice(0, 12).map((member) => ({
      member,
      data: chat.newAction("suspense.member", { groupId, itemNo, memberNo: member.memberNo, items: line.items }),
    }));
    const none = chat.newAction("choice.none", { hint: "suspense" });
    return { say: [chooseMember(chat.reader, { group, query: line.member, options, none })] };
  },
};

/** One of several members that the words fitted. */
export const askSettlementOf = postbackCommand({
  name: "suspense.member",
  once: false,
  input: itemInput.extend({ memberNo: z.string(), items: itemsField }),
  handle: (chat, { groupId, ...known }) => settlementOf(chat, officerGroup(chat, groupId), known),
});

async function settlementOf(
  chat: Chat,
  group: Group,
  known: { itemNo: string; memberNo: string; items: DepositItem[] },
): Promise<Answer> {
  const { itemNo, memberNo, items } = known;
  const member = await getGroupMember(chat.tx, group.id, memberNo);
  const [certain] = await certainSplits(chat, group, [{ member, items }], "suspense");
  if (!certain) throw new Error("each line has a reading");
  if ("refused" in certain) throw certain.refused;
  const { split } = certain;
  const settlement = { itemNo, memberNo, split };
  const plan = await previewSettlement(chat.tx, chat.actor, { group, ...settlement, now: chat.now });
  const confirm = chat.newAction(
    "suspense.settle.confirm",
    { groupId: group.id, ...settlement },
    { subject: `suspense:${chat.actor.personId}:${group.id}:${itemNo}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [settlementConfirmation(chat.reader, { ...plan, confirm, drop })], conversation: null };
}

/** The first officer confirms: a second one is asked. */
export const confirmSettlement = postbackCommand({
  name: "suspense.settle.confirm",
  input: itemInput.extend({ memberNo: z.string(), split: splitField }),
  again: standingNow(getSettlementRequest, settlementDecided),
  async handle(chat, { groupId, ...settlement }, action) {
    const group = officerGroup(chat, groupId);
    const asked = { ...settlement, operationId: action._id, group, now: chat.now };
    return askedOf(chat, await requestSettlement(chat.tx, chat.actor, asked), settlementAsked);
  },
});

/** The second officer's word: confirmed, it stands in the member's passbook. */
export const settlementAnswer = secondOfficerButtons("suspense", decideSettlement, settlementDecided);

/** Longer names would make the cards that repeat them more than one screen high. */
const longestPayee = 60;

/** To whom it is given back: a payment of two officers, out of where it came into. */
export const suspensePayeeStep: ConversationStep = {
  name: "suspense.payee",
  dropped: cardDropped,
  async handle(chat, text) {
    const { groupId, itemNo } = itemInput.parse((await chat.openConversation())?.data);
    const group = officerGroup(chat, groupId);
    const { amount, into, note } = await getSuspenseItem(chat.tx, chat.actor, { group, itemNo, now: chat.now });
    const payment: Payment = {
      kind: "suspense",
      amount,
      source: into,
      memberNo: null,
      purpose: note,
      ...(await receiverOf(chat, group, ownWords(text, longestPayee))),
      contractNo: null,
      resolution: null,
      itemNo,
    };
    return { ...(await paymentCard(chat, group, payment)), conversation: null };
  },
};
