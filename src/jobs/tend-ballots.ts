import { findToTend, tendBallot } from "../app/approvals/ballots/tend-ballots";
import { matters } from "../app/matters";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Reminds, passes seats on and ends votes whose time has come, a transaction a vote; running it again finds nothing more to do. */
export async function tendBallots({ now, notify }: JobContext): Promise<void> {
  const due = await inTransaction((tx) => findToTend(tx, now));
  for (const ballot of due)
    await inTransaction(async (tx) => {
      const notices = await tendBallot(tx, matters, ballot, now);
      await notify(tx, notices, now);
    });
}
