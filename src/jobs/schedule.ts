import { checkBooksNightly } from "./check-books";
import { remindOfDays } from "./day-reminders";
import { destroySlips } from "./destroy-slips";
import { endPractices } from "./end-practices";
import { escalateCases } from "./escalate-cases";
import type { JobContext } from "./context";
import { endLateLoanAnswers } from "./loan-answers";
import { remindOpenDays } from "./open-days";
import { remindOfLoans } from "./loan-reminders";
import { nudgeTransfers } from "./nudge-transfers";
import { purgeOld } from "./purge";
import { readQuota } from "./quota";
import { bringUnderNewKey } from "./reseal-photos";
import { releaseLoans } from "./release-loans";
import { tendBallots } from "./tend-ballots";
import { tellClosings } from "./tell-closings";
import { tellMoves } from "./tell-moves";
import { tellLive } from "./tell-live";
import { tellPaymentChanges } from "./tell-payment-changes";
import { tellRules } from "./tell-rules";

/** A scheduled job: when it is due (cron, Asia/Bangkok), and what it does. Running it again for one period is harmless. */
export interface Job {
  name: string;
  cron: string;
  /** It asks LINE, so it needs credentials. */
  asksLine?: true;
  /** It opens photos, so it needs their keys. */
  opensPhotos?: true;
  /** It looks every minute for what is left to do, and keeps no record of its runs. */
  always?: true;
  run(context: JobContext): Promise<void>;
}

/** Every scheduled job. */
export const jobs: readonly Job[] = [
  { name: "check-books", cron: "30 1 * * *", run: checkBooksNightly },
  { name: "purge", cron: "0 3 * * *", run: purgeOld },
  { name: "quota", cron: "0 6 * * *", asksLine: true, run: readQuota },
  { name: "tell-rules", cron: "0 7 * * *", run: tellRules },
  { name: "tell-closings", cron: "* * * * *", always: true, run: tellClosings },
  { name: "tell-payment-changes", cron: "* * * * *", always: true, run: tellPaymentChanges },
  { name: "ballots", cron: "* * * * *", always: true, run: tendBallots },
  { name: "tell-moves", cron: "* * * * *", always: true, run: tellMoves },
  { name: "loan-answers", cron: "10 8 * * *", run: endLateLoanAnswers },
  { name: "cases", cron: "15 8 * * *", run: escalateCases },
  { name: "loan-reminders", cron: "30 8 * * *", run: remindOfLoans },
  { name: "transfers", cron: "0 9 * * *", run: nudgeTransfers },
  // Before the day's bundle goes at five, so that who asked for it hears on the day before.
  { name: "day-reminders", cron: "0 16 * * *", run: remindOfDays },
  // Before the day's bundle goes at five, so that the reminder rides in it.
  { name: "open-days", cron: "45 16 * * *", run: remindOpenDays },
  { name: "slips", cron: "40 3 * * *", run: destroySlips },
  { name: "photo-keys", cron: "20 2 * * *", opensPhotos: true, run: bringUnderNewKey },
  { name: "release-loans", cron: "20 8 * * *", run: releaseLoans },
  { name: "end-practices", cron: "5 0 * * *", run: endPractices },
  { name: "tell-live", cron: "10 7 * * *", run: tellLive },
];
