import { docOf, type Doc, type Value } from "../bson/value";
import { docField, flagOf, wholeNumber } from "../commands/arguments";
import { CommandError, refuse } from "../errors";
import type { Call, Reply } from "./call";

/** The fail point failCommand: makes chosen commands fail a number of times. For test suites. */
export interface FailPoint {
  /** Failures still to come. */
  left: number;
  readonly commands: readonly Value[];
  readonly closes: boolean;
  readonly error: CommandError | undefined;
}

const KNOWN = ["failCommands", "closeConnection", "errorCode", "errorLabels"];

/** configureFailPoint failCommand, as the drivers' test suites use it; with mode `off`, `alwaysOn` or a number of times. */
export function configureFailPoint({ engine, body }: Call): Reply {
  engine.failPoint = parseFailPoint(body);
  return docOf({});
}

function parseFailPoint(body: Doc): FailPoint | undefined {
  if (body.get("configureFailPoint") !== "failCommand") refuse("fail points other than failCommand");
  if (body.get("mode") === "off") return undefined;
  const mode = body.get("mode") === "alwaysOn" ? undefined : docField(body, "mode");
  for (const field of mode?.keys() ?? []) if (field !== "times") refuse(`failCommand with mode.${field}`);
  const data = docField(body, "data");
  for (const field of data.keys()) if (!KNOWN.includes(field)) refuse(`failCommand with ${field}`);
  const [code, labels, commands] = ["errorCode", "errorLabels", "failCommands"].map((field) => data.get(field));
  const more = Array.isArray(labels) ? { labels: labels.map(String) } : {};
  return {
    left: mode ? wholeNumber(mode.get("times") ?? null, "times") : Infinity,
    commands: Array.isArray(commands) ? commands : [],
    closes: flagOf(data, "closeConnection", false),
    error:
      code === undefined
        ? undefined
        : new CommandError(wholeNumber(code, "errorCode"), "Failing command via 'failCommand' failpoint", more),
  };
}

/** The fail point when it strikes this command now. */
export function strikes(point: FailPoint | undefined, command: string): FailPoint | undefined {
  if (!point || point.left <= 0 || !point.commands.includes(command)) return undefined;
  point.left -= 1;
  return point;
}
