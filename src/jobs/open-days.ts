import { remindOfOpenDays } from "../app/days/open-days";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the officers of each group whose working day still stands open after its hours; running it again on one date tells nobody twice. */
export async function remindOpenDays({ now, notify, log }: JobContext): Promise<void> {
  const told = await inTransaction(async (tx) => {
    const notices = await remindOfOpenDays(tx, now);
    await notify(tx, notices, now);
    return notices.length;
  });
  if (told > 0) log.info({ told }, "working days stand open");
}
