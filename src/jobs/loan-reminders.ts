import { careForLoans } from "../app/loans/arrears/care-for-loans";
import { getLiveGroups } from "../app/groups/live-groups";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Reminds borrowers of their instalments, and tells guarantors and committees who is behind; a transaction a group. Running it again tells nobody twice. */
export async function remindOfLoans({ now, notify, log }: Pick<JobContext, "now" | "notify" | "log">): Promise<void> {
  let told = 0;
  const groups = await inTransaction((tx) => getLiveGroups(tx));
  for (const { id } of groups.filter(({ mode }) => mode === "digital"))
    told += await inTransaction(async (tx) => {
      const notices = await careForLoans(tx, id, now);
      await notify(tx, notices, now);
      return notices.length;
    });
  if (told > 0) log.info({ told }, "told of loans");
}
