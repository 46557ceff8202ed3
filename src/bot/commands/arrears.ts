import { z } from "zod";
import { requestCallback } from "../../app/callbacks/callbacks";
import { groupsOfRegister } from "../../app/approvals/read-register";
import { listArrears } from "../../app/loans/arrears/list-arrears";
import { passbookOfContract } from "../../app/loans/arrears/contract-passbook";
import type { Group } from "../../domain/groups/group";
import { arrearsList, graceNote } from "../../messages/arrears";
import { callbackAsked } from "../../messages/callbacks";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

/** ใครค้างเงินกู้: for the committees and auditors, in their own chat alone. */
export const showArrears = textCommand({
  name: "loan.arrears",
  question: true,
  async handle(chat) {
    const groups = groupsOfRegister(chat.actor);
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "loan.arrears.group", {}) : arrearsIn(chat, one);
  },
});

/** The chosen group of an officer of several. */
const showArrearsOf = postbackCommand({
  name: "loan.arrears.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => arrearsIn(chat, officerGroup(chat, groupId)),
});

async function arrearsIn(chat: Chat, group: Group): Promise<Answer> {
  return { say: [arrearsList(chat.reader, await listArrears(chat.tx, chat.actor, group, chat.now))] };
}

/** [ขอผ่อนผัน]: her wish stands among those whom the loan committee calls; two officers decide with a resolution. */
const wishForGrace = postbackCommand({
  name: "loan.grace.wish",
  input: z.object({ contractId: z.string() }),
  async handle(chat, { contractId }, action) {
    const { contract, passbook } = await passbookOfContract(chat.tx, chat.actor, contractId);
    const { contractNo } = contract;
    const { result, notices } = await requestCallback(chat.tx, {
      id: action._id,
      passbook,
      personId: chat.actor.personId,
      about: "loan",
      note: graceNote({ ...chat.reader, language: "th" }, { contractNo }),
      now: chat.now,
    });
    return { say: [callbackAsked(chat.reader, { ...result, death: false })], notices };
  },
});

/** The buttons of arrears and reminders. */
export const arrearsButtons = [showArrearsOf, wishForGrace];
