import { checkBooks, type BooksProblem } from "../../src/app/ledger/check-books";
import { textOf, type Command } from "./command";
import { exitCode, print } from "./context";
import { toldHead } from "./told-heads";

/** A problem of the books as one sentence. */
export function problemSentence({ group, entry, problem }: BooksProblem): string {
  return `${group}${entry === null ? "" : `, entry ${entry}`}: ${problem}.`;
}

/** `sajja books check`: recomputes every chain and balance; 1 when something is not in order or the told head is not found. */
export const booksCheck: Command = {
  usage: "books check [--head <group>:<code>]",
  about: "recomputes every book from its entries; --head: against a head of a day report",
  options: { head: { type: "string" } },
  needs: "database",
  async run(input, context) {
    const head = textOf(input, "head");
    const check = await checkBooks(head === undefined ? undefined : toldHead(head));
    const { groups, entries, heads, balanced, problems, sinceHead } = check;
    print(context, check, [
      `${groups} groups, ${entries} entries: ${balanced ? "the books balance" : "the books are not in order"}.`,
      ...(typeof sinceHead === "number" ? [`The told head stands in the chain; ${sinceHead} entries came since.`] : []),
      ...Object.entries(heads).map(([group, hash]) => `${group} ${hash}`),
    ]);
    for (const problem of problems) context.err(problemSentence(problem));
    return balanced ? exitCode.done : exitCode.refused;
  },
};
