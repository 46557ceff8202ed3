import { z } from "zod";
import { getPassbooks, requirePassbook, type Passbook } from "../../app/people/actor";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import type { MemberId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import { cardDropped } from "../../messages/questions";
import { askTransferSums } from "../../messages/transfers";
import { asksForQr, readTransferSums } from "../../understanding/transfer-text";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { askPassbook } from "../pick";
import { contactsAlone } from "./tiles";
import { withoutQr } from "./transfer-draft";
import { settleParts } from "./transfer-parts";
import { settleShares, sharesIn } from "./transfer-shares";

/** แจ้งโอน, แจ้งโอน สัจจะ 200 ดอก 375, คิวอาร์โอน: whose passbook, which sums for what, the slip, and then the treasurer is told. */
export const tellTransfer = textCommand({
  name: "transfer.notice",
  question: true,
  async handle(chat, { text }) {
    const passbooks = await activePassbooks(chat);
    const [one, second] = passbooks;
    if (!one) return contactsAlone(chat, "talk");
    const shares = sharesIn(text, passbooks);
    if (second && shares) return settleShares(chat, passbooks, { shares, wantsQr: asksForQr(text) });
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

const activePassbooks = async (chat: Chat): Promise<Passbook[]> =>
  (await getPassbooks(chat.tx, chat.actor)).filter(({ member }) => member.status === "active");

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

/** "สัจจะ 200 ดอก 375 ต้น 1000", after the question for it; also "ของผม 100 ของแม่ 200", which names other passbooks. */
export const transferSumsStep: ConversationStep = {
  name: "transfer.sums",
  dropped: cardDropped,
  async handle(chat, text) {
    const known = z.object({ memberId: z.string(), wantsQr: z.boolean() });
    const { memberId, wantsQr } = known.parse((await chat.openConversation())?.data);
    const passbooks = await activePassbooks(chat);
    const shares = passbooks.length > 1 ? sharesIn(text, passbooks) : null;
    if (shares) return settleShares(chat, passbooks, { shares, wantsQr });
    return sumsOf(chat, await passbookOf(chat, memberId), text, { again: true, wantsQr });
  },
};
