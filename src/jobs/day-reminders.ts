import { findGroupsOfTomorrow, remindGroup } from "../app/calendar/remind";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Reminds the members of each group that meets tomorrow, so many in a transaction; nobody twice of one day. */
export async function remindOfDays({ now, notify, log }: JobContext): Promise<void> {
  let told = 0;
  for (const groupId of await inTransaction((tx) => findGroupsOfTomorrow(tx, now))) {
    for (;;) {
      const count = await inTransaction(async (tx) => {
        const notices = await remindGroup(tx, groupId, now);
        if (notices) await notify(tx, notices, now);
        return notices?.length ?? null;
      });
      if (count === null) break;
      told += count;
    }
  }
  if (told > 0) log.info({ told }, "reminded of tomorrow's working day");
}
