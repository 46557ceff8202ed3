import { matchCommand } from "../understanding/commands";
import type { TextCommand } from "./command";
import { textCommands } from "./registry";

/** Whether the exact words of this command leave an open question waiting: a mere question does, and a line of the desk, which goes on. */
export function leavesWaiting(command: TextCommand, text: string): boolean {
  return command.question || (command.isOwnLine?.(text) ?? false);
}

/** Whether a text begins something new, whatever question is open: the exact words of a command that neither lets it wait nor may be its answer. */
export function beginsAnew(text: string): boolean {
  const match = matchCommand(text);
  const command = match?.certainty === "exact" ? textCommands.get(match.command) : undefined;
  return command !== undefined && !leavesWaiting(command, text) && !command.mayAnswer?.(text);
}
