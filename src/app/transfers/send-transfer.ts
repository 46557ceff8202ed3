import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { PhotoId } from "../../domain/ids";
import type { Done } from "../../domain/notice";
import { memberName, type MemberName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import {
  likenessOf,
  newTransferNotice,
  type SeenBefore,
  type TransferNotice,
} from "../../domain/transfers/transfer-notice";
import { findHeads } from "../../storage/ledger-heads";
import { findPhoto, findPhotosWithHash } from "../../storage/photos";
import { findAlike, findTransferNotice, insertTransferNotice } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import type { Actor, Passbook } from "../people/actor";
import { examineSplit, type DepositPreview } from "../savings/deposits";
import { findConfirmers } from "./confirmers";
import { askConfirmers } from "./tell-confirmers";
import { transferView, type TransferView } from "./transfer-view";

/** What a member says of her transfer. */
export interface TransferTold {
  split: DepositSplit[];
  on: LocalDate;
  time: string | null;
  reference: string | null;
  photoId: PhotoId | null;
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
 * Keeps a member's notice of a transfer, once under its id, and asks the treasurers to compare it with the bank passbook; nothing is posted.
 * Throws what previewTransfer throws.
 */
export async function sendTransfer(
  tx: Tx,
  actor: Actor,
  input: TransferTold & { id: string; passbook: Passbook; now: Date },
): Promise<Done<TransferView>> {
  const { id, passbook, now, ...told } = input;
  const { group, member } = passbook;
  const earlier = await findTransferNotice(tx, id);
  if (earlier) return { result: await transferView(tx, group, earlier, now), notices: [] };
  await previewTransfer(tx, actor, { passbook, split: told.split, now });
  const facts = { id, groupId: group.id, memberId: member.id, sentBy: senderOf(actor, passbook), sentAt: now, ...told };
  const notice = newTransferNotice(facts, await seenBefore(tx, { ...facts, state: "waiting" }));
  await insertTransferNotice(tx, notice);
  const view = await transferView(tx, group, notice, now);
  return { result: view, notices: askConfirmers(await findConfirmers(tx, group, notice, now), notice, view) };
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

/** Who sends a notice for another's passbook; null for her own. */
export function senderName(actor: Actor, passbook: Passbook): MemberName | null {
  const own = passbook.via === "own" ? null : actor.own.find(({ group }) => group.id === passbook.group.id);
  return own ? memberName(own.member) : null;
}

/** Earlier notices like this one, one a likeness: the newest. */
async function seenBefore(
  tx: Tx,
  told: Pick<TransferNotice, keyof TransferTold | "id" | "groupId" | "memberId" | "state">,
): Promise<SeenBefore[]> {
  const photo = told.photoId === null ? null : await findPhoto(tx, told.photoId);
  const same = photo ? await findPhotosWithHash(tx, photo.originalSha256) : [];
  const photoIds = same.map(({ id }) => id);
  const alike = await findAlike(tx, { ...told, photoIds });
  const newest = new Map<SeenBefore["how"], SeenBefore>();
  for (const earlier of alike) {
    const isSamePicture = earlier.id !== told.id && earlier.photoId !== null && photoIds.includes(earlier.photoId);
    for (const how of [isSamePicture ? ("image" as const) : null, likenessOf(told, earlier)])
      if (how) newest.set(how, { how, noticeId: earlier.id, sentAt: earlier.sentAt });
  }
  return [...newest.values()];
}
