import { createHash } from "node:crypto";
import type { GroupId } from "../ids";
import type { EntryDraft } from "../ledger/journal-entry";
import type { RuleVersion } from "./rule-book";

/** The bytes of a version that its hash covers: number, day, resolution, and every clause with its values in a fixed order. */
export function canonicalVersion({ number, effectiveFrom, resolution, clauses }: RuleVersion): string {
  return JSON.stringify([
    "sajja-rules-1",
    number,
    effectiveFrom,
    resolution && [resolution.no, resolution.on],
    clauses.map(({ no, text, key, values }) => [no, text.th, text.en ?? null, key, ordered(values)]),
  ]);
}

/** SHA-256 of the version's canonical bytes, 64 hex digits: what the group's chain keeps of it. */
export function hashOfVersion(version: RuleVersion): string {
  return createHash("sha256").update(canonicalVersion(version)).digest("hex");
}

/** What two versions say, whatever their number: the same where only the number differs. */
export function saySameRules(one: RuleVersion, other: RuleVersion): boolean {
  return canonicalVersion({ ...one, number: 0 }) === canonicalVersion({ ...other, number: 0 });
}

/** What names a version of a group's rules among those of all groups: the key of its record in the chain. */
export function versionKey(groupId: GroupId, number: number): string {
  return `${groupId}:${number}`;
}

/** What stands in the group's chain of a version: which, from when, by which resolution, and the hash of all that it says. */
export function rulesRecord(version: RuleVersion): NonNullable<EntryDraft["record"]> {
  return {
    version: version.number,
    effectiveFrom: version.effectiveFrom,
    resolutionNo: version.resolution?.no ?? null,
    resolutionOn: version.resolution?.on ?? null,
    contentHash: hashOfVersion(version),
  };
}

/** Whether two values say the same, in whatever order their parts are stored. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** A value with the names of its parts in alphabetical order, however deep, and nothing that is not there. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)]);
}
