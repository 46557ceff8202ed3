import { Timestamp, docOf, isDoc } from "../bson/value";
import type { Doc } from "../bson/value";
import { wholeNumber } from "../commands/arguments";
import { CommandError, refuse } from "../errors";

const LEVELS = ["local", "available", "majority", "linearizable"];

/** What a readConcern asks for: a snapshot (at a time, or at any), or what is committed now. */
export function readConcernOf(body: Doc): { snapshot: boolean; at: Timestamp | undefined } {
  const concern = body.get("readConcern");
  if (concern === undefined) return { snapshot: false, at: undefined };
  if (!isDoc(concern)) throw new CommandError(14, "readConcern must be a document");
  const level = concern.get("level") ?? "local";
  const at = concern.get("atClusterTime");
  for (const field of concern.keys()) {
    // Everything that was ever answered is visible, so waiting for an earlier operation's time never waits.
    if (!["level", "afterClusterTime", "atClusterTime", "provenance"].includes(field))
      refuse(`readConcern with ${field}`);
  }
  if (level !== "snapshot" && !LEVELS.includes(String(level)))
    throw new CommandError(9, "Not supported readConcern level");
  if (at !== undefined && (level !== "snapshot" || !(at instanceof Timestamp)))
    throw new CommandError(72, "atClusterTime needs readConcern level snapshot and a timestamp");
  return { snapshot: level === "snapshot", at: at as Timestamp | undefined };
}

/** The writeConcernError of a write that wants more copies than this single member can give. */
export function writeConcernError(body: Doc): Doc | undefined {
  const concern = body.get("writeConcern");
  if (concern === undefined) return undefined;
  if (!isDoc(concern)) throw new CommandError(14, "writeConcern must be a document");
  for (const field of concern.keys()) {
    if (!["w", "j", "fsync", "wtimeout", "wtimeoutMS", "provenance"].includes(field))
      throw new CommandError(9, `unknown writeConcern field ${field}`);
  }
  const w = concern.get("w") ?? 1;
  if (w === "majority") return undefined;
  if (typeof w === "string")
    return failure(
      79,
      "UnknownReplWriteConcern",
      `No write concern mode named '${w}' found in replica set configuration`,
    );
  return wholeNumber(w, "w") > 1
    ? failure(100, "UnsatisfiableWriteConcern", "Not enough data-bearing nodes")
    : undefined;
}

function failure(code: number, codeName: string, errmsg: string): Doc {
  return docOf({ code, codeName, errmsg });
}
