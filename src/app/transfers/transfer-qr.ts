import { randomBytes } from "node:crypto";
import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import { promptPayProxy, type PromptPayProxy } from "../../domain/groups/promptpay-proxy";
import type { ActionId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { getGroup } from "../../storage/groups";
import { findTransferQr, findTransferQrsOf, insertTransferQr, type TransferQrRow } from "../../storage/transfer-qrs";
import type { Tx } from "../../storage/tx";
import { depositLimit } from "../savings/deposit-checks";

/** A code is good so long, and no longer than what it was made from is in force. */
const lifeMs = 24 * 60 * 60 * 1000;

/** Whom a code of a group names on a day, and the name of that account; null where the group has no PromptPay that a code can name. */
export function receiverOn(
  group: Group,
  on: LocalDate,
): { receiver: PromptPayProxy; accountName: string | null } | null {
  const { promptPay, promptPayName } = paymentDetailsInForce(group, on).details;
  const receiver = promptPay === undefined ? null : promptPayProxy(promptPay);
  return receiver && { receiver, accountName: promptPayName ?? null };
}

/**
 * The code by which a member transfers a sum that she has confirmed, to whom the group's details in force name today; pressed again, the same one
 * while it is good. Throws `amount.not-positive`, `amount.too-large`, and `transfer.no-promptpay` where the group has none by now.
 */
export async function makeTransferQr(
  tx: Tx,
  wanted: { group: Group; amount: Satang; language: "th" | "en"; actionId: ActionId; now: Date },
): Promise<TransferQrRow> {
  const { group, amount, language, actionId, now } = wanted;
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new DomainError("amount.not-positive", { limit: depositLimit });
  if (amount > depositLimit) throw new DomainError("amount.too-large", { limit: depositLimit });
  const named = receiverOn(group, localDateOf(now));
  if (!named) throw new DomainError("transfer.no-promptpay", { groupName: group.name.th });
  const earlier = await findTransferQrsOf(tx, actionId);
  const same = earlier.find((row) => row.language === language && isGood(row, group, now));
  if (same) return same;
  const row: TransferQrRow = {
    _id: randomBytes(16).toString("hex"),
    groupId: group.id,
    ...named,
    amount,
    language,
    actionId,
    expiresAt: new Date(now.getTime() + lifeMs),
  };
  await insertTransferQr(tx, row);
  return row;
}

/** The code whose picture has that name, with its group; null where there is none, it is over, or the group's details are others by now. */
export async function readTransferQr(
  tx: Tx,
  name: string,
  now: Date,
): Promise<(TransferQrRow & { group: Group }) | null> {
  const row = await findTransferQr(tx, name);
  if (!row) return null;
  const group = await getGroup(tx, row.groupId);
  return isGood(row, group, now) ? { ...row, group } : null;
}

function isGood({ receiver, accountName, expiresAt }: TransferQrRow, group: Group, now: Date): boolean {
  const named = receiverOn(group, localDateOf(now));
  return (
    now < expiresAt &&
    named?.receiver.type === receiver.type &&
    named.receiver.target === receiver.target &&
    named.accountName === accountName
  );
}
