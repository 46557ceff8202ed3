import { randomInt } from "node:crypto";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { linkCodeLifetimeMs } from "../../domain/linking/link-code";
import { bindGroupChat, unbindGroupChat } from "../../storage/group-chats";
import { getGroup } from "../../storage/groups";
import { findLinkCode, insertLinkCode, moveLinkCode } from "../../storage/link-codes";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor } from "../people/actor";

/** Makes the code that binds a LINE group chat to a group: six digits, valid 15 minutes, given to the officer in her own chat. Throws `role.missing`. */
export async function makeChatCode(
  tx: Tx,
  actor: Actor,
  group: Group,
  now: Date,
): Promise<{ digits: string; expiresAt: Date }> {
  const seat = authorize(actor, group.id, "bind-chat", now, group.name.th);
  const digits = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const expiresAt = new Date(now.getTime() + linkCodeLifetimeMs);
  await insertLinkCode(tx, digits, {
    purpose: "chat",
    state: "open",
    groupId: group.id,
    memberId: null,
    madeBy: seat.member.id,
    secondedBy: null,
    byOperator: false,
    createdAt: now,
    expiresAt,
    dayId: null,
  });
  return { digits, expiresAt };
}

/**
 * Binds a group chat with the code that its officer got: only she may send it. Throws `chat.code-wrong` for everybody and everything
 * else, and tells no more.
 */
export async function bindChat(
  tx: Tx,
  actor: Actor,
  input: { chatId: string; digits: string; now: Date },
): Promise<Group> {
  const code = await findLinkCode(tx, input.digits);
  const hers = actor.offices.some((seat) => seat.member.id === code?.madeBy);
  if (
    !code ||
    code.purpose !== "chat" ||
    code.state !== "open" ||
    !hers ||
    (code.expiresAt && code.expiresAt <= input.now)
  ) {
    throw new DomainError("chat.code-wrong", {});
  }
  const group = await getGroup(tx, code.groupId);
  authorize(actor, group.id, "bind-chat", input.now, group.name.th);
  await moveLinkCode(tx, code, "used");
  await bindGroupChat(tx, { _id: input.chatId, groupId: group.id, boundBy: actor.personId, boundAt: input.now });
  return group;
}

/** The account left the chat: nothing goes there any more. */
export async function unbindChat(tx: Tx, chatId: string): Promise<void> {
  await unbindGroupChat(tx, chatId);
}
