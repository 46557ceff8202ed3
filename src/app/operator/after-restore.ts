import type { GroupId } from "../../domain/ids";
import { inNextSeries, receiptAfter, receiptText } from "../../domain/ledger/receipt";
import { voidAllActions } from "../../storage/actions";
import { endAllConversations } from "../../storage/conversations";
import { endAllDeliveries } from "../../storage/deliveries";
import { findNetwork } from "../../storage/groups";
import { hasEntryWithHash } from "../../storage/journal";
import { lockHead } from "../../storage/ledger-heads";
import { forgetLeases } from "../../storage/leases";
import { voidAllCodes } from "../../storage/link-codes";
import { holdUnsent } from "../../storage/outbox";
import { inTransaction, type Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import type { ToldHead } from "../ledger/check-books";

/** Entries that a told head proves and the restored books do not have. */
export interface MissingEntries {
  group: string;
  /** The head as it was told. */
  head: string;
  /** Number of the last entry that the books have; 0 when they do not have the group at all. */
  lastEntry: number;
  /** The first receipt that is missing if any receipt is; null when they do not have the group. */
  fromReceipt: string | null;
}

/** What became of restored data that a backup must not bring back to life. */
export interface AfterRestore {
  held: number;
  voidCards: number;
  voidCodes: number;
  /** The series in which each group's receipts go on. */
  series: Record<string, string>;
  missing: MissingEntries[];
}

/**
 * Makes restored books fit to go on, before any server uses them: nothing is sent until the operator releases it; cards, codes and
 * conversations are void; receipts go on in a new series, since numbers after the backup may be on paper; and each chain says that it
 * was restored. `told` are heads that people were told; those that the books do not hold are missing.
 */
export async function settleRestored(options: {
  now: Date;
  madeAt: Date;
  told: readonly ToldHead[];
  /** The first letter that a series may have: after a second restore of the same backup. */
  seriesAtLeast?: string;
}): Promise<AfterRestore> {
  await forgetLeases();
  await endAllDeliveries("restored");
  await endAllConversations();
  const held = await holdUnsent();
  const voidCards = await voidAllActions();
  const voidCodes = await voidAllCodes();
  const groupIds = (await inTransaction((tx) => findNetwork(tx)))?.groupIds ?? [];
  const series: Record<string, string> = {};
  const missing = options.told.filter(({ groupId }) => !groupIds.some((id) => id === groupId)).map(wholeGroup);
  for (const groupId of groupIds) {
    const told = options.told.filter((head) => head.groupId === groupId);
    const turned = await inTransaction((tx) => turnBooks(tx, groupId, { ...options, told }));
    series[groupId] = turned.series;
    missing.push(...turned.missing);
  }
  return { held, voidCards, voidCodes, series, missing };
}

function wholeGroup({ groupId, hash }: ToldHead): MissingEntries {
  return { group: groupId, head: hash, lastEntry: 0, fromReceipt: null };
}

async function turnBooks(
  tx: Tx,
  groupId: GroupId,
  { now, madeAt, told, seriesAtLeast }: Parameters<typeof settleRestored>[0],
): Promise<{ series: string; missing: MissingEntries[] }> {
  const head = await lockHead(tx, groupId);
  const missing: MissingEntries[] = [];
  for (const { hash } of told) {
    if (await hasEntryWithHash(tx, groupId, hash)) continue;
    const fromReceipt = receiptText(receiptAfter(head.receipt));
    missing.push({ group: groupId, head: hash, lastEntry: head.seq, fromReceipt });
  }
  const receipt = inNextSeries(head.receipt, seriesAtLeast);
  await postRecord(
    tx,
    { ...head, receipt },
    {
      kind: "ledger.restored",
      key: `${groupId}:${receipt.series}`,
      now,
      actor: { personId: null, memberId: null, position: "operator" },
      source: "import",
      record: {
        madeAt: madeAt.toISOString(),
        lastReceipt: head.receipt.no > 0 ? receiptText(head.receipt) : null,
        series: receipt.series,
        missingHeads: missing.length > 0 ? missing.map((one) => one.head).join(" ") : null,
      },
    },
  );
  return { series: receipt.series, missing };
}
