import { matchCommand } from "../understanding/commands";
import { textCommands } from "./registry";

/**
 * Whether a text begins something new, whatever question is open: the exact words of a command that is no mere question, and no
 * words that may as well be the answer. A deposit line does not: the desk goes on, and the question waits.
 */
export function beginsAnew(text: string): boolean {
  const match = matchCommand(text);
  const command = match?.certainty === "exact" ? textCommands.get(match.command) : undefined;
  return command !== undefined && !command.question && !command.isOwnLine?.(text) && !command.mayAnswer?.(text);
}
