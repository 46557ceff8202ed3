import { ZodError } from "zod";
import { findActingAt } from "../app/people/acting";
import type { Actor } from "../app/people/actor";
import { getContactsOf, type Contact } from "../app/people/contacts";
import { localDateOf } from "../domain/dates";
import { DomainError, type ErrorCode } from "../domain/errors";
import type { Language } from "../i18n/language";
import { neutralFailure, textTooLong, tooManyMessages } from "../messages/help";
import { markedAsPractice } from "../messages/practice";
import { refusal } from "../messages/refusal";
import type { Reader } from "../messages/speak";
import { endConversation } from "../storage/conversations";
import type { Tx } from "../storage/tx";
import type { Answer } from "./chat";
import { readEvent, type IncomingEvent } from "./incoming";
import { menuFor } from "./menu";
import { beginsAnew } from "./new-line";
import type { Routed } from "./router";

/** The event that was not answered, when it was worked on, and the language of who was never met. */
interface Unanswered {
  event: IncomingEvent;
  now: Date;
  language: Language;
}

async function say(
  tx: Tx,
  { event: incoming, now, language }: Unanswered,
  words: (reader: Reader, actor: Actor | null) => Answer["say"] | Promise<Answer["say"]>,
  { alsoInGroups = false } = {},
): Promise<Routed> {
  const event = readEvent(incoming);
  const lineUserId =
    event.kind === "ignored" || event.kind === "unsend" || event.kind === "group" ? null : event.lineUserId;
  const acting = lineUserId ? await findActingAt(tx, lineUserId, localDateOf(now)) : null;
  const actor = acting?.actor ?? null;
  const practising = acting?.state === "practising";
  const isSilent =
    event.kind === "ignored" ||
    event.kind === "unsend" ||
    event.kind === "unfollow" ||
    (event.kind === "group" && !alsoInGroups);
  // What she began is refused; her next words must not answer the question before it.
  if (actor && event.kind === "text" && beginsAnew(event.text))
    await endConversation(tx, practising ? actor.personId : event.lineUserId);
  // Her first word may meet a refusal, and her phone should have its menu then too.
  const menu = actor && !practising && event.kind !== "unfollow" ? await menuFor(tx, actor) : null;
  const reader: Reader = {
    language: actor?.person.language ?? language,
    ...(practising ? { practice: true as const } : {}),
  };
  const said = isSilent ? [] : await words(reader, actor);
  return {
    personId: actor?.personId ?? null,
    answer: { say: practising ? markedAsPractice(reader, said) : said },
    actions: { made: [], ended: [] },
    ...(menu ? { menu } : {}),
  };
}

const withoutAccess: readonly ErrorCode[] = ["person.locked", "member.closed", "person.unknown"];

/** Whom who lost her access can telephone; a stranger learns that where she asks for a person. */
async function contactsFor(tx: Tx, { code }: DomainError, actor: Actor | null): Promise<Contact[]> {
  if (!actor || !withoutAccess.includes(code) || (actor.own.length === 0 && !actor.formerGroup)) return [];
  return (await getContactsOf(tx, actor)).contacts;
}

/** The answer to a refusal: what cannot be done, which rule, the way out. Input that cannot be read says how to write it. */
export function presentError(tx: Tx, error: DomainError | ZodError, unanswered: Unanswered): Promise<Routed> {
  const refused = error instanceof ZodError ? new DomainError("card.unknown", {}) : error;
  const words: Parameters<typeof say>[2] = async (reader, actor) => {
    if (refused.code === "text.too-long") return [textTooLong(reader, refused.values as { limit: number })];
    const groups = [...new Map(actor?.own.map(({ group }) => [group.id, group])).values()];
    const { groupName } = refused.values as { groupName?: string };
    const named = groups.find(({ name }) => name.th === groupName);
    const [only] = groups.length === 1 ? groups : [];
    const spoken = named?.name[reader.language];
    const values = (
      spoken === undefined ? refused.values : { ...refused.values, groupName: spoken }
    ) as typeof refused.values;
    const group = named ?? only ?? actor?.formerGroup ?? null;
    const contacts = await contactsFor(tx, refused, actor);
    return [refusal(reader, { error: { code: refused.code, values }, group, contacts })];
  };
  return say(tx, unanswered, words, { alsoInGroups: true });
}

/** The one neutral sentence when we are wrong: nothing was recorded. A group chat hears nothing. */
export function presentFailure(tx: Tx, unanswered: Unanswered): Promise<Routed> {
  return say(tx, unanswered, (reader) => [neutralFailure(reader)]);
}

/** The one answer for the rest of a flood. A group chat hears nothing. */
export function presentBurst(tx: Tx, unanswered: Unanswered): Promise<Routed> {
  return say(tx, unanswered, (reader) => [tooManyMessages(reader)]);
}
