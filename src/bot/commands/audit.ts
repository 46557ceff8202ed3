import { z } from "zod";
import { auditBooks } from "../../app/reports/audit-books";
import { listLooks } from "../../app/reports/list-looks";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { auditCard, looksList } from "../../messages/audit";
import { readClosingCode } from "../../understanding/closing-code";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

/** ตรวจบัญชี: every entry from the first, and every closing that this reader was told; ตรวจบัญชี 7KQ2M9XA: a code of her audit book as well. */
export const checkBooksWord = textCommand({
  name: "books.audit",
  question: true,
  handle(chat, { rest }) {
    const code = readClosingCode(rest);
    return forReader(chat, "books.audit.of", { code }, (group) => auditAnswer(chat, group, code));
  },
});

/** The chosen group of a reader of several. */
export const checkBooksOf = postbackCommand({
  name: "books.audit.of",
  once: false,
  input: z.object({ groupId: z.string(), code: z.string().nullable() }),
  handle: (chat, { groupId, code }) => auditAnswer(chat, officerGroup(chat, groupId), code),
});

async function auditAnswer(chat: Chat, group: Group, code: string | null): Promise<Answer> {
  return { say: [auditCard(chat.reader, await auditBooks(chat.tx, chat.actor, { group, code, now: chat.now }))] };
}

/** ใครดูรูป: who looked at photos and at papers that name members. */
export const showLooks = textCommand({
  name: "books.looks",
  question: true,
  handle: (chat) => forReader(chat, "books.looks.of", {}, (group) => looksAnswer(chat, group)),
});

/** The chosen group of a reader of several. */
export const showLooksOf = postbackCommand({
  name: "books.looks.of",
  once: false,
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => looksAnswer(chat, officerGroup(chat, groupId)),
});

async function looksAnswer(chat: Chat, group: Group): Promise<Answer> {
  const looks = await listLooks(chat.tx, chat.actor, { group, now: chat.now });
  return { say: [looksList(chat.reader, { group, looks })] };
}

async function forReader(
  chat: Chat,
  next: string,
  known: Record<string, unknown>,
  handle: (group: Group) => Promise<Answer>,
): Promise<Answer> {
  const groups = requireGroups(chat.actor, "read-books");
  const [one, second] = groups;
  return second ? askGroup(chat, groups, next, known) : handle(one);
}
