import type { ToldHead } from "../../src/app/ledger/check-books";
import { UsageError } from "./context";

/** A day report tells the first 16 hex digits of a head; fewer would fit other entries too. */
const shape = /^([a-z0-9-]+):([0-9a-f]{16,64})$/;

/** Reads `<group>:<hash>` as a day report tells it, 16 to 64 hex digits. Throws UsageError. */
export function toldHead(text: string): ToldHead {
  const [, groupId, hash] = shape.exec(text.toLowerCase()) ?? [];
  if (groupId === undefined || hash === undefined)
    throw new UsageError("--head is <group>:<code>, the code as a day report tells it (16 to 64 of 0-9 and a-f).");
  return { groupId, hash };
}
