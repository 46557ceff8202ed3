import { escalateCase, findUnanswered } from "../app/cases/escalate-cases";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the network's coordinators of cases that nobody answered within seven days, each once, a transaction a case. */
export async function escalateCases({ now, notify, log }: JobContext): Promise<void> {
  const ids = await inTransaction((tx) => findUnanswered(tx, now));
  for (const id of ids)
    await inTransaction(async (tx) => {
      const notices = await escalateCase(tx, id, now);
      await notify(tx, notices, now);
    });
  if (ids.length > 0) log.info({ cases: ids.length }, "cases without an answer");
}
