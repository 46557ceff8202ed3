import { z } from "zod";
import { findHandOversOf, previewSignature, signHandOver, type Counted } from "../../app/officers/hand-over";
import { DomainError } from "../../domain/errors";
import type { GroupId } from "../../domain/ids";
import { askHandOverLine, handOverState, signatureConfirmation } from "../../messages/hand-over";
import { readHandOverLine } from "../../understanding/hand-over-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { ownWords } from "../own-words";
import { askGroup } from "../pick";
import { satangField } from "./deposit-questions";

/** Longer reasons say nothing more. */
const maxReason = 100;

const countedField = z.object({ cash: satangField, bank: satangField, insteadBecause: z.string().nullable() });

/** ส่งมอบ เงินสด 12500 ธนาคาร 320000: who leaves a treasurer's office, who takes it and who audits each say what they counted. */
export const askHandOver = textCommand({
  name: "officers.hand-over",
  isOwnLine: (text) => readHandOverLine(text) !== null,
  async handle(chat, { text }) {
    const found = await findHandOversOf(chat.tx, chat.actor);
    const [one, second] = found;
    if (!one) throw new DomainError("hand-over.none", { groupName: chat.actor.own[0]?.group.name.th ?? "" });
    if (!countedIn(text)) return lineAgain(chat);
    const groups = found.map(({ group }) => group);
    return second
      ? askGroup(chat, groups, "officers.hand-over.group", { text })
      : signatureIn(chat, one.group.id, text);
  },
});

/** The chosen group of who signs in several. */
export const askHandOverIn = postbackCommand({
  name: "officers.hand-over.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => signatureIn(chat, groupId as GroupId, text),
});

const lineAgain = (chat: Chat): Answer => ({ say: [askHandOverLine(chat.reader)] });

/** Both sums, and the reason where she signs for another; null where one of them is not certain. */
function countedIn(text: string): Counted | null {
  const line = readHandOverLine(text);
  if (!line || line.cash === null || line.bank === null || line.insteadBecause === "") return null;
  const { cash, bank, insteadBecause } = line;
  return { cash, bank, insteadBecause: insteadBecause === null ? null : ownWords(insteadBecause, maxReason) };
}

async function signatureIn(chat: Chat, groupId: GroupId, text: string): Promise<Answer> {
  const counted = countedIn(text);
  if (!counted) return lineAgain(chat);
  const plan = await previewSignature(chat.tx, chat.actor, { groupId, counted, now: chat.now });
  const confirm = chat.newAction(
    "officers.hand-over.confirm",
    { groupId, handOverId: plan.handOverId, counted },
    { subject: `hand-over:${chat.actor.personId}:${groupId}`, groupId },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [signatureConfirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** [ยืนยันยอดที่นับได้]: her signature; with the third that agrees, the rights pass. */
export const confirmHandOver = postbackCommand({
  name: "officers.hand-over.confirm",
  input: z.object({ groupId: z.string(), handOverId: z.string(), counted: countedField }),
  async handle(chat, { groupId, handOverId, counted }) {
    const input = { groupId: groupId as GroupId, handOverId, counted, now: chat.now };
    const { result, notices } = await signHandOver(chat.tx, chat.actor, input);
    return { say: [handOverState(chat.reader, result)], notices };
  },
});
