import { isDoc, type Doc, type Value } from "../bson/value";
import { flagOf, wholeNumber } from "../commands/arguments";
import { CommandError, refuse } from "../errors";

/** The fail point failCommand: makes chosen commands fail a number of times. For test suites. */
export interface FailPoint {
  /** Failures still to come. */
  left: number;
  skip: number;
  readonly commands: readonly Value[];
  readonly closes: boolean;
  readonly blockMs: number;
  readonly error: CommandError | undefined;
  readonly writeConcernError: Doc | undefined;
}

const KNOWN =
  "failCommands closeConnection errorCode errorLabels writeConcernError blockConnection blockTimeMS appName".split(" ");

/** Reads configureFailPoint; undefined turns it off. */
export function parseFailPoint(body: Doc): FailPoint | undefined {
  const mode = body.get("mode");
  if (mode === "off") return undefined;
  const data = body.get("data");
  if (!isDoc(data)) throw new CommandError(14, "data must be a document");
  for (const field of data.keys()) if (!KNOWN.includes(field)) refuse(`failCommand with ${field}`);
  const number = (from: Value | undefined, field: string): number | undefined => {
    const value = isDoc(from) ? from.get(field) : undefined;
    return value === undefined ? undefined : wholeNumber(value, field);
  };
  const code = number(data, "errorCode");
  const labels = data.get("errorLabels");
  const more = Array.isArray(labels) ? { labels: labels.map(String) } : {};
  const commands = data.get("failCommands");
  const concern = data.get("writeConcernError");
  return {
    left: number(mode, "times") ?? Infinity,
    skip: number(mode, "skip") ?? 0,
    commands: Array.isArray(commands) ? commands : [],
    closes: flagOf(data, "closeConnection", false),
    blockMs: flagOf(data, "blockConnection", false) ? (number(data, "blockTimeMS") ?? 0) : 0,
    error: code === undefined ? undefined : new CommandError(code, "Failing command via 'failCommand' failpoint", more),
    writeConcernError: isDoc(concern) ? concern : undefined,
  };
}

/** The fail point when it strikes this command now. */
export function strikes(point: FailPoint | undefined, command: string): FailPoint | undefined {
  if (!point || point.left <= 0 || !point.commands.includes(command)) return undefined;
  if (point.skip > 0) {
    point.skip -= 1;
    return undefined;
  }
  point.left -= 1;
  return point;
}
