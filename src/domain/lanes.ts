import { createHash } from "node:crypto";

/** Chats are spread over so many lanes. */
export const laneCount = 16;

/** The lane of a chat: a hash of its id, so that every process agrees. */
export function laneOf(chatId: string): number {
  return (createHash("sha256").update(chatId).digest()[0] ?? 0) % laneCount;
}
