import { z } from "zod";
import { keepBankPage } from "../../app/closing/bank-page";
import { listCounters, startCount } from "../../app/closing/counters";
import { countButtons, type CountView } from "../../app/closing/count-view";
import { findCountTurn } from "../../app/closing/own-counts";
import { agreeAbsent, sayCount, showCount, skipBank } from "../../app/closing/say-count";
import { acceptDifference, recount } from "../../app/closing/settle-difference";
import { countedThings, type CountedThing } from "../../domain/closing/day-count";
import type { ReadyPhoto } from "../../app/photos/store-photo";
import { satang, type Satang } from "../../domain/money";
import { localDate, type LocalDate } from "../../domain/dates";
import type { Done } from "../../domain/notice";
import { countStep } from "../../messages/closing";
import { askCount, askCountAgain, askOfTurn, chooseCounter } from "../../messages/closing-texts";
import { cardDropped } from "../../messages/questions";
import { isSumAlone, readSum } from "../../understanding/counted-sum";
import { dataOf } from "../button-data";
import type { Answer, Chat } from "../chat";
import { postbackCommand, type ConversationStep } from "../command";
import { closingCard, officerGroup } from "./day";
import { satangField } from "./deposit-questions";

/** Of which group and day a button is. */
export const dayField = z.object({ groupId: z.string(), dayId: z.string() });
const sheetField = dayField.extend({ sheetOn: z.string().transform(localDate).optional() });
const differenceField = z.int().transform((amount) => satang(amount));
const whatField = z.enum(countedThings);
const roundField = dayField.extend({ what: whatField, round: z.int() });
/** Of which group and day. */
export type OfDay = z.output<typeof dayField>;
type OfRound = z.output<typeof roundField>;

/** The day of a button as use cases take it. */
export const refOf = (chat: Chat, { groupId, dayId }: OfDay) => ({
  group: officerGroup(chat, groupId),
  dayId,
  now: chat.now,
});

/** [นับเงินก่อนปิด]: who of the two counts already goes on where the counting stands; else the first chooses the second. */
export const beginCounting = postbackCommand({
  name: "closing.count",
  once: false,
  input: dayField.extend({ goesOn: z.boolean() }),
  async handle(chat, input) {
    return input.goesOn ? shown(chat, await showCount(chat.tx, chat.actor, refOf(chat, input))) : counters(chat, input);
  },
});

/** [เลือกคนนับคนอื่น]. */
export const askCounter = postbackCommand({
  name: "closing.counters",
  once: false,
  input: sheetField,
  handle: (chat, input) => counters(chat, input),
});

/** Asks who counts with the first; `sheetOn`: on the day of that paper. */
export async function counters(chat: Chat, day: OfDay & { sheetOn?: LocalDate | undefined }): Promise<Answer> {
  const choice = await listCounters(chat.tx, chat.actor, refOf(chat, day));
  const sheet = day.sheetOn === undefined ? {} : { sheetOn: day.sheetOn };
  const options = choice.options.map((option) => ({
    ...option,
    data: chat.newAction("closing.start", {
      ...idsOf(day),
      secondNo: option.member.memberNo,
      round: choice.round,
      ...sheet,
    }),
  }));
  return { say: [chooseCounter(chat.reader, { options, ...sheet })] };
}

/** The day of a button alone. */
export const idsOf = ({ groupId, dayId }: OfDay): OfDay => ({ groupId, dayId });

/** The chosen second counter: she is asked at once, and the first types her own sum. */
export const startCounting = postbackCommand({
  name: "closing.start",
  input: sheetField.extend({ secondNo: z.string(), round: z.int() }),
  async handle(chat, { sheetOn, ...input }) {
    const asked = { ...refOf(chat, input), ...input, ...(sheetOn ? { sheetOn } : {}) };
    const { result, notices } = await startCount(chat.tx, chat.actor, asked);
    return { ...shown(chat, result), notices };
  },
});

/** [พิมพ์ยอดที่นับ]: the next text is the sum. */
export const askSum = postbackCommand({
  name: "closing.say",
  once: false,
  input: roundField.extend({ sheet: z.boolean().default(false) }),
  handle: (chat, input) => Promise.resolve({ say: [askCount(chat.reader, input)], conversation: sumStepOf(input) }),
});

const sumStepOf = ({ groupId, dayId, what, round }: OfRound) => ({
  name: "closing",
  step: "sum",
  data: {
    ...{ groupId, dayId, what, round },
    // Beside the balance, the bank passbook's last page is waited for.
    ...(what === "bank" ? { photo: { groupId, purpose: "bank-passbook", aboutId: dayId } } : {}),
  },
});

/** What she counted, in her own words; a sum that is not certain is asked for. */
export const countedSumStep: ConversationStep = {
  name: "closing.sum",
  takesDigits: true,
  dropped: cardDropped,
  async handle(chat, text) {
    const asked = roundField.parse((await chat.openConversation())?.data);
    const sum = readSum(text);
    const other = typeof sum === "number" ? await otherTurn(chat, asked, sum) : null;
    return other ?? takeSum(chat, asked, sum);
  },
  async handlePhoto(chat, photo) {
    const asked = roundField.parse((await chat.openConversation())?.data);
    return answerOf(chat, await keepBankPage(chat.tx, chat.actor, { ...refOf(chat, asked), photo }));
  },
};

/** The picture of the bank passbook, sent by a counter whose counting waits for one, before she pressed a button. */
export async function sentBankPage(chat: Chat, photo: ReadyPhoto): Promise<Answer> {
  const { groupId, aboutId: dayId } = photo;
  return answerOf(chat, await keepBankPage(chat.tx, chat.actor, { ...refOf(chat, { groupId, dayId }), photo }));
}

/** The sum that was read for a round, or a question which of several was meant. */
function takeSum(chat: Chat, { groupId, dayId, what, round }: OfRound, sum: Satang | Satang[]): Promise<Answer> {
  const asked = { groupId, dayId, what, round };
  if (typeof sum === "number") return said(chat, asked, sum);
  const candidates = sum.map((amount) => ({ amount, data: chat.newAction("closing.sum", { ...asked, amount }) }));
  return Promise.resolve({
    say: [askCountAgain(chat.reader, { candidates, none: chat.newAction("closing.say", asked) })],
    conversation: sumStepOf(asked),
  });
}

/** She was asked for another round than the one that waits for her now: which she means is hers to say. Null where it is this one, none waits, or money moved, which is told to her first. */
async function otherTurn(chat: Chat, asked: OfRound, amount: Satang): Promise<Answer | null> {
  const turn = await findCountTurn(chat.tx, chat.actor);
  if (!turn || turn.moved || (turn.dayId === asked.dayId && turn.what === asked.what && turn.round === asked.round))
    return null;
  const { box, moved: _, ...round } = turn;
  const yes = chat.newAction("closing.sum", { ...round, amount });
  const view = { what: turn.what, box, amount, yes, none: chat.newAction("closing.say", round) };
  return { say: [askOfTurn(chat.reader, view)], conversation: sumStepOf(round) };
}

/** A sum alone, in figures or in words, typed by a counter whose turn it is before she pressed the button that asks for it; null: the text is no such sum. */
export async function typedCount(chat: Chat, text: string): Promise<Answer | null> {
  if (chat.actor.offices.length === 0 || !isSumAlone(text)) return null;
  const turn = await findCountTurn(chat.tx, chat.actor);
  return turn && takeSum(chat, turn, readSum(text));
}

/** The sum that was meant, of several that could be read. */
export const chooseSum = postbackCommand({
  name: "closing.sum",
  input: roundField.extend({ amount: satangField }),
  handle: (chat, input) => said(chat, input, input.amount),
});

async function said(chat: Chat, round: OfRound, amount: Satang): Promise<Answer> {
  const input = { ...refOf(chat, round), what: round.what, round: round.round, amount };
  return answerOf(chat, await sayCount(chat.tx, chat.actor, input));
}

/** [สมุดไม่อยู่]. */
export const bankBookAbsent = postbackCommand({
  name: "closing.absent",
  input: dayField.extend({ round: z.int() }),
  async handle(chat, input) {
    return answerOf(chat, await skipBank(chat.tx, chat.actor, { ...refOf(chat, input), round: input.round }));
  },
});

/** [สมุดไม่อยู่จริง]: the other one says so too. */
export const bankBookAbsentToo = postbackCommand({
  name: "closing.absent.too",
  input: dayField.extend({ round: z.int() }),
  async handle(chat, input) {
    return answerOf(chat, await agreeAbsent(chat.tx, chat.actor, { ...refOf(chat, input), round: input.round }));
  },
});

/** [ยอมรับส่วนต่าง]. */
export const acceptCount = postbackCommand({
  name: "closing.accept",
  input: roundField.extend({ difference: differenceField }),
  async handle(chat, input) {
    return answerOf(chat, await acceptDifference(chat.tx, chat.actor, { ...input, ...refOf(chat, input) }));
  },
});

/** [นับใหม่]. */
export const countOnceMore = postbackCommand({
  name: "closing.again",
  input: roundField,
  async handle(chat, input) {
    return answerOf(chat, await recount(chat.tx, chat.actor, { ...input, ...refOf(chat, input) }));
  },
});

async function answerOf(chat: Chat, { result, notices }: Done<CountView>): Promise<Answer> {
  return { ...(await goOn(chat, result)), notices };
}

/** Where everything is counted, the first sees the card that closes the day; else the step that is next. */
export async function goOn(chat: Chat, view: CountView): Promise<Answer> {
  if (view.stage.kind === "ready" && view.isFirst)
    return { ...(await closingCard(chat, view.group)), conversation: null };
  return shown(chat, view);
}

/** A step with its buttons; where a sum is asked of her, the next text is it. */
export function shown(chat: Chat, view: CountView): Answer {
  const card = countStep(chat.reader, { ...view, ...dataOf(chat, countButtons(view)) });
  const { stage } = view;
  const conversation =
    stage.kind === "count"
      ? sumStepOf({ groupId: view.group.id, dayId: view.day.id, what: stage.what as CountedThing, round: stage.round })
      : null;
  return { say: [card], conversation };
}
