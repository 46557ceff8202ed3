import { z } from "zod";
import { answerCase, examineCase, readCase, settleCase, showOwnCase } from "../../app/cases/answer-case";
import { listCases } from "../../app/cases/list-cases";
import type { CaseView } from "../../app/cases/case-view";
import {
  askCaseAnswer as askAnswerText,
  askStillWrong,
  caseAnswered,
  caseOpened,
  caseStatus,
  confirmAnswer,
} from "../../messages/cases";
import { caseList, casesAtOnce } from "../../messages/case-list";
import { caseTexts, textsOnPage } from "../../messages/case-texts";
import { cardDropped } from "../../messages/questions";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { maxWords, readable } from "./cases";

const caseField = z.object({ caseId: z.string() });

/** [ตอบ], [ตรวจแล้ว]: asks for the answer in words. */
export const askCaseAnswer = postbackCommand({
  name: "case.answer",
  once: false,
  input: caseField,
  async handle(chat, { caseId }) {
    const view = await examineCase(chat.tx, chat.actor, caseId, chat.now);
    if (view.state === "closed") return { say: [caseStatus(chat.reader, readable(chat, view))] };
    return {
      say: [askAnswerText(chat.reader, view)],
      conversation: { name: "case", step: "answer", data: { caseId } },
    };
  },
});

/** The answer once more, before who told the case reads it. */
export const caseAnswerStep: ConversationStep = {
  name: "case.answer",
  dropped: cardDropped,
  async handle(chat, text) {
    const { caseId } = caseField.parse((await chat.openConversation())?.data);
    const view = await examineCase(chat.tx, chat.actor, caseId, chat.now);
    const answer = ownWords(text, maxWords);
    const send = chat.newAction("case.answer.send", { caseId, text: answer }, { subject: `case.answer:${caseId}` });
    const drop = chat.newAction("drop", { of: send });
    return { say: [confirmAnswer(chat.reader, { ...view, text: answer, send, drop })], conversation: null };
  },
};

/** [ส่งคำตอบ]: who told the case reads it. */
export const sendAnswer = postbackCommand({
  name: "case.answer.send",
  input: caseField.extend({ text: z.string() }),
  async handle(chat, { caseId, text }) {
    const { result, notices } = await answerCase(chat.tx, chat.actor, { caseId, text, now: chat.now });
    return { say: [caseStatus(chat.reader, readable(chat, result))], notices };
  },
});

const outcomeField = z.object({ caseId: z.string(), answers: z.int() });

/** [เรียบร้อยแล้ว]: her case is closed. */
export const closeCase = postbackCommand({
  name: "case.close",
  once: false,
  input: outcomeField,
  async handle(chat, { caseId, answers }) {
    const settled = { caseId, answers, outcome: "close" as const, now: chat.now };
    const { result, notices } = await settleCase(chat.tx, chat.actor, settled);
    return { say: [caseStatus(chat.reader, readable(chat, result))], notices };
  },
});

/** [ยังไม่ตรง]: what is still wrong is asked for; a case that moved on meanwhile is shown as it stands. */
export const wrongCase = postbackCommand({
  name: "case.wrong",
  once: false,
  input: outcomeField,
  async handle(chat, { caseId, answers }) {
    const view = await showOwnCase(chat.tx, chat.actor, caseId);
    if (view.state !== "answered" || view.answers !== answers)
      return { say: [caseStatus(chat.reader, readable(chat, view))] };
    return {
      say: [askStillWrong(chat.reader)],
      conversation: { name: "case", step: "wrong", data: { caseId, answers } },
    };
  },
});

/** What is still wrong, in her words: it waits anew, and those who check read them. */
export const caseWrongStep: ConversationStep = {
  name: "case.wrong",
  dropped: cardDropped,
  async handle(chat, text) {
    const { caseId, answers } = outcomeField.parse((await chat.openConversation())?.data);
    const settled = {
      caseId,
      answers,
      outcome: "wrong" as const,
      words: ownWords(text, maxWords),
      now: chat.now,
    };
    const { result, notices } = await settleCase(chat.tx, chat.actor, settled);
    return { say: [caseStatus(chat.reader, readable(chat, result))], notices, conversation: null };
  },
};

/** เรื่องที่แจ้ง: what waits for this person's answer; else her own cases, with where each stands. */
export const showCases = textCommand({
  name: "case.list",
  question: true,
  handle: (chat) => casesFrom(chat, 0),
});

/** The next ones. */
export const showMoreCases = postbackCommand({
  name: "case.list.more",
  once: false,
  input: z.object({ from: z.int() }),
  handle: (chat, { from }) => casesFrom(chat, from),
});

async function casesFrom(chat: Chat, from: number): Promise<Answer> {
  const all = await listCases(chat.tx, chat.actor);
  const lines = all.slice(from, from + casesAtOnce).map((one) => ({
    ...one,
    data: chat.newAction("case.show", { caseId: one.caseId, isToAnswer: one.isToAnswer }),
  }));
  const next = from + lines.length;
  const more = next < all.length ? chat.newAction("case.list.more", { from: next }) : null;
  const whose = all.some(({ isToAnswer }) => isToAnswer) ? "checker" : "own";
  return { say: [caseList(chat.reader, { whose, lines, total: all.length, more })] };
}

/** One of them, with its buttons. */
export const showCase = postbackCommand({
  name: "case.show",
  once: false,
  input: caseField.extend({ isToAnswer: z.boolean() }),
  async handle(chat, { caseId, isToAnswer }) {
    if (!isToAnswer) return ownCard(chat, await showOwnCase(chat.tx, chat.actor, caseId));
    const view = await examineCase(chat.tx, chat.actor, caseId, chat.now);
    if (view.state !== "checking") return { say: [caseStatus(chat.reader, readable(chat, view))] };
    const reply = chat.newAction("case.answer", { caseId });
    return { say: [caseOpened(chat.reader, { ...readable(chat, view), reply })] };
  },
});

function ownCard(chat: Chat, view: CaseView): Answer {
  if (view.state !== "answered") return { say: [caseStatus(chat.reader, readable(chat, view))] };
  const payload = { caseId: view.caseId, answers: view.answers };
  const buttons = { close: chat.newAction("case.close", payload), wrong: chat.newAction("case.wrong", payload) };
  return { say: [caseAnswered(chat.reader, { ...readable(chat, view), ...buttons })] };
}

/** [อ่านทั้งหมด]: every text of both sides in order, for who told it and for who may answer it. */
export const showCaseTexts = postbackCommand({
  name: "case.read",
  once: false,
  input: caseField.extend({ from: z.int() }),
  async handle(chat, { caseId, from }) {
    const { texts } = await readCase(chat.tx, chat.actor, caseId, chat.now);
    const page = textsOnPage(chat.reader, texts.slice(from));
    const next = from + page.length;
    const more = next < texts.length ? chat.newAction("case.read", { caseId, from: next }) : null;
    return { say: [caseTexts(chat.reader, { texts: page, from, total: texts.length, more })] };
  },
});
