import type { Actor } from "../app/people/actor";
import { hasConsented } from "../app/people/settings";
import { DomainError } from "../domain/errors";
import type { Answer, Chat } from "./chat";
import type { PostbackCommand, TextCommand } from "./command";
import { consentFirst } from "./commands/consent";
import { refuseInPractice } from "./practice";

/** What stands between a person and a command: a lock, no link yet, no consent; in a practice, what is no part of it. Null: nothing. */
export async function admit(
  chat: Chat,
  command: Pick<TextCommand | PostbackCommand, "access" | "name">,
): Promise<Answer | null> {
  refuseInPractice(chat, command);
  return command.access === "anyone" ? null : admitLinked(chat);
}

/**
 * The same for what only who is linked may do, the answer to an open question among it: her account may have been locked since it was asked.
 * Throws `person.locked`, `member.closed`, `person.unknown`.
 */
export async function admitLinked(chat: Chat): Promise<Answer | null> {
  const { actor } = chat;
  if (actor.person.lockedAt) throw new DomainError("person.locked", { groupName: firstGroupName(actor) });
  if (actor.closedMemberNo) throw new DomainError("member.closed", { memberNo: actor.closedMemberNo });
  if (!hasConsented(actor.person)) return consentFirst(chat);
  if (actor.own.length === 0) throw new DomainError("person.unknown", {});
  return null;
}

const firstGroupName = (actor: Actor): string => actor.own[0]?.group.name.th ?? "";
