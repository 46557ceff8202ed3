import type { Command } from "./command";
import { UsageError } from "./context";

function later(usage: string, about: string): Command {
  const [name = ""] = usage.split(" ");
  return {
    usage,
    about: `${about} (not part of this version yet)`,
    needs: "nothing",
    run: () => Promise.reject(new UsageError(`sajja ${name} is not part of this version yet.`)),
  };
}

/** Commands that this version names and does not have. */
export const laterCommands: readonly Command[] = [later("schedule", "makes schedules of loans")];
