import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError, type ExitCode, type ToolContext } from "./context";

/** The options and words that a command was called with. */
export interface CommandInput {
  args: string[];
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/** One command of the operator's tool. */
export interface Command {
  /** How it is called, without `sajja`: words, then `<…>` for what must be given and `[…]` for what may be. */
  usage: string;
  about: string;
  options?: NonNullable<ParseArgsConfig["options"]>;
  /** What must stand before it runs. `indexes`: the database with everything that writing to it needs. */
  needs: "nothing" | "database" | "indexes";
  run(input: CommandInput, context: ToolContext): Promise<ExitCode>;
}

/** The words that name a command: all that stand before its first `<` or `[`. */
export function nameOf({ usage }: Command): string {
  return usage.split(/ (?=[<[])/)[0] ?? usage;
}

/** Reads what follows a command's name. Throws UsageError for an unknown option, and for too few or too many words. */
export function parseInput(command: Command, argv: readonly string[]): CommandInput {
  const usage = `Usage: sajja ${command.usage}`;
  try {
    const options = { json: { type: "boolean" as const }, ...command.options };
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    if (positionals.length !== (command.usage.match(/(?<!\[[^\]]*)<[^>]+>/g) ?? []).length) throw new UsageError(usage);
    return { args: positionals, options: values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usage);
  }
}

/** The text of an option, or undefined. */
export function textOf({ options }: CommandInput, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function textsOf({ options }: CommandInput, name: string): string[] {
  const value = options[name];
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
}

/** The text of an option that must be one of a few. Throws UsageError. */
export function oneOf<T extends string>(input: CommandInput, name: string, allowed: readonly T[]): T | undefined {
  const text = textOf(input, name);
  if (text === undefined) return undefined;
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new UsageError(`--${name} is one of ${allowed.join(", ")}.`);
  return found;
}
