import { endLateAnswers, findLateRequests } from "../app/loans/requests/expire-answers";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Ends what guarantors and borrowers were to answer and did not, a transaction a request; run again, it finds nothing more. */
export async function endLateLoanAnswers({
  now,
  notify,
  log,
}: Pick<JobContext, "now" | "notify" | "log">): Promise<void> {
  const ids = await inTransaction((tx) => findLateRequests(tx, now));
  for (const id of ids)
    await inTransaction(async (tx) => {
      await notify(tx, await endLateAnswers(tx, id, now), now);
    });
  if (ids.length > 0) log.info({ requests: ids.length }, "loan requests without an answer");
}
