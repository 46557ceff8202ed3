import { z } from "zod";
import {
  type SaidDetails,
  decidePaymentChange,
  getPaymentChangeRequest,
  previewPaymentChange,
  requestPaymentChange,
} from "../../app/payment-details/payment-details";
import { previewStop, stopPaymentChange } from "../../app/payment-details/stop-payment-change";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { paymentWays } from "../../domain/groups/payment-details";
import { askPaymentDetailsLine, paymentChangeCards, paymentStop, paymentStopped } from "../../messages/payment-details";
import { readPaymentDetailsLine } from "../../understanding/payment-details-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

/** A number or a name is never cut: members would transfer by it. Longer ones would make the cards that repeat them more than one screen high. */
const mostCharacters = 60;

const saidField = z.object({ way: z.enum(paymentWays), value: z.string(), accountName: z.string() });

/** เปลี่ยนบัญชีรับโอน พร้อมเพย์ … ชื่อ …: answers with a card; a second officer is asked only then. */
export const askPaymentChange = textCommand({
  name: "payment-details.change",
  isOwnLine: (text) => readPaymentDetailsLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    const said = saidIn(text);
    if (!said) return { say: [askPaymentDetailsLine(chat.reader)] };
    return second ? askGroup(chat, groups, "payment-details.group", { said }) : changeCard(chat, one, said);
  },
});

/** The chosen group of an officer of several. */
export const askPaymentChangeIn = postbackCommand({
  name: "payment-details.group",
  once: false,
  input: z.object({ groupId: z.string(), said: saidField }),
  handle: (chat, { groupId, said }) => changeCard(chat, officerGroup(chat, groupId), said),
});

/**
 * What the line says, whole; null where a part is missing. Throws `payment-details.masked`, `payment-details.unreadable`, and
 * `payment-details.too-long` rather than leave anything out.
 */
function saidIn(text: string): SaidDetails | null {
  const line = readPaymentDetailsLine(text);
  if (line?.masked) throw new DomainError("payment-details.masked", {});
  if (!line || line.way === null || line.accountName === null) return null;
  if (line.value === null) throw new DomainError("payment-details.unreadable", {});
  const { way, value, accountName } = line;
  if (Math.max(value.length, accountName.length) > mostCharacters)
    throw new DomainError("payment-details.too-long", { most: mostCharacters });
  return { way, value, accountName };
}

async function changeCard(chat: Chat, group: Group, said: SaidDetails): Promise<Answer> {
  const plan = await previewPaymentChange(chat.tx, chat.actor, { group, said, now: chat.now });
  const confirm = chat.newAction(
    "payment-details.confirm",
    { groupId: group.id, said },
    { subject: `payment-details:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [paymentChangeCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** The first officer confirms: a second one is asked, nothing changes yet. */
export const confirmPaymentChange = postbackCommand({
  name: "payment-details.confirm",
  input: z.object({ groupId: z.string(), said: saidField }),
  again: standingNow(getPaymentChangeRequest, paymentChangeCards.decided),
  async handle(chat, { groupId, said }, action) {
    const group = officerGroup(chat, groupId);
    const input = { operationId: action._id, group, said, now: chat.now };
    return askedOf(chat, await requestPaymentChange(chat.tx, chat.actor, input), paymentChangeCards.asked);
  },
});

/** The second officer's word: confirmed, members are told, and the change is in force after seven days. */
export const paymentDetailsAnswer = secondOfficerButtons(
  "payment-details",
  decidePaymentChange,
  paymentChangeCards.decided,
);

/** หยุดเปลี่ยนบัญชีรับโอน: any officer may, before the change is in force. */
export const askPaymentStop = textCommand({
  name: "payment-details.stop",
  async handle(chat) {
    const groups = [...new Map(chat.actor.offices.map(({ group }) => [group.id, group])).values()];
    const [one, second] = groups;
    if (!one) throw missingPower("pay-out", chat.actor.own[0]?.group.name.th ?? "");
    return second ? askGroup(chat, groups, "payment-details.stop.group", {}) : stopCard(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const askPaymentStopIn = postbackCommand({
  name: "payment-details.stop.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => Promise.resolve(stopCard(chat, officerGroup(chat, groupId))),
});

function stopCard(chat: Chat, group: Group): Answer {
  const view = previewStop(chat.actor, { group, now: chat.now });
  const confirm = chat.newAction(
    "payment-details.stop.confirm",
    { groupId: group.id, approvalId: view.change.approvalId },
    { subject: `payment-details.stop:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  return { say: [paymentStop(chat.reader, { ...view, confirm, drop: chat.newAction("drop", { of: confirm }) })] };
}

/** [ยืนยันหยุดการเปลี่ยน]: the old details stay. */
export const confirmPaymentStop = postbackCommand({
  name: "payment-details.stop.confirm",
  input: z.object({ groupId: z.string(), approvalId: z.string() }),
  async handle(chat, { groupId, approvalId }) {
    const input = { group: officerGroup(chat, groupId), approvalId, now: chat.now };
    const { result, notices } = await stopPaymentChange(chat.tx, chat.actor, input);
    return { say: [paymentStopped(chat.reader, result)], notices };
  },
});
