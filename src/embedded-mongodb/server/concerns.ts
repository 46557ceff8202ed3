import { Timestamp, docOf, type Doc } from "../bson/value";
import { optionalDoc, wholeNumber } from "../commands/arguments";
import { CommandError, refuse } from "../errors";

const LEVELS = ["local", "available", "majority", "linearizable", "snapshot"];

/** What a readConcern asks for: a snapshot (at a time, or at any), or what is committed now. */
export function readConcernOf(body: Doc): { snapshot: boolean; at: Timestamp | undefined } {
  const concern = optionalDoc(body, "readConcern");
  // Everything that was ever answered is visible, so waiting for the time of an earlier operation never waits.
  for (const field of concern.keys()) {
    if (!/^(level|afterClusterTime|atClusterTime|provenance)$/.test(field)) refuse(`readConcern with ${field}`);
  }
  const level = String(concern.get("level") ?? "local");
  const at = concern.get("atClusterTime");
  if (!LEVELS.includes(level)) throw new CommandError(9, `Not supported readConcern level ${level}`);
  if (at === undefined) return { snapshot: level === "snapshot", at };
  if (level === "snapshot" && at instanceof Timestamp) return { snapshot: true, at };
  throw new CommandError(72, "atClusterTime needs readConcern level snapshot and a timestamp");
}

/** The writeConcernError of a write that wants more copies than this single member can give. */
export function writeConcernError(body: Doc): Doc | undefined {
  const concern = optionalDoc(body, "writeConcern");
  for (const field of concern.keys()) {
    if (!/^(w|j|fsync|wtimeout|wtimeoutMS|provenance)$/.test(field)) refuse(`writeConcern with ${field}`);
  }
  const w = concern.get("w") ?? 1;
  if (w === "majority") return undefined;
  if (typeof w === "string") {
    return docOf({ code: 79, codeName: "UnknownReplWriteConcern", errmsg: `No write concern mode named '${w}'` });
  }
  if (wholeNumber(w, "w") <= 1) return undefined;
  return docOf({ code: 100, codeName: "UnsatisfiableWriteConcern", errmsg: "Not enough data-bearing nodes" });
}
