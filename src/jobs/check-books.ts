import { checkBooks } from "../app/ledger/check-books";
import type { JobContext } from "./context";

/** Checks every group's books; each problem alerts with its group and entry, never with a sum. */
export async function checkBooksNightly({ alert, log }: JobContext): Promise<void> {
  const { groups, entries, problems } = await checkBooks();
  for (const { group, entry } of problems) alert("books.problem", { group, entry: entry ?? -1 });
  log.info({ groups, entries, problems: problems.length }, "books checked");
}
