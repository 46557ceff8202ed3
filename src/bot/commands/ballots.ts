import { z } from "zod";
import { answerCommittee, askAsker, readQuestion } from "../../app/approvals/ballots/ask-asker";
import { voteButtons } from "../../app/approvals/ballots/ask-voters";
import { matterOf } from "../../app/approvals/ballots/matter";
import { readVote, takeNoPart, vote } from "../../app/approvals/ballots/vote";
import { matters } from "../../app/matters";
import {
  askAgainst,
  askBallotWords,
  ballotFacts,
  ballotOthers,
  ballotRequest,
  ballotStanding,
  ballotWordsSent,
} from "../../messages/ballots";
import { cardDropped } from "../../messages/questions";
import type { VoteView } from "../../messages/vote-faces";
import { newActionId } from "../../storage/actions";
import { dataOf } from "../button-data";
import type { Answer, Chat } from "../chat";
import { postbackCommand, type ConversationStep, type PostbackCommand } from "../command";
import { ownWords } from "../own-words";

const ballotInput = z.object({ ballotId: z.string() });
const questionInput = ballotInput.extend({ questionId: z.string() });

/** Longer words would make the cards that repeat them more than one screen high. */
const maxWords = 100;

/** The buttons of a vote's card. */
function buttonsOf(chat: Chat, { kind, ballotId }: Pick<VoteView, "kind" | "ballotId">) {
  const { inFavour, against, other, ...more } = voteButtons(matterOf(matters, kind), { id: ballotId });
  return {
    ...dataOf(chat, more),
    inFavour: chat.newAction(inFavour.name, inFavour.payload),
    against: chat.newAction(against.name, against.payload),
    other: chat.newAction(other.name, other.payload),
  };
}

const standing = (chat: Chat, view: VoteView): Answer["say"] => [
  ballotStanding(chat.reader, { ...view, ...(view.state === "open" ? buttonsOf(chat, view) : {}) }),
];

/** One of the votes that wait for her, with its buttons. */
export const showBallot = postbackCommand({
  name: "ballot.show",
  once: false,
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const view = await readVote(chat.tx, chat.actor, matters, ballotId);
    if (view.state !== "open" || view.own) return { say: standing(chat, view) };
    return {
      say: [ballotFacts(chat.reader, view), ballotRequest(chat.reader, { ...view, ...buttonsOf(chat, view) })],
    };
  },
});

/** [เห็นชอบ]. */
export const voteFor = postbackCommand({
  name: "ballot.for",
  once: false,
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const word = { ballotId, choice: "for" as const, reason: null, now: chat.now };
    const { result, notices } = await vote(chat.tx, chat.actor, matters, word);
    return { say: standing(chat, result), notices };
  },
});

/** [ไม่เห็นชอบ]: asks why; the word counts with its reason. */
export const voteAgainst = postbackCommand({
  name: "ballot.against",
  once: false,
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const view = await readVote(chat.tx, chat.actor, matters, ballotId);
    if (view.state !== "open") return { say: standing(chat, view) };
    return {
      say: [askAgainst(chat.reader, view)],
      conversation: { name: "ballot", step: "reason", data: { ballotId } },
    };
  },
});

/** Any words are a reason. */
export const ballotReasonStep: ConversationStep = {
  name: "ballot.reason",
  dropped: cardDropped,
  async handle(chat, text) {
    const { ballotId } = ballotInput.parse((await chat.openConversation())?.data);
    const word = { ballotId, choice: "against" as const, reason: ownWords(text, maxWords), now: chat.now };
    const { result, notices } = await vote(chat.tx, chat.actor, matters, word);
    return { say: standing(chat, result), notices, conversation: null };
  },
};

/** [อื่น ๆ]. */
export const otherThanVote = postbackCommand({
  name: "ballot.other",
  once: false,
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const view = await readVote(chat.tx, chat.actor, matters, ballotId);
    if (view.state !== "open") return { say: standing(chat, view) };
    const ask = chat.newAction("ballot.ask", { ballotId });
    const conflict = chat.newAction("ballot.conflict", { ballotId });
    return { say: [ballotOthers(chat.reader, { ...buttonsOf(chat, view), ...view, ask, conflict })] };
  },
});

/** [ฉันมีส่วนได้เสีย]: her seat and her word are gone. */
export const declareBallotConflict = postbackCommand({
  name: "ballot.conflict",
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const { result, notices } = await takeNoPart(chat.tx, chat.actor, matters, { ballotId, now: chat.now });
    return { say: [ballotStanding(chat.reader, result)], notices };
  },
});

/** [ถามผู้กู้], or whoever put it: asks what. */
export const askAboutBallot = postbackCommand({
  name: "ballot.ask",
  once: false,
  input: ballotInput,
  async handle(chat, { ballotId }) {
    const view = await readVote(chat.tx, chat.actor, matters, ballotId);
    if (view.state !== "open") return { say: standing(chat, view) };
    return {
      say: [askBallotWords(chat.reader, { ...view, question: null })],
      conversation: { name: "ballot", step: "ask", data: { ballotId, questionId: newActionId() } },
    };
  },
});

/** Any words are a question. */
export const ballotAskStep: ConversationStep = {
  name: "ballot.ask",
  dropped: cardDropped,
  async handle(chat, text) {
    const asked = questionInput.parse((await chat.openConversation())?.data);
    const question = { ...asked, text: ownWords(text, maxWords), now: chat.now };
    const { result, notices } = await askAsker(chat.tx, chat.actor, matters, question);
    return { say: [ballotWordsSent(chat.reader, { ...result, to: "asker" })], notices, conversation: null };
  },
};

/** [ตอบกรรมการ]: asks for the answer. */
export const answerBallot = postbackCommand({
  name: "ballot.answer",
  once: false,
  input: questionInput,
  async handle(chat, input) {
    const view = await readQuestion(chat.tx, chat.actor, matters, input);
    return {
      say: [askBallotWords(chat.reader, view)],
      conversation: { name: "ballot", step: "answer", data: input },
    };
  },
});

/** Any words are an answer. */
export const ballotAnswerStep: ConversationStep = {
  name: "ballot.answer",
  dropped: cardDropped,
  async handle(chat, text) {
    const asked = questionInput.parse((await chat.openConversation())?.data);
    const answer = { ...asked, answer: ownWords(text, maxWords), now: chat.now };
    const { result, notices } = await answerCommittee(chat.tx, chat.actor, matters, answer);
    return { say: [ballotWordsSent(chat.reader, { ...result, to: "committee" })], notices, conversation: null };
  },
};

/** The buttons of votes. */
export const ballotButtons: readonly PostbackCommand[] = [
  showBallot,
  voteFor,
  voteAgainst,
  otherThanVote,
  declareBallotConflict,
  askAboutBallot,
  answerBallot,
];
