import { isByPaper } from "../approvals/two-officers";
import type { MemberId } from "../ids";
import type { JournalEntry } from "../ledger/chain";
import { receiptText } from "../ledger/receipt";
import { incomingKindOf } from "../incomings/incoming";
import { reversibleKinds } from "../ledger/reversal";
import { seenBeforeIn } from "../transfers/transfer-notice";

/** Something that one person did alone: what, who, and the receipt or passbook that it is about. */
export interface DoneAlone {
  kind: "money-moved" | "money-came" | "on-paper" | "own-money" | "against-warning" | "link" | "unplanned-day";
  /** Null where no member did: the operator's code. */
  by: MemberId | null;
  /** The number of a receipt or voucher, or of the member whose passbook it is. */
  about: string;
}

/**
 * What one person did alone among a day's entries: money that left or moved, or a correction, with nobody beside or a second who signed on paper; money that an officer
 * recorded in her own passbook, her spouse's, her wards' or one of which she alone hears (`parties` of her); a transfer that she confirmed though
 * its card warned; a passbook that a single officer's code opened. Receipts of other
 * members' money are not among them: their owners hear of each.
 */
export function doneAlone(
  entries: readonly JournalEntry[],
  parties: (officer: MemberId) => readonly MemberId[],
): DoneAlone[] {
  return entries.flatMap((entry): DoneAlone[] => {
    const { kind, actor, secondedBy, record, receipt, seq } = entry;
    const about = receipt ? receiptText(receipt) : String(seq);
    if (kind === "savings.deposit") {
      const alone = [
        ...(isOwn(entry, parties) ? ["own-money" as const] : []),
        ...(seenBeforeIn(entry).length > 0 ? ["against-warning" as const] : []),
      ];
      return alone.map((one) => ({ kind: one, by: actor.memberId, about }));
    }
    if (incomingKindOf(kind) && !secondedBy) return [{ kind: "money-came", by: actor.memberId, about }];
    if (kind === "day.opened" && record?.["planned"]) return [{ kind: "unplanned-day", by: actor.memberId, about }];
    if ((reversibleKinds.includes(kind) || kind === "reversal") && (!secondedBy || isByPaper(record)))
      return [{ kind: isByPaper(record) ? "on-paper" : "money-moved", by: actor.memberId, about }];
    if (kind === "link.made" && record?.["secondedBy"] == null)
      return [{ kind: "link", by: madeBy(record?.["madeBy"]), about: String(record?.["memberNo"]) }];
    return [];
  });
}

function isOwn({ actor, postings }: JournalEntry, parties: (officer: MemberId) => readonly MemberId[]): boolean {
  if (actor.memberId === null) return false;
  const own = parties(actor.memberId);
  return postings.some(({ memberId }) => memberId !== undefined && own.includes(memberId));
}

const madeBy = (id: unknown): MemberId | null => (typeof id === "string" ? (id as MemberId) : null);
