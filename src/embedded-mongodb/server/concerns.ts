import { toDouble } from "../bson/numbers";
import { Timestamp, isNumber, type Doc } from "../bson/value";
import { optionalDoc } from "../commands/arguments";
import { CommandError, refuse } from "../errors";

const LEVELS = ["local", "available", "majority", "linearizable", "snapshot"];

/** What a readConcern asks for: a snapshot (at a time, or at any), or what is committed now. */
export function readConcernOf(body: Doc): { snapshot: boolean; at: Timestamp | undefined } {
  const concern = optionalDoc(body, "readConcern");
  // Everything that was ever answered is visible, so waiting for the time of an earlier operation never waits.
  for (const field of concern.keys()) {
    if (!/^(level|afterClusterTime|atClusterTime)$/.test(field)) refuse(`readConcern with ${field}`);
  }
  const level = String(concern.get("level") ?? "local");
  const at = concern.get("atClusterTime");
  if (!LEVELS.includes(level)) throw new CommandError(9, `Not supported readConcern level ${level}`);
  if (at === undefined) return { snapshot: level === "snapshot", at };
  if (level === "snapshot" && at instanceof Timestamp) return { snapshot: true, at };
  throw new CommandError(72, "atClusterTime needs readConcern level snapshot and a timestamp");
}

/** Refuses a writeConcern that a single member cannot give. All others are met: nothing is answered before it is on the disk. */
export function checkWriteConcern(body: Doc): void {
  for (const [field, value] of optionalDoc(body, "writeConcern")) {
    if (!/^(w|j|wtimeout)$/.test(field)) refuse(`writeConcern with ${field}`);
    if (field === "w" && value !== "majority" && !(isNumber(value) && toDouble(value) <= 1))
      refuse("writeConcern of more members");
  }
}
