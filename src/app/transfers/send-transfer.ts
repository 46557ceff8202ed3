import { instantOf, localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { PhotoId } from "../../domain/ids";
import { sum } from "../../domain/money";
import { calmed, type Done, type Notice } from "../../domain/notice";
import type { DepositSplit } from "../../domain/savings/deposit";
import { newTransferNotice, partId, ringing, type TransferNotice } from "../../domain/transfers/transfer-notice";
import { findHeads } from "../../storage/ledger-heads";
import { findPhoto } from "../../storage/photos";
import { findTransferNotice, findTransfersSentBy, insertTransferNotice } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import type { Actor, Passbook } from "../people/actor";
import { examineSplit, type DepositPreview } from "../savings/deposits";
import { findConfirmers } from "./confirmers";
import { seenBefore } from "./seen-before";
import { askConfirmers } from "./tell-confirmers";
import { transferView, type TransferView } from "./transfer-view";

/** What a member says of her transfer besides its sums. */
export interface TransferTold {
  on: LocalDate;
  time: string | null;
  reference: string | null;
  /** Whether the slip's own code says that number. */
  isReferenceRead: boolean;
  photoId: PhotoId | null;
}

/** What of a transfer is for one passbook. */
export interface TransferPart {
  passbook: Passbook;
  split: DepositSplit[];
}

/**
 * Reads what a transfer would do to a passbook, before it is told to anybody. Nothing is kept. Throws `transfer.nobody` where no treasurer could
 * answer, and what examineSplit throws.
 */
export async function previewTransfer(
  tx: Tx,
  actor: Actor,
  { passbook, split, now }: { passbook: Passbook; split: DepositSplit[]; now: Date },
): Promise<DepositPreview> {
  const { group, member } = passbook;
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  const preview = await examineSplit(tx, { group, member, split, day: head.day, on: localDateOf(now) });
  const sentBy = senderOf(actor, passbook);
  if ((await findConfirmers(tx, group, { groupId: group.id, memberId: member.id, sentBy }, now)).length === 0)
    throw new DomainError("transfer.nobody", { groupName: group.name.th });
  return preview;
}

/**
 * Keeps a member's notices of a transfer, one a passbook and each once under its id, and asks the treasurers to compare them with the bank
 * passbook; nothing is posted. Of many transfers that one phone tells on a day, the first five ring at the treasurers'; none is refused. Throws what previewTransfer throws, and `photo.destroyed` where the slip was too long without a notice.
 */
export async function sendTransfer(
  tx: Tx,
  actor: Actor,
  input: TransferTold & { id: string; parts: readonly TransferPart[]; now: Date },
): Promise<Done<TransferView[]>> {
  const { id, parts, now, ...told } = input;
  const earlier = await findTransferNotice(tx, id);
  if (earlier) return { result: await showParts(tx, parts, id, now), notices: [] };
  await refuseLostSlip(tx, told.photoId);
  const total = sum(parts.flatMap(({ split }) => split.map(({ amount }) => amount)));
  const partOf = parts.length === 1 ? null : { transferId: id, parts: parts.length, total };
  const isCalm = (await toldToday(tx, actor, now)) >= ringing;
  const done: Done<TransferView[]> = { result: [], notices: [] };
  for (const [at, part] of parts.entries()) {
    const { view, notices } = await sendPart(tx, actor, part, { ...told, id: partId(id, at), partOf, now });
    done.result.push(view);
    done.notices.push(...(isCalm ? notices.map(calmed) : notices));
  }
  return done;
}

/** How many transfers this phone told of today; the passbooks of one transfer are one. */
async function toldToday(tx: Tx, { personId }: Actor, now: Date): Promise<number> {
  const told = await findTransfersSentBy(tx, personId, instantOf(localDateOf(now)));
  return new Set(told.map(({ id, partOf }) => partOf?.transferId ?? id)).size;
}

async function sendPart(
  tx: Tx,
  actor: Actor,
  { passbook, split }: TransferPart,
  { now, ...told }: TransferTold & Pick<TransferNotice, "id" | "partOf"> & { now: Date },
): Promise<{ view: TransferView; notices: Notice[] }> {
  const { group, member } = passbook;
  await previewTransfer(tx, actor, { passbook, split, now });
  const by = { groupId: group.id, memberId: member.id, sentBy: senderOf(actor, passbook), sentAt: now };
  const facts = { ...told, ...by, split };
  const notice = newTransferNotice(facts, await seenBefore(tx, { ...facts, state: "waiting" }, now));
  await insertTransferNotice(tx, notice);
  const view = await transferView(tx, group, notice, now);
  return { view, notices: askConfirmers(await findConfirmers(tx, group, notice, now), notice, view) };
}

/** A slip of a draft that nobody sent for days is destroyed: it would prove nothing. */
async function refuseLostSlip(tx: Tx, photoId: PhotoId | null): Promise<void> {
  const photo = photoId === null ? null : await findPhoto(tx, photoId);
  if (photo?.destroyed) throw new DomainError("photo.destroyed", { at: photo.destroyed.at.toISOString() });
}

/** The notices of a transfer as who sent it sees them now. Throws `card.foreign` where her phone opens one of the passbooks no more. */
export async function showParts(
  tx: Tx,
  parts: readonly Pick<TransferPart, "passbook">[],
  id: string,
  now: Date,
): Promise<TransferView[]> {
  const views: TransferView[] = [];
  for (const [at, { passbook }] of parts.entries()) views.push(await showTransfer(tx, passbook, partId(id, at), now));
  return views;
}

/** A notice as who sent it sees it now. Throws `card.foreign` where her phone opens that passbook no more. */
export async function showTransfer(tx: Tx, passbook: Passbook, id: string, now: Date): Promise<TransferView> {
  const notice = await findTransferNotice(tx, id);
  if (notice?.memberId !== passbook.member.id) throw new DomainError("card.foreign", {});
  return transferView(tx, passbook.group, notice, now);
}

function senderOf(actor: Actor, { member, group, via }: Passbook): TransferNotice["sentBy"] {
  const self = via === "own" ? member : actor.own.find((own) => own.group.id === group.id)?.member;
  return { personId: actor.personId, memberId: (self ?? member).id };
}
