import { z } from "zod";
import { clauseNamed, showRules, type ShownRules } from "../../app/rules/show-rules";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { ruleKeys } from "../../domain/rules/rule-values";
import { clauseCards, clauseList, clausesOnCard } from "../../messages/rules";
import { readAskedClause } from "../../understanding/rule-clause";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, groupsOf, ownGroup } from "../pick";

/** ระเบียบ, ระเบียบข้อ 5, ค่าปรับเท่าไร: the rules in force of the person's group, all or the clause that is meant. */
export const showRulesWord = textCommand({
  name: "rules.show",
  question: true,
  async handle(chat, { text }) {
    const asked = readAskedClause(text);
    const all = groupsOf(chat);
    const digital = all.filter(({ mode }) => mode === "digital");
    const groups = digital.length > 0 ? digital : all;
    const [one, second] = groups;
    if (!one) throw new DomainError("card.foreign", {});
    return second ? askGroup(chat, groups, "rules.of", { asked }) : rulesOf(chat, one, asked);
  },
});

const askedClause = z.union([
  z.object({ no: z.string() }),
  z.object({ key: z.enum(ruleKeys) }),
  z.object({ since: z.enum(ruleKeys) }),
  z.null(),
]);

/** The group whose rules are meant, of who is in several. */
export const showRulesOf = postbackCommand({
  name: "rules.of",
  once: false,
  input: z.object({ groupId: z.string(), asked: askedClause }),
  handle: (chat, { groupId, asked }) => rulesOf(chat, ownGroup(chat, groupId), asked),
});

/** [ดูอีก 4 ข้อ] of rules with more clauses than a card has room for. */
export const showMoreClauses = postbackCommand({
  name: "rules.more",
  once: false,
  input: z.object({ groupId: z.string(), from: z.int() }),
  async handle(chat, { groupId, from }) {
    return listFrom(chat, await showRules(chat.tx, chat.actor, ownGroup(chat, groupId), chat.today), from);
  },
});

/** One clause of the list, as the rules in force say it now. */
export const showClause = postbackCommand({
  name: "rules.clause",
  once: false,
  input: z.object({ groupId: z.string(), no: z.string() }),
  handle: (chat, { groupId, no }) => rulesOf(chat, ownGroup(chat, groupId), { no }),
});

async function rulesOf(chat: Chat, group: Group, asked: z.output<typeof askedClause>): Promise<Answer> {
  const shown = await showRules(chat.tx, chat.actor, group, chat.today);
  if (!asked) return listFrom(chat, shown, 0);
  if ("since" in asked)
    return listFrom(chat, shown, shown.book.clauses.indexOf(clauseNamed(shown, { key: asked.since })));
  const { book, coming } = shown;
  return { say: clauseCards(chat.reader, { group, version: book, coming, clause: clauseNamed(shown, asked) }) };
}

function listFrom(chat: Chat, { group, book, coming, proposalId }: ShownRules, from: number): Answer {
  // The rules had more clauses when the button was made: the list begins again.
  const start = from < book.clauses.length ? from : 0;
  const clauses = clausesOnCard(book.clauses.slice(start), {
    coming: coming.length > 0,
    proposal: proposalId !== null,
  });
  const next = start + clauses.length;
  const left = book.clauses.length - next;
  const more = left > 0 ? { count: left, data: chat.newAction("rules.more", { groupId: group.id, from: next }) } : null;
  const list = clauses.map(({ no, text }) => ({
    no,
    text,
    data: chat.newAction("rules.clause", { groupId: group.id, no }),
  }));
  const proposal = proposalId === null ? null : chat.newAction("rules.proposal", { proposalId });
  return { say: [clauseList(chat.reader, { group, version: book, coming, clauses: list, more, proposal })] };
}
