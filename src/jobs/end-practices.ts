import { throwAwayOver } from "../app/practice/end-practice";
import { localDateOf } from "../domain/dates";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Throws away what was practised on days that are over, a practice a transaction. */
export async function endPractices({ now, log }: JobContext): Promise<void> {
  let ended = 0;
  while (await inTransaction((tx) => throwAwayOver(tx, localDateOf(now)))) ended += 1;
  if (ended > 0) log.info({ ended }, "practice days are over");
}
