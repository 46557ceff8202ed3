import { DomainError } from "../domain/errors";
import { notRead } from "../messages/questions";
import type { Answer, Chat } from "./chat";
import type { ConversationStep, TextCommand } from "./command";
import { ownWords } from "./own-words";
import { stepOf } from "./steps";

/** LINE takes five messages. */
const mostMessages = 5;

/** The answer to a mere question with the open one below it: what is still waited for stands last, with its buttons. */
export async function withOpenQuestion(chat: Chat, answer: Answer, command: TextCommand): Promise<Answer> {
  if (!command.question || answer.conversation !== undefined || answer.say.length >= mostMessages) return answer;
  const step = stepOf(await chat.openConversation());
  const again = step?.again && (await questionOf(chat, step));
  return again ? { ...answer, say: [...answer.say, ...again.say.slice(-1)], ...conversationOf(again) } : answer;
}

/** Words that the open question cannot read: what was not understood, and the question again. Null: it is not one that is asked again. */
export async function askedAgain(chat: Chat, step: ConversationStep, text: string): Promise<Answer | null> {
  const again = step.again && (await questionOf(chat, step));
  if (!again) return null;
  return {
    say: [notRead(chat.reader, { text: ownWords(text, 60) }), ...again.say.slice(-1)],
    ...conversationOf(again),
  };
}

const conversationOf = ({ conversation }: Answer): Pick<Answer, "conversation"> =>
  conversation === undefined ? {} : { conversation };

/** The question once more; null where she may not go on with it any more: that is no reason to leave another one unanswered. */
async function questionOf(chat: Chat, step: ConversationStep): Promise<Answer | null> {
  try {
    return (await step.again?.(chat)) ?? null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
