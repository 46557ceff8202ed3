import { createHash } from "node:crypto";
import type { OutboxRow } from "../storage/outbox";
import type { Pack } from "./packing";

/**
 * From so many readers on, one call takes a body to all of them. LINE takes a tenth as many multicasts a second as pushes (200 and
 * 2,000): to fewer readers pushes are as fast, and a body that LINE refuses touches nobody else.
 */
export const leastReaders = 10;
/** LINE takes so many readers in one multicast. */
export const mostReaders = 500;

/**
 * Gives notices that say the same to many readers the mark of their body: a hash, so that what a later transaction adds goes along. As a
 * copy, and as urgent, they are the same too: what becomes of one call becomes of all its rows.
 */
export function markShared(rows: OutboxRow[]): OutboxRow[] {
  if (rows.length < leastReaders) return rows;
  const bodies = rows.map(({ kind, urgency, messages, asCopy }) =>
    createHash("sha256")
      .update(JSON.stringify([kind, urgency, messages, asCopy]))
      .digest("base64url"),
  );
  const readers = new Map<string, number>();
  for (const body of bodies) readers.set(body, (readers.get(body) ?? 0) + 1);
  return rows.map((row, n) => {
    const bodyId = bodies[n] ?? "";
    return (readers.get(bodyId) ?? 0) < leastReaders ? row : { ...row, bodyId };
  });
}

/** The body of a pack that could go to other chats in the same call: one row, pushed to one person. Null: it goes by itself. */
export function sharedBodyOf({ channel, chatId, rows }: Pack): string | null {
  const [row, ...others] = rows;
  if (channel !== "push" || !row || others.length > 0 || row.solo > 0 || !chatId.startsWith("U")) return null;
  return row.bodyId ?? null;
}

/** The calls that take the packs of one body to their readers: one for all of them, or for a few readers each her own. */
export function callsFor(packs: readonly Pack[]): Pack[] {
  const [first] = packs;
  if (!first || packs.length < leastReaders) return [...packs];
  return [{ ...first, channel: "multicast", rows: packs.flatMap((pack) => pack.rows) }];
}
