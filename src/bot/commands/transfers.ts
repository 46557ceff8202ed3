import { z } from "zod";
import { getPassbooks, requirePassbook, type Passbook } from "../../app/people/actor";
import { storePhoto, type ReadyPhoto } from "../../app/photos/store-photo";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import type { MemberId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import { cardDropped } from "../../messages/questions";
import { askTransferSums, slipKept } from "../../messages/transfers";
import { asksForQr, readTransferFacts, readTransferTold, tellsOfTransfer } from "../../understanding/transfer-text";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { askPassbook } from "../pick";
import { choiceSaid } from "./choose-passbook";
import { mediaAnswer } from "./fallback";
import { contactsAlone } from "./tiles";
import { withoutQr } from "./transfer-draft";
import { settleParts } from "./transfer-parts";
import { settleShares, sharesIn } from "./transfer-shares";
import { newStart, photoOf, startField, withFacts, type Start } from "./transfer-start";

/** แจ้งโอน, แจ้งโอน สัจจะ 200 ดอก 375, คิวอาร์โอน: whose passbook, which sums for what, the slip, and then the treasurer is told. */
export const tellTransfer = textCommand({
  name: "transfer.notice",
  question: true,
  async handle(chat, { text }) {
    const passbooks = await activePassbooks(chat);
    const [one, second] = passbooks;
    if (!one) return contactsAlone(chat, "talk");
    const shares = sharesIn(text, passbooks);
    const start = newStart();
    if (second && shares) return settleShares(chat, passbooks, { shares, wantsQr: asksForQr(text), start });
    return second ? askWhose(chat, passbooks, { text, start }) : sumsOf(chat, one, text, { start });
  },
});

/** Whose passbook it goes to; a slip that is sent meanwhile is kept where all of them are of one group. */
function askWhose(chat: Chat, passbooks: readonly Passbook[], known: { text: string; start: Start }): Promise<Answer> {
  const [groupId, other] = new Set(passbooks.map(({ group }) => group.id));
  const photo = groupId === undefined || other !== undefined ? {} : { photo: photoOf(groupId, known.start) };
  const step = { name: "transfer", step: "whose", data: { ...known, ...photo } };
  return askPassbook(chat, passbooks, "transfer.passbook", known, { question: "transfer", step });
}

const whoseField = z.object({ text: z.string(), start: startField });

/** Whose passbook, in words; or the sums first, or the slip: they are kept, and it is asked again. */
export const transferWhoseStep: ConversationStep = {
  name: "transfer.whose",
  dropped: cardDropped,
  presses: choiceSaid,
  async handle(chat, text) {
    const { start } = whoseField.parse((await chat.openConversation())?.data);
    const passbooks = await activePassbooks(chat);
    const shares = sharesIn(text, passbooks);
    if (shares) return settleShares(chat, passbooks, { shares, wantsQr: asksForQr(text), start });
    return readTransferTold(text, chat.today) ? askWhose(chat, passbooks, { text, start }) : null;
  },
  async handlePhoto(chat, photo) {
    const { text, start } = whoseField.parse((await chat.openConversation())?.data);
    const kept = await keepSlip(chat, photo, start);
    if (!kept) return mediaAnswer(chat, "image");
    return askWhose(chat, await activePassbooks(chat), { text, start: kept });
  },
};

/** The chosen passbook of a phone with several. */
export const tellTransferOf = postbackCommand({
  name: "transfer.passbook",
  once: false,
  input: z.object({ memberId: z.string(), text: z.string(), start: startField.optional() }),
  handle: async (chat, { memberId, text, start = newStart() }) =>
    sumsOf(chat, await passbookOf(chat, memberId), text, { start }),
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
  { start, again = false, wantsQr = asksForQr(text) }: { start: Start; again?: boolean; wantsQr?: boolean },
): Promise<Answer> {
  const { member, group } = passbook;
  const told = readTransferTold(text, chat.today);
  if (told) {
    const left = [{ memberNo: member.memberNo, items: told.items }];
    return settleParts(chat, { groupId: group.id, settled: [], left, wantsQr, start: withFacts(start, told.facts) });
  }
  // A day that was said before the sums stays known.
  const known = withFacts(start, readTransferFacts(text, chat.today));
  const { details, coming, lately } = paymentDetailsInForce(group, chat.today);
  const without = wantsQr ? withoutQr(chat, passbook) : null;
  return {
    say: [askTransferSums(chat.reader, { group, member: memberName(member), details, coming, lately, without, again })],
    conversation: waitingForSums(passbook, { wantsQr, start: known }),
  };
}

const waitingForSums = (
  { member, group }: Passbook,
  known: { wantsQr: boolean; start: Start },
): NonNullable<Answer["conversation"]> => ({
  name: "transfer",
  step: "sums",
  data: { memberId: member.id, ...known, photo: photoOf(group.id, known.start) },
});

const sumsField = z.object({ memberId: z.string(), wantsQr: z.boolean(), start: startField });

/** "สัจจะ 200 ดอก 375 ต้น 1000", after the question for it; also "ของผม 100 ของแม่ 200", which names other passbooks; or the slip before them. */
export const transferSumsStep: ConversationStep = {
  name: "transfer.sums",
  dropped: cardDropped,
  async handle(chat, text) {
    const { memberId, wantsQr, start } = sumsField.parse((await chat.openConversation())?.data);
    const passbooks = await activePassbooks(chat);
    const shares = passbooks.length > 1 ? sharesIn(text, passbooks) : null;
    if (shares) return settleShares(chat, passbooks, { shares, wantsQr, start });
    // What is no word of a transfer is answered as it would be without the question, so that nobody is caught in it.
    if (!tellsOfTransfer(text, chat.today)) return null;
    return sumsOf(chat, await passbookOf(chat, memberId), text, { start, again: true, wantsQr });
  },
  async handlePhoto(chat, photo) {
    const { memberId, wantsQr, start } = sumsField.parse((await chat.openConversation())?.data);
    const passbook = await passbookOf(chat, memberId);
    const kept = await keepSlip(chat, photo, start);
    if (!kept) return mediaAnswer(chat, "image");
    const say = [slipKept(chat.reader, { member: memberName(passbook.member) })];
    return { say, conversation: waitingForSums(passbook, { wantsQr, start: kept }) };
  },
};

/** Keeps a slip that came before its sums; null where it was made ready for a question that is over. */
async function keepSlip(chat: Chat, photo: ReadyPhoto, start: Start): Promise<Start | null> {
  if (photo.aboutId !== start.draftId) return null;
  const own = chat.actor.own.find(({ group }) => group.id === photo.groupId);
  const by = { personId: chat.actor.personId, memberId: own?.member.id ?? null };
  await storePhoto(chat.tx, photo, { by, at: chat.now });
  return { ...start, photoId: photo.id, readReference: photo.slipReference };
}
