import { z } from "zod";
import { requirePassbook, type Passbook } from "../../app/people/actor";
import { previewTransfer, type TransferPart } from "../../app/transfers/send-transfer";
import { receiverOn } from "../../app/transfers/transfer-qr";
import { localDate } from "../../domain/dates";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import type { MemberId } from "../../domain/ids";
import { sum } from "../../domain/money";
import { memberName } from "../../domain/people";
import { canShowPictures } from "../../messages/page-links";
import { accountNumber, type WithoutQr } from "../../messages/transfer-account";
import { transferConfirmation, transferSlipQuestion, withoutQrTold } from "../../messages/transfers";
import type { Answer, Chat } from "../chat";
import { splitField } from "./deposit-questions";
import { photoOf, startField, type Start } from "./transfer-start";

/** The sums of a transfer that are settled, a passbook each. */
export const partsField = z.array(z.object({ memberId: z.string(), split: splitField }));
type Parts = z.output<typeof partsField>;

/** A transfer that is told step by step, once its sums are settled. */
export const draftField = startField.extend({
  parts: partsField.min(1),
  on: z.string().transform(localDate),
  /** Whether she named the day; else it is the one on which she tells it, and she may still change it. */
  isDaySaid: z.boolean().default(true),
});
export type Draft = z.output<typeof draftField>;

/** The passbooks of a draft's parts. Throws `card.foreign` where this phone opens one of them no more. */
export async function partsOf(chat: Chat, { parts }: Pick<Draft, "parts">): Promise<[TransferPart, ...TransferPart[]]> {
  const found: TransferPart[] = [];
  for (const { memberId, split } of parts)
    found.push({ passbook: await requirePassbook(chat.tx, chat.actor, memberId as MemberId), split });
  const [first, ...others] = found;
  if (!first) throw new Error("a draft has a passbook");
  return [first, ...others];
}

/** What both cards of a draft say of its sums. Throws what previewTransfer throws. */
async function sumsView(chat: Chat, parts: readonly [TransferPart, ...TransferPart[]]) {
  const [first, ...others] = parts;
  let group = first.passbook.group;
  for (const part of parts)
    group = { ...group, ...(await previewTransfer(chat.tx, chat.actor, { ...part, now: chat.now })).group };
  return {
    group,
    member: memberName(first.passbook.member),
    split: first.split,
    also: others.map(({ passbook, split }) => ({ member: memberName(passbook.member), split })),
    total: sum(parts.flatMap(({ split }) => split.map(({ amount }) => amount))),
  };
}

/** A newer card of the same person for the same passbooks makes the older void. */
const subjectOf = (chat: Chat, { parts }: Draft): string =>
  `transfer:${chat.actor.personId}:${parts.map(({ memberId }) => memberId).join("+")}`;

/** The conversation that waits for the slip of a draft. */
export function waitingForSlip({ group }: Passbook, draft: Draft): NonNullable<Answer["conversation"]> {
  return { name: "transfer", step: "slip", data: { ...draft, photo: photoOf(group.id, draft) } };
}

/**
 * The card of the sums as they were understood: where to transfer them, the code where there is one, and the wish for the slip. One that was sent before
 * them is not asked for again.
 */
export async function slipQuestion(
  chat: Chat,
  settled: Parts,
  { wantsQr, start }: { wantsQr: boolean; start: Start },
): Promise<Answer> {
  const draft: Draft = { ...start, parts: settled, on: start.on ?? chat.today, isDaySaid: start.on !== null };
  if (draft.photoId !== null) return confirmation(chat, draft);
  const parts = await partsOf(chat, draft);
  const { passbook } = parts[0];
  const view = await sumsView(chat, parts);
  const options = { subject: subjectOf(chat, draft), groupId: passbook.group.id };
  const noSlip = chat.newAction("transfer.no-slip", draft, options);
  const none = withoutQr(chat, passbook);
  const qr = none === null ? chat.newAction("transfer.qr", draft, options) : null;
  const drop = chat.newAction("drop", { of: noSlip, ...(qr === null ? {} : { also: qr }) });
  const { details } = paymentDetailsInForce(passbook.group, chat.today);
  const card = transferSlipQuestion(chat.reader, { ...view, details, qr, noSlip, drop });
  const why = wantsQr && none !== null ? [withoutQrTold(chat.reader, { without: none }), accountNumber(details)] : [];
  return { say: [card, ...why.filter((one) => one !== null)], conversation: waitingForSlip(passbook, draft) };
}

/** Why there is no code for a passbook's group now; null where there is one. */
export function withoutQr(chat: Chat, { group }: Passbook): WithoutQr | null {
  const { bank, promptPay } = paymentDetailsInForce(group, chat.today).details;
  if (bank === undefined && promptPay === undefined) return "nowhere";
  if (!receiverOn(group, chat.today)) return "promptPay";
  return canShowPictures() ? null : "pictures";
}

/** The card that repeats everything before the treasurer is told. What is sent or said after it makes a newer one. */
export async function confirmation(chat: Chat, draft: Draft): Promise<Answer> {
  const parts = await partsOf(chat, draft);
  const { passbook } = parts[0];
  const view = await sumsView(chat, parts);
  const confirm = chat.newAction("transfer.send", draft, {
    subject: subjectOf(chat, draft),
    groupId: passbook.group.id,
  });
  const { on, isDaySaid, time, photoId } = draft;
  const told = { on, isDaySaid, time, reference: referenceOf(draft), hasSlip: photoId !== null };
  const drop = chat.newAction("drop", { of: confirm });
  return {
    say: [transferConfirmation(chat.reader, { ...view, ...told, confirm, drop })],
    conversation: waitingForSlip(passbook, draft),
  };
}

/** The number in the slip's own code stands above a typed one. */
export const referenceOf = ({ readReference, reference }: Draft): string | null => readReference ?? reference;
