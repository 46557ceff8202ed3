import { receiptText } from "../../domain/ledger/receipt";
import type { Satang } from "../../domain/money";
import { memberName, type MemberName } from "../../domain/people";
import { transferred, type Likeness, type TransferNotice } from "../../domain/transfers/transfer-notice";
import { findEntries } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import { findTransferNotices } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";

/** An earlier notice that is like another one, as it stands now. Of one in another group nothing is told but its day: `told` is null. */
export interface SeenNotice {
  how: Likeness[];
  sentAt: Date;
  told: { member: MemberName; total: Satang; state: TransferNotice["state"]; receipt: string | null } | null;
}

/** The earlier notices that a notice is like, newest first. */
export async function seenNotices(
  tx: Tx,
  { groupId, seenBefore }: Pick<TransferNotice, "groupId" | "seenBefore">,
): Promise<SeenNotice[]> {
  const ids = [...new Set(seenBefore.map(({ noticeId }) => noticeId))];
  if (ids.length === 0) return [];
  const own = (await findTransferNotices(tx, ids)).filter((earlier) => earlier.groupId === groupId);
  const members = await findMembers(tx, [...new Set(own.map(({ memberId }) => memberId))]);
  const entryIds = own.map(({ entryId }) => entryId).filter((id) => id !== null);
  const entries = entryIds.length === 0 ? [] : await findEntries(tx, entryIds);
  const seen = ids.map((id): SeenNotice => {
    const found = seenBefore.filter(({ noticeId }) => noticeId === id);
    const earlier = own.find((notice) => notice.id === id);
    const member = members.find((one) => one.id === earlier?.memberId);
    const receipt = entries.find((entry) => entry.id === earlier?.entryId)?.receipt;
    return {
      how: found.map(({ how }) => how),
      sentAt: found[0]?.sentAt ?? new Date(0),
      told:
        earlier && member
          ? {
              member: memberName(member),
              total: transferred(earlier),
              state: earlier.state,
              receipt: receipt ? receiptText(receipt) : null,
            }
          : null,
    };
  });
  return seen.sort((one, other) => other.sentAt.getTime() - one.sentAt.getTime());
}
