import { z } from "zod";
import { getSeenPassbooks } from "../../app/people/actor";
import { cardDropped } from "../../messages/questions";
import type { Chat } from "../chat";
import type { ConversationStep } from "../command";
import { passbookSaid } from "../passbook-said";

/** The buttons of the question, a passbook each. */
const choicesField = z.object({ choices: z.array(z.object({ memberId: z.string(), data: z.string() })) });

/** The button of "whose passbook?" that typed words name: a number, a name, "ของฉัน". */
export async function choiceSaid(chat: Chat, text: string): Promise<string | null> {
  const { choices } = choicesField.parse((await chat.openConversation())?.data);
  const offered = (await getSeenPassbooks(chat.tx, chat.actor)).filter(({ member }) =>
    choices.some(({ memberId }) => memberId === member.id),
  );
  const said = passbookSaid(text, offered);
  return choices.find(({ memberId }) => memberId === said?.member.id)?.data ?? null;
}

/** "ดูสมุดของใคร", answered in words. */
export const choosePassbookStep: ConversationStep = {
  name: "passbook.choice",
  dropped: cardDropped,
  presses: choiceSaid,
  handle: () => Promise.resolve(null),
};
