import { z } from "zod";
import { answerCase, examineCase, listCases, settleCase, showOwnCase } from "../../app/cases/answer-case";
import type { CaseView } from "../../app/cases/case-view";
import {
  askCaseAnswer as askAnswerText,
  caseAnswered,
  caseList,
  caseOpened,
  casesAtOnce,
  caseStatus,
} from "../../messages/cases";
import { cardDropped } from "../../messages/questions";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";

const caseField = z.object({ caseId: z.string() });

/** [ตอบ], [ตรวจแล้ว]: asks for the answer in words. */
export const askCaseAnswer = postbackCommand({
  name: "case.answer",
  once: false,
  input: caseField,
  async handle(chat, { caseId }) {
    const view = await examineCase(chat.tx, chat.actor, caseId, chat.now);
    if (view.state === "closed") return { say: [caseStatus(chat.reader, view)] };
    return {
      say: [askAnswerText(chat.reader, view)],
      conversation: { name: "case", step: "answer", data: { caseId } },
    };
  },
});

/** Longer ones would make the card that tells it more than one screen high. */
const maxAnswer = 300;

/** The answer: who told the case reads it. */
export const caseAnswerStep: ConversationStep = {
  name: "case.answer",
  dropped: cardDropped,
  async handle(chat, text) {
    const { caseId } = caseField.parse((await chat.openConversation())?.data);
    const answer = { caseId, text: text.trim().slice(0, maxAnswer), now: chat.now };
    const { result, notices } = await answerCase(chat.tx, chat.actor, answer);
    return { say: [caseStatus(chat.reader, result)], notices, conversation: null };
  },
};

const outcomeButton = (name: "case.close" | "case.wrong", outcome: "close" | "wrong") =>
  postbackCommand({
    name,
    once: false,
    input: z.object({ caseId: z.string(), answers: z.int() }),
    async handle(chat, { caseId, answers }) {
      const settled = { caseId, answers, outcome, now: chat.now };
      const { result, notices } = await settleCase(chat.tx, chat.actor, settled);
      return { say: [caseStatus(chat.reader, result)], notices };
    },
  });

/** [เรียบร้อยแล้ว]: her case is closed. */
export const closeCase = outcomeButton("case.close", "close");

/** [ยังไม่ตรง]: it waits anew. */
export const wrongCase = outcomeButton("case.wrong", "wrong");

/** เรื่องที่แจ้ง: what waits for this person's answer; else her own cases, with where each stands. */
export const showCases = textCommand({
  name: "case.list",
  question: true,
  async handle(chat) {
    const all = await listCases(chat.tx, chat.actor);
    const lines = all.slice(0, casesAtOnce).map((one) => ({
      ...one,
      data: chat.newAction("case.show", { caseId: one.caseId, isToAnswer: one.isToAnswer }),
    }));
    const whose = all.some(({ isToAnswer }) => isToAnswer) ? "checker" : "own";
    return { say: [caseList(chat.reader, { whose, lines, total: all.length })] };
  },
});

/** One of them, with its buttons. */
export const showCase = postbackCommand({
  name: "case.show",
  once: false,
  input: caseField.extend({ isToAnswer: z.boolean() }),
  async handle(chat, { caseId, isToAnswer }) {
    if (!isToAnswer) return ownCard(chat, await showOwnCase(chat.tx, chat.actor, caseId));
    const view = await examineCase(chat.tx, chat.actor, caseId, chat.now);
    if (view.state !== "checking") return { say: [caseStatus(chat.reader, view)] };
    return { say: [caseOpened(chat.reader, { ...view, reply: chat.newAction("case.answer", { caseId }) })] };
  },
});

function ownCard(chat: Chat, view: CaseView): Answer {
  if (view.state !== "answered") return { say: [caseStatus(chat.reader, view)] };
  const payload = { caseId: view.caseId, answers: view.answers };
  const buttons = { close: chat.newAction("case.close", payload), wrong: chat.newAction("case.wrong", payload) };
  return { say: [caseAnswered(chat.reader, { ...view, ...buttons })] };
}
