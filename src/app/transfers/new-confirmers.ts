import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import { calmed, type Notice } from "../../domain/notice";
import { ringing } from "../../domain/transfers/transfer-notice";
import { findMembers } from "../../storage/members";
import { findWaitingTransfers } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { confirmersAmong } from "./confirmers";
import { askConfirmers } from "./tell-confirmers";
import { transferView } from "./transfer-view";

/**
 * What waits of transfers is told to whoever may answer it since offices changed and could not before: to a new treasurer, and of her own to another officer in her
 * place. The first ones ring, the others come with the day's bundle.
 */
export async function askNewConfirmers(tx: Tx, before: Group, after: Group, now: Date): Promise<Notice[]> {
  const waiting = await findWaitingTransfers(tx, [after.id]);
  if (waiting.length === 0) return [];
  const officers = [...before.officers, ...after.officers].map(({ memberNo }) => memberId(after.id, memberNo));
  const named = waiting.flatMap(({ memberId: whose, sentBy }) => [whose, sentBy.memberId]);
  const read = await findMembers(tx, [...new Set([...officers, ...named])]);
  const notices: Notice[] = [];
  for (const notice of waiting) {
    const asked = confirmersAmong(read, before, notice, now).map(({ member }) => member.id);
    const added = confirmersAmong(read, after, notice, now).filter(({ member }) => !asked.includes(member.id));
    if (added.length > 0) notices.push(...askConfirmers(added, notice, await transferView(tx, after, notice, now)));
  }
  return notices.map((notice, at) => (at < ringing ? notice : calmed(notice)));
}
