import { z } from "zod";
import { groupsOfRegister } from "../../app/approvals/read-register";
import { listArrears } from "../../app/loans/arrears/list-arrears";
import type { Group } from "../../domain/groups/group";
import { arrearsList } from "../../messages/arrears";
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

/** The buttons of arrears. */
export const arrearsButtons = [showArrearsOf];
