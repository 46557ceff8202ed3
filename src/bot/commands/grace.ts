import { z } from "zod";
import { passbookOfContract } from "../../app/loans/arrears/contract-passbook";
import { findGraceWish, wishForGrace, type GraceWish } from "../../app/loans/arrears/wish-for-grace";
import { getMyLoans, type MyLoan } from "../../app/loans/my-loans";
import { getSeenPassbooks } from "../../app/people/actor";
import { withWord } from "../../app/rules/money-words";
import { rulesInForce } from "../../app/rules/rules-in-force";
import { localDateOf } from "../../domain/dates";
import { isDueSoon } from "../../domain/loans/arrears";
import { callbackAsked } from "../../messages/callbacks";
import { graceAsked, graceNote, graceOffer } from "../../messages/grace";
import { askMyContract } from "../../messages/my-loans";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { talk } from "./tiles";

const ofContract = z.object({ contractId: z.string() });

/** ขอผ่อนผัน, ส่งแต่ดอกได้ไหม: her next instalment, its interest alone, and who decides; who owes nothing is led to people. */
const askForGrace = textCommand({
  name: "loan.grace",
  question: true,
  async handle(chat, said) {
    const loans = await getMyLoans(chat.tx, await getSeenPassbooks(chat.tx, chat.actor), chat.today);
    const [one, second] = loans;
    if (!one) return talk.handle(chat, said);
    if (!second) return offerOf(chat, one);
    const options = loans.slice(0, 12).map(({ contract: { id, contractNo, owed } }) => ({
      contractNo,
      owed,
      data: chat.newAction("loan.grace.show", { contractId: id }),
    }));
    return {
      say: [askMyContract(chat.reader, { options, none: chat.newAction("choice.none", { hint: "transfer" }) })],
    };
  },
});

/** One of several contracts. */
const showGraceOf = postbackCommand({
  name: "loan.grace.show",
  once: false,
  input: ofContract,
  handle: (chat, { contractId }) => offerAnew(chat, contractId),
});

async function offerAnew(chat: Chat, contractId: string): Promise<Answer> {
  const { passbook, contract } = await passbookOfContract(chat.tx, chat.actor, contractId);
  const loans = await getMyLoans(chat.tx, [passbook], chat.today);
  const loan = loans.find((one) => one.contract.id === contract.id);
  return loan ? offerOf(chat, loan) : talk.handle(chat, { text: "", rest: "" });
}

async function offerOf(chat: Chat, { group, member, contract, standing }: MyLoan): Promise<Answer> {
  const wish = chat.newAction("loan.grace.wish", { contractId: contract.id });
  const worded = withWord(group, await rulesInForce(chat.tx, group, chat.today));
  return { say: [graceOffer(chat.reader, { group: worded, member, contract, standing, wish })] };
}

/** [ขอผ่อนผัน]: her wish stands among those whom the loan committee calls, once; two officers decide with a resolution. */
const wish = postbackCommand({
  name: "loan.grace.wish",
  input: ofContract,
  async handle(chat, { contractId }, action) {
    const asked = await wishOf(chat, contractId);
    const told = await askedAlready(chat, asked);
    if (told) return told;
    const done = await wishForGrace(chat.tx, chat.actor, { id: action._id, wish: asked, now: chat.now });
    return { say: [callbackAsked(chat.reader, { ...done.result, death: false })], notices: done.notices };
  },
  // Once the committee has called, the same button leads to a new wish.
  async again(chat, { payload }) {
    const { contractId } = ofContract.parse(payload);
    return (await askedAlready(chat, await wishOf(chat, contractId))) ?? offerAnew(chat, contractId);
  },
});

async function wishOf(chat: Chat, contractId: string): Promise<GraceWish> {
  const { contract, passbook } = await passbookOfContract(chat.tx, chat.actor, contractId);
  // The committee's list is read in Thai.
  const note = graceNote({ ...chat.reader, language: "th" }, contract);
  return { contract, passbook, note };
}

async function askedAlready(chat: Chat, asked: GraceWish): Promise<Answer | null> {
  const at = await findGraceWish(chat.tx, asked);
  return at && { say: [graceAsked(chat.reader, { contractNo: asked.contract.contractNo, on: localDateOf(at) })] };
}

/** [ขอผ่อนผัน] of a phone's loans: of the only contract that asks for something soon, else the question which; null where none does. */
export function graceButton(chat: Chat, loans: readonly MyLoan[]): string | null {
  const soon = loans.filter(({ standing }) => standing !== null && isDueSoon(standing));
  const [one, second] = soon;
  if (!one) return null;
  return second
    ? chat.newAction("loan.grace.choose", {})
    : chat.newAction("loan.grace.wish", { contractId: one.contract.id });
}

/** [ขอผ่อนผัน] where several contracts ask for something. */
const chooseGrace = postbackCommand({
  name: "loan.grace.choose",
  once: false,
  input: z.object({}),
  handle: (chat) => askForGrace.handle(chat, { text: "", rest: "" }),
});

/** What members ask of time with their instalments. */
export const graceQuestions = [askForGrace];

/** The buttons of it, and of reminders. */
export const graceButtons = [showGraceOf, wish, chooseGrace];
