import { localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { account } from "../../domain/ledger/accounts";
import type { LedgerHead } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import {
  confirmed,
  isTornApart,
  partiesToTransfer,
  refused,
  transferKey,
  transferRecord,
  type TransferNotice,
} from "../../domain/transfers/transfer-notice";
import { getGroup } from "../../storage/groups";
import { findByKey } from "../../storage/journal";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import { dropAsked } from "../../storage/outbox";
import { findTransferNotice, saveTransferNotice } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { refuseLeftOpen } from "../days/next-day";
import { entryActor, refuseTooNew, type Actor, type HeldOffice } from "../people/actor";
import { auditorsOf } from "../people/officers";
import { findHearers } from "../people/reached";
import { examineSplit, type DepositPreview } from "../savings/deposits";
import { postReceived, type DepositReceipt } from "../savings/receive-money";
import { findConfirmers } from "./confirmers";
import { roundId } from "./tell-confirmers";
import { transferView, type TransferView } from "./transfer-view";

/** What an officer's card names: a notice, and the round in which it asked. */
export interface TransferCard {
  noticeId: string;
  round: number;
}

/** What came of a confirmation. `already`: the same sums of the same member stand in this day's books, so that an explicit second one must be asked for. */
export type TransferOutcome =
  | { kind: "posted"; receipt: DepositReceipt; member: Member }
  | { kind: "already"; view: TransferView; earlier: NonNullable<DepositPreview["already"]> }
  | { kind: "decided"; view: TransferView };

/**
 * Posts a transfer that an officer found at the bank, once a round, on whatever day is open, with the receipt to the member. One that is decided
 * already is shown as it stands. Throws `role.missing`, `role.too-new`, `transfer.own`, `card.outdated` for a card from before its receipt was
 * taken back, `day.left-open`, and what examineSplit throws.
 */
export async function confirmTransfer(
  tx: Tx,
  actor: Actor,
  input: TransferCard & { anotherOne: boolean; now: Date },
): Promise<Done<TransferOutcome>> {
  const { now } = input;
  const { head, group, notice, seat } = await opened(tx, actor, input);
  const earlier = await findByKey(tx, transferKey(notice));
  if (notice.state !== "waiting" || earlier)
    return { result: { kind: "decided", view: await transferView(tx, group, notice, now) }, notices: [] };
  refuseLeftOpen(group, head.day, now);
  const [member] = await findMembers(tx, [notice.memberId]);
  if (!member) throw new Error("a notice is of a member");
  const { split } = notice;
  const on = head.day.kind === "working" ? head.day.on : localDateOf(now);
  const { already, rows, pledge } = await examineSplit(tx, { group, member, split, day: head.day, on });
  if (already && !input.anotherOne) {
    const view = await transferView(tx, group, notice, now);
    return { result: { kind: "already", view, earlier: already }, notices: [] };
  }
  const into = { group, into: account.bank, on, now, source: "chat", rules: null } as const;
  const known = { idempotencyKey: transferKey(notice), record: transferRecord(notice) };
  const received = { member, split, rows, pledge, ...known };
  const { entries, receipts, notices: told } = await postReceived(tx, { head, seat }, into, [received]);
  const [entry, receipt] = [entries[0], receipts.get(member.id)];
  if (!entry || !receipt) throw new Error("what is received has an entry and a receipt");
  const done = confirmed(notice, entryActor(seat), now, entry.id);
  await close(tx, done);
  const view = await transferView(tx, group, done, now);
  const notices = [...told, ...(await toSender(tx, done, member, view)), ...tornApart(group, view)];
  return { result: { kind: "posted", receipt, member }, notices };
}

/** Whether an officer may answer a notice now, and how it stands: before she is asked for a reason. Throws as confirmTransfer. */
export async function examineTransfer(
  tx: Tx,
  actor: Actor,
  input: TransferCard & { now: Date },
): Promise<{ group: Group; view: TransferView }> {
  const { group, notice } = await read(tx, actor, input);
  return { group, view: await transferView(tx, group, notice, input.now) };
}

/** Tells a member that her transfer is not at the bank, and why; nothing is posted. One that is decided already is shown as it stands. Throws as confirmTransfer. */
export async function refuseTransfer(
  tx: Tx,
  actor: Actor,
  input: TransferCard & { reason: string; now: Date },
): Promise<Done<TransferView>> {
  const { now } = input;
  const { group, notice, seat } = await opened(tx, actor, input);
  if (notice.state !== "waiting") return { result: await transferView(tx, group, notice, now), notices: [] };
  const done = refused(notice, entryActor(seat), now, input.reason);
  await close(tx, done);
  const view = await transferView(tx, group, done, now);
  const told: Notice = { to: { memberId: done.memberId, asOwner: true }, kind: "transfer.decided", view };
  const [member] = await findMembers(tx, [done.memberId]);
  return {
    result: view,
    notices: [told, ...(member ? await toSender(tx, done, member, view) : []), ...tornApart(group, view)],
  };
}

/** One transfer is one line at the bank: where a part of it is in the books and another was not found, the auditors look. */
function tornApart(group: Group, view: TransferView): Notice[] {
  if (!isTornApart(view.state, view.partOf)) return [];
  return auditorsOf(group).map((id) => ({ to: { memberId: id }, kind: "transfer.torn-apart", view }));
}

/** The group's head is locked before the notice is read: two officers who answer at once do it one after the other. */
async function opened(tx: Tx, actor: Actor, card: TransferCard & { now: Date }) {
  const { groupId } = await getNotice(tx, card);
  const head: LedgerHead = await lockHead(tx, groupId);
  return { head, ...(await read(tx, actor, card)) };
}

async function read(tx: Tx, actor: Actor, card: TransferCard & { now: Date }) {
  const notice = await getNotice(tx, card);
  const group = await getGroup(tx, notice.groupId);
  const seat = await seatOf(tx, actor, group, notice, card.now);
  if (notice.round !== card.round) throw new DomainError("card.outdated", { why: "changed" });
  return { notice, group, seat };
}

async function getNotice(tx: Tx, { noticeId }: Pick<TransferCard, "noticeId">): Promise<TransferNotice> {
  const notice = await findTransferNotice(tx, noticeId);
  if (!notice) throw new Error("only our own buttons name a notice");
  return notice;
}

async function seatOf(tx: Tx, actor: Actor, group: Group, notice: TransferNotice, now: Date): Promise<HeldOffice> {
  const seats = actor.offices.filter((held) => held.group.id === group.id);
  const own = await findMembers(tx, [notice.memberId, notice.sentBy.memberId]);
  const isParty =
    actor.personId === notice.sentBy.personId ||
    seats.some(({ member }) => partiesToTransfer(notice, own).includes(member.id));
  if (isParty) throw new DomainError("transfer.own", { memberNo: own[0]?.memberNo ?? "" });
  const confirmers = await findConfirmers(tx, group, notice, now);
  const able = confirmers.find(({ member }) => seats.some((held) => held.member.id === member.id));
  if (able) return { group, member: able.member, office: able.office };
  for (const { member } of seats) refuseTooNew(member, now);
  throw missingPower("record-money", group.name.th);
}

async function close(tx: Tx, notice: TransferNotice): Promise<void> {
  await saveTransferNotice(tx, notice);
  await dropAsked(tx, roundId(notice));
}

/** Who sent it for another hears the result too, unless her phone gets what the member's does. */
async function toSender(tx: Tx, { sentBy }: TransferNotice, member: Member, view: TransferView): Promise<Notice[]> {
  const hearers = sentBy.memberId === member.id ? [] : await findHearers(tx, member);
  if (sentBy.memberId === member.id || hearers.some(({ id }) => id === sentBy.memberId)) return [];
  return [{ to: { memberId: sentBy.memberId }, kind: "transfer.decided", view }];
}
