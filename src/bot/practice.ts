import { forgetPractice } from "../app/practice/end-practice";
import { DomainError } from "../domain/errors";
import { isOfPractice, realPersonId } from "../domain/practice/practice";
import type { Action } from "../storage/actions";
import { markedAsPractice, practiceOver } from "../messages/practice";
import { matchCommand } from "../understanding/commands";
import type { Answer, Chat } from "./chat";
import type { PostbackCommand, TextCommand } from "./command";
import type { ChatEvent } from "./incoming";

/** Areas of the working day: what a person does in them for real, she can practise. */
const practised: readonly string[] = [
  ...["savings", "payment", "withdrawal", "ledger", "receipt", "day", "closing", "group", "passbook"],
  ...["incoming", "suspense", "office-cash", "rules", "meeting", "waiting", "members", "desk"],
];

/** What asks and changes nothing, and what belongs to any of them. */
const besides: readonly string[] = ["help", "menu", "smalltalk", "why", "person.talk", "drop", "choice.none"];

/** What changes a group's rules, which no working day does. */
const never: readonly string[] = ["rules.propose", "rules.propose.confirm", "rules.approve", "rules.reject"];

const areaOf = (name: string): string => name.slice(0, (name + ".").indexOf("."));

/** Refuses what is no part of a practice: throws `practice.not-here`. */
export function refuseInPractice({ practising }: Chat, { name }: Pick<TextCommand | PostbackCommand, "name">): void {
  if (!practising || isOwn(name) || besides.includes(name)) return;
  if (never.includes(name) || !practised.includes(areaOf(name))) throw new DomainError("practice.not-here", {});
}

const isOwn = (name: string): boolean => areaOf(name) === "practice";

/**
 * Whether the person who pressed is the one for whom the button was made. Throws `practice.real-card` for a real button of who practises, and
 * `practice.over` for a button of a practice that she is not in: the two are never taken for each other.
 */
export function isHers({ actor, practising }: Chat, { name, personId }: Pick<Action, "name" | "personId">): boolean {
  if (personId === actor.personId) return true;
  const mine = realPersonId(actor.personId);
  // The button that began a practice shows its first result in it too.
  if (personId === mine && isOwn(name)) return true;
  if (personId === mine && practising) throw new DomainError("practice.real-card", {});
  if (isOfPractice(personId) && personId.startsWith(mine)) throw new DomainError("practice.over", {});
  return false;
}

/**
 * What who was in a practice hears first when it has ended by another's word or with its day: what she sent did nothing, since she may have meant it
 * for practice. Null where it is about practice itself, or nothing was asked.
 */
export async function practiceIsOver(chat: Chat, event: ChatEvent): Promise<Answer | null> {
  if (event.kind === "follow" || event.kind === "unfollow") return null;
  await forgetPractice(chat.tx, chat.actor);
  if (event.kind === "text" && isOwn(matchCommand(event.text)?.command ?? "")) return null;
  return { say: [practiceOver(chat.reader)], conversation: null };
}

/** An answer with every word of it marked as practice. */
export function practiceAnswer({ reader }: Chat, answer: Answer): Answer {
  const marked = (messages: Answer["say"]) => markedAsPractice(reader, messages);
  return { ...answer, say: marked(answer.say), ...(answer.asCopy ? { asCopy: marked(answer.asCopy) } : {}) };
}
