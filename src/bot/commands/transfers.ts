import { z } from "zod";
import { getGroupMember } from "../../app/members/find-member";
import { getPassbooks, requirePassbook, type Passbook } from "../../app/people/actor";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import type { GroupId, MemberId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import { cardDropped } from "../../messages/questions";
import { askTransferSums } from "../../messages/transfers";
import { asksForQr, readTransferSums } from "../../understanding/transfer-text";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { askPassbook } from "../pick";
import { itemsField, settleItems, type Settling } from "./deposit-questions";
import { contactsAlone } from "./tiles";
import { partsField, slipQuestion, withoutQr } from "./transfer-draft";

/** แจ้งโอน, แจ้งโอน สัจจะ 200 ดอก 375, คิวอาร์โอน: whose passbook, which sums for what, the slip, and then the treasurer is told. */
export const tellTransfer = textCommand({
  name: "transfer.notice",
  question: true,
  async handle(chat, { text }) {
    const passbooks = (await getPassbooks(chat.tx, chat.actor)).filter(({ member }) => member.status === "active");
    const [one, second] = passbooks;
    if (!one) return contactsAlone(chat, "talk");
    return second ? askPassbook(chat, passbooks, "transfer.passbook", { text }) : sumsOf(chat, one, text, {});
  },
});

/** The chosen passbook of a phone with several. */
export const tellTransferOf = postbackCommand({
  name: "transfer.passbook",
  once: false,
  input: z.object({ memberId: z.string(), text: z.string() }),
  handle: async (chat, { memberId, text }) => sumsOf(chat, await passbookOf(chat, memberId), text, {}),
});

const passbookOf = (chat: Chat, memberId: string): Promise<Passbook> =>
  requirePassbook(chat.tx, chat.actor, memberId as MemberId);

/** Settles the sums where the text tells them whole; else asks for them, with the account that they go to. */
async function sumsOf(
  chat: Chat,
  passbook: Passbook,
  text: string,
  { again = false, wantsQr = asksForQr(text) },
): Promise<Answer> {
  const { member, group } = passbook;
  const items = readTransferSums(text);
  if (items)
    return settleParts(chat, { groupId: group.id, settled: [], left: [{ memberNo: member.memberNo, items }], wantsQr });
  const { details, coming } = paymentDetailsInForce(group, chat.today);
  const without = wantsQr ? withoutQr(chat, passbook) : null;
  return {
    say: [askTransferSums(chat.reader, { group, member: memberName(member), details, coming, without, again })],
    conversation: { name: "transfer", step: "sums", data: { memberId: member.id, wantsQr } },
  };
}

/** "สัจจะ 200 ดอก 375 ต้น 1000", after the question for it. */
export const transferSumsStep: ConversationStep = {
  name: "transfer.sums",
  dropped: cardDropped,
  async handle(chat, text) {
    const known = z.object({ memberId: z.string(), wantsQr: z.boolean() });
    const { memberId, wantsQr } = known.parse((await chat.openConversation())?.data);
    return sumsOf(chat, await passbookOf(chat, memberId), text, { again: true, wantsQr });
  },
};

const leftField = z.array(z.object({ memberNo: z.string(), items: itemsField }));

/** A transfer on its way to its card: what is settled, a passbook each, and what is left to be. */
interface Settled {
  groupId: string;
  settled: z.output<typeof partsField>;
  left: z.output<typeof leftField>;
  wantsQr: boolean;
}

/** One passbook after the other; once every sum of each is certain, the card. */
async function settleParts(chat: Chat, parts: Settled): Promise<Answer> {
  const { groupId, settled, left, wantsQr } = parts;
  const [next, ...later] = left;
  if (!next) return slipQuestion(chat, settled, { wantsQr });
  const { id } = await getGroupMember(chat.tx, groupId as GroupId, next.memberNo);
  const { group } = await passbookOf(chat, id);
  const settling: Settling = {
    next: "transfer.items",
    known: { settled, left: later, wantsQr },
    hint: "transfer",
    card: (_chat, _group, _member, split) =>
      settleParts(chat, { ...parts, settled: [...settled, { memberId: id, split }], left: later }),
  };
  return settleItems(chat, group, next.memberNo, next.items, settling);
}

/** The answers to "which sum?", "what for?" and "which contract?". */
export const settleTransfer = postbackCommand({
  name: "transfer.items",
  once: false,
  input: z.object({
    groupId: z.string(),
    memberNo: z.string(),
    items: itemsField,
    settled: partsField,
    left: leftField,
    wantsQr: z.boolean(),
  }),
  handle: (chat, { memberNo, items, left, ...known }) =>
    settleParts(chat, { ...known, left: [{ memberNo, items }, ...left] }),
});
