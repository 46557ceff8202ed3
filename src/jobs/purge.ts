import { purgeActions } from "../storage/actions";
import { purgeConversations } from "../storage/conversations";
import { purgeDeliveries } from "../storage/deliveries";
import { purgeInbox } from "../storage/inbox";
import { purgeLinkCodes } from "../storage/link-codes";
import { purgeOutbox } from "../storage/outbox";
import { purgeTransferQrs } from "../storage/transfer-qrs";
import type { JobContext } from "./context";

const dayMs = 24 * 60 * 60 * 1000;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

/** Forgets what is over: bodies of events 7 days after they were done, their ids after 30, sent messages after 7, dead buttons after 180, what was said in conversations, and codes for transfers, when they are over. */
export async function purgeOld({ now }: JobContext): Promise<void> {
  const real = new Date();
  await purgeInbox(before(real, 7), before(real, 30));
  await purgeOutbox(before(now, 7));
  await purgeDeliveries(before(real, 7));
  await purgeActions(before(now, 180));
  await purgeConversations(now, before(now, 30));
  await purgeLinkCodes(before(now, 30));
  await purgeTransferQrs(now);
}
