import { docOf, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { CommandError, refuse } from "../errors";
import { flagOf, wholeNumber } from "../commands/arguments";

/** The fail point failCommand: makes chosen commands fail a number of times. For test suites. */
export interface FailPoint {
  /** Failures still to come. */
  left: number;
  skip: number;
  failed: number;
  readonly commands: readonly Value[];
  readonly closes: boolean;
  readonly blockMs: number;
  readonly error: Doc | undefined;
  readonly writeConcernError: Doc | undefined;
}

const KNOWN = [
  "failCommands",
  "closeConnection",
  "errorCode",
  "errorLabels",
  "writeConcernError",
  "blockConnection",
  "blockTimeMS",
  "appName",
];

/** Reads configureFailPoint; undefined turns it off. */
export function parseFailPoint(body: Doc): FailPoint | undefined {
  const mode = body.get("mode");
  if (mode === "off") return undefined;
  const data = body.get("data");
  if (!isDoc(data)) throw new CommandError(14, "data must be a document");
  for (const field of data.keys()) if (!KNOWN.includes(field)) refuse(`failCommand with ${field}`);
  const times = isDoc(mode) ? mode.get("times") : undefined;
  const skip = isDoc(mode) ? mode.get("skip") : undefined;
  const code = data.get("errorCode");
  const labels = data.get("errorLabels");
  const concern = data.get("writeConcernError");
  const commands = data.get("failCommands");
  return {
    left: times === undefined ? Infinity : wholeNumber(times, "times"),
    skip: skip === undefined ? 0 : wholeNumber(skip, "skip"),
    failed: 0,
    commands: Array.isArray(commands) ? commands : [],
    closes: flagOf(data, "closeConnection", false),
    blockMs: flagOf(data, "blockConnection", false) ? wholeNumber(data.get("blockTimeMS") ?? 0, "blockTimeMS") : 0,
    error: code === undefined ? undefined : docOf({ code, errorLabels: labels }),
    writeConcernError: isDoc(concern) ? concern : undefined,
  };
}

/** Whether the fail point strikes this command now. */
export function strikes(point: FailPoint | undefined, command: string): point is FailPoint {
  if (!point || point.left <= 0 || !point.commands.includes(command)) return false;
  if (point.skip > 0) {
    point.skip -= 1;
    return false;
  }
  point.left -= 1;
  point.failed += 1;
  return true;
}
