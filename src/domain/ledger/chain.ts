import { createHash } from "node:crypto";
import type { EntryId, GroupId } from "../ids";
import { accountKey, keptPer } from "./accounts";
import type { EntryDraft, Posting, ReceiptNo } from "./journal-entry";
import { shortCode } from "./short-code";

/** The previous hash of a group's first entry. */
export const genesisHash = "0".repeat(64);

/** An entry as it stands in the chain for ever. */
export interface JournalEntry extends EntryDraft {
  id: EntryId;
  groupId: GroupId;
  seq: number;
  dayId: string;
  receipt?: ReceiptNo;
  previousHash: string;
  hash: string;
}

/** The bytes that an entry's hash covers: every fact of it in a fixed order, and no name. */
export function canonicalBytes(entry: Omit<JournalEntry, "hash">): string {
  const { actor, receipt, secondedBy } = entry;
  const person = (who: EntryDraft["actor"] | undefined) => who && [who.personId, who.memberId, who.position];
  return JSON.stringify([
    "sajja-entry-1",
    entry.groupId,
    entry.seq,
    entry.previousHash,
    entry.kind,
    entry.idempotencyKey,
    entry.dayId,
    entry.effectiveOn,
    entry.postedAt.toISOString(),
    person(actor),
    entry.source,
    entry.postings.map((posting) => [accountKey(posting), posting.side, posting.amount, ...besideTheKey(posting)]),
    receipt ? [receipt.series, receipt.year, receipt.no] : null,
    entry.reverses ?? null,
    entry.reason === undefined ? null : sha256(entry.reason),
    entry.record ? Object.entries(entry.record).sort(([a], [b]) => (a < b ? -1 : 1)) : null,
    person(secondedBy) ?? null,
  ]);
}

/** Whose money a posting names, where its account's key does not say so. */
function besideTheKey(posting: Posting): string[] {
  const part = keptPer(posting);
  const { memberId, contractNo } = posting;
  return [
    ...(memberId !== undefined && part !== "member" ? [`member ${memberId}`] : []),
    ...(contractNo !== undefined && part !== "contract" ? [`contract ${contractNo}`] : []),
  ];
}

/** SHA-256 of the entry's canonical bytes, 64 hex digits. */
export function hashOf(entry: Omit<JournalEntry, "hash">): string {
  return sha256(canonicalBytes(entry));
}

/** SHA-256 of a name under its group's salt, so that a record can prove a name without telling it. */
export function saltedHash(salt: string, name: string): string {
  return sha256(`${salt}\n${name}`);
}

/** The check code of a receipt: 8 characters (40 bits) drawn from the entry's hash, which is never shown whole on a receipt. */
export function checkCodeOf(entryHash: string): string {
  return shortCode("check-code", entryHash);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
