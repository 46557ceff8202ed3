import { isLocalDate, localDateOf, type LocalDate } from "../../src/domain/dates";
import { readAmounts, type AmountReading } from "../../src/understanding/amounts";
import { matchCommand, type CommandName } from "../../src/understanding/commands";
import { readDates, type DateReading } from "../../src/understanding/dates";
import { readTimes } from "../../src/understanding/times";
import { textOf, type Command } from "./command";
import { exitCode, UsageError } from "./context";
import { linesOf } from "./stdin-lines";

/** The most characters (UTF-16) that LINE carries in one text; what is longer nobody sends, and it is not read. */
const longestText = 5_000;

/** Everything that Sajja reads out of one text. */
export interface Reading {
  text: string;
  intent: CommandName | null;
  amounts: AmountReading[];
  dates: DateReading[];
  times: string[];
}

/** Reads one text as it would be read in chat on that day. */
export function readText(text: string, today: LocalDate): Reading {
  if (text.length > longestText) return { text, intent: null, amounts: [], dates: [], times: [] };
  return {
    text,
    intent: matchCommand(text)?.command ?? null,
    amounts: readAmounts(text),
    dates: readDates(text, today),
    times: readTimes(text),
  };
}

/** `sajja read`: one text a line from stdin, what is read out of it as one line of JSON each. */
export const read: Command = {
  usage: "read [--today YYYY-MM-DD]",
  about: "reads sums, dates, times and what is asked for out of texts, one a line from stdin",
  options: { today: { type: "string" } },
  needs: "nothing",
  async run(input, context) {
    const today = textOf(input, "today") ?? localDateOf(context.now);
    if (!isLocalDate(today)) throw new UsageError("--today is a day written YYYY-MM-DD.");
    for await (const line of linesOf(process.stdin)) context.out(JSON.stringify(readText(line, today)));
    return exitCode.done;
  },
};
