import { z } from "zod";
import { findTakenOver, hearersOfTakenOver, tellTakenOver } from "../../app/cases/tell-taken-over";
import { memberName } from "../../domain/people";
import { confirmTakenOver, takenOverSent } from "../../messages/case-tips";
import { postbackCommand, textCommand } from "../command";
import { ownWords } from "../own-words";
import { maxWords } from "./cases";
import { complaintContacts } from "./tiles";

/** มีคนเปิดสมุดฉัน: what the phone says that opened a passbook until another one took it over. Who lost none complains as everybody does. */
export const tellTakenOverWord = textCommand({
  name: "case.taken-over",
  access: "anyone",
  async handle(chat, { text }) {
    const taken = await findTakenOver(chat.tx, chat.actor);
    if (!taken) return complaintContacts(chat);
    const words = ownWords(text, maxWords);
    const { members, isEscalated } = await hearersOfTakenOver(chat.tx, taken);
    const subject = `case.taken-over:${chat.actor.personId}`;
    const send = chat.newAction("case.taken-over.send", { words }, { subject, groupId: taken.group.id });
    const view = {
      member: memberName(taken.member),
      words,
      hearers: members.map(({ name }) => name),
      isEscalated,
      send,
      drop: chat.newAction("drop", { of: send }),
    };
    return { say: [confirmTakenOver(chat.reader, view)] };
  },
});

/** [ส่งเรื่องนี้]: the auditors hear of it, once. */
export const sendTakenOver = postbackCommand({
  name: "case.taken-over.send",
  access: "anyone",
  input: z.object({ words: z.string() }),
  async handle(chat, { words }, action) {
    const { result, notices } = await tellTakenOver(chat.tx, chat.actor, { id: action._id, words, now: chat.now });
    return { say: [takenOverSent(chat.reader, result)], notices };
  },
});
