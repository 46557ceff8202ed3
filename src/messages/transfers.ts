import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/transfers/transfer.json";
import type { PaymentDetails } from "../domain/groups/payment-details";
import { sum, zero } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, opening, postback, quickSaying, quickText } from "./actions";
import { badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { shortName } from "./labels";
import { photoLink } from "./page-links";
import { row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { seenTexts } from "./transfer-seen";
import { accountLines, changeLines, oneWayLines, type ChangedAccount, type WithoutQr } from "./transfer-account";
import {
  senderRows,
  togetherNotes,
  toldRows,
  transferLayout,
  type TransferSums,
  type TransferTold,
  type TransferView,
} from "./transfer-layout";
import type { GroupName } from "./views";

export type { TransferView } from "./transfer-layout";

/** Where to transfer, and what who asked for a code hears where there is none. */
interface Payable {
  details: PaymentDetails;
  without: WithoutQr | null;
}

/** Asks what was transferred and for what, all in one text; where the group's account is told, it is named, with the one that is to come. */
export function askTransferSums(
  reader: Reader,
  view: Payable & ChangedAccount & { group: GroupName; member: MemberName; again: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  const account = accountLines(say, view.details);
  const lines = [
    ...(view.again ? [say.t("transfers.ask.again")] : []),
    say.t("transfers.ask.sums", { member: say.member(view.member), example: say.t("transfers.ask.example") }),
    ...(account.length > 0 ? ["", say.t("transfers.account.label"), ...account, ...changeLines(say, view)] : []),
    ...withoutLines(say, view),
  ];
  return textMessage(lines.join("\n"), [quickText(say.t("transfers.ask.dont")), quickSaying(say, "talk")]);
}

/** The slip came before its sums: it is kept, and they are asked for. */
export function slipKept(reader: Reader, { member }: { member: MemberName }): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { member: say.member(member), example: say.t("transfers.ask.example") };
  return textMessage(say.t("transfers.ask.slipKept", values), [
    quickText(say.t("transfers.ask.dont")),
    quickSaying(say, "talk"),
  ]);
}

/** Nowhere to transfer to is said to everybody, the others to who asked for a code. */
const withoutLines = (say: Speak, { details, without }: Payable): string[] =>
  details.bank === undefined && details.promptPay === undefined
    ? [say.t("transferQr.without.nowhere")]
    : without === null
      ? []
      : [say.t(`transferQr.without.${without}`)];

/** The sums as they were understood, where to transfer them, and the wish for the slip; with the button that gives the code of this sum. */
export const transferSlipQuestion = card<
  TransferSums & { details: PaymentDetails; qr: string | null; noSlip: string; drop: string }
>({
  name: "transfers/transfer",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    transferLayout(say, view, {
      title: say.t("transfers.slip.title"),
      // The question before names them all.
      account: oneWayLines(say, view.details),
      notes: accountLines(say, view.details).length > 0 ? [] : [say.t("transferQr.without.nowhere")],
      buttons: buttons(
        view.qr === null
          ? null
          : postback(
              view.qr,
              say.t("transferQr.button", { amount: say.money(view.total) }),
              say.t("transferQr.buttonLong"),
            ),
        postback(view.noSlip, say.t("transfers.slip.none")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Says to who asked for a code why there is none. */
export function withoutQrTold(reader: Reader, { without }: { without: WithoutQr }): messagingApi.TextMessage {
  return textMessage(speak(reader).t(`transferQr.without.${without}`));
}

/** The member's question before the treasurer is told. */
export const transferConfirmation = card<TransferTold & { isDaySaid: boolean; confirm: string; drop: string }>({
  name: "transfers/transfer",
  template,
  quickReplies: (say, { isDaySaid }) => (isDaySaid ? [] : [quickText(say.t("transfers.confirmation.yesterday"))]),
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    transferLayout(say, view, {
      title: say.t("transfers.confirmation.title"),
      rows: toldRows(say, view),
      notes: [say.t(confirmationNote(view))],
      buttons: buttons(
        postback(
          view.confirm,
          say.t("transfers.confirmation.confirm", { amount: say.money(view.total) }),
          say.t("transfers.confirmation.confirmLong"),
        ),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** A day that nobody named is the one on which it is told: she may say another. */
const confirmationNote = ({ hasSlip, isDaySaid }: { hasSlip: boolean; isDaySaid: boolean }) =>
  !isDaySaid
    ? "transfers.confirmation.noteDay"
    : hasSlip
      ? "transfers.confirmation.note"
      : "transfers.confirmation.noteNoSlip";

const stateBadge = { waiting: "waiting", confirmed: "done", refused: "refused" } as const;

/** A notice as who sent it sees it: that it waits, for whom and how long; or what came of it. */
export const transferStatus = card<TransferView>({
  name: "transfers/transfer",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    transferLayout(say, view, {
      title: say.t(`transfers.status.${view.state}.title`),
      badge: badge(say, stateBadge[view.state], `transfers.status.${view.state}.badge`),
      rows: [...senderRows(say, view), ...receiptRows(say, view)],
      notes: [
        ...togetherNotes(say, view),
        ...decidedTexts(say, view),
        say.t(`transfers.status.${view.state}.note`, { days: view.daysToAnswer }),
      ],
    }),
});

/** A notice with the treasurer's two answers. */
export interface TransferRequestView extends TransferView {
  confirm: string;
  refuse: string;
  /** The same sums of the same member stand in this day's books already; left out where they do not. */
  already?: { at: Date; by: OfficerName | null; receipt: string };
}

/** The treasurer's question: who transferred what, when, with a warning where it was seen before. */
export const transferRequest = card<TransferRequestView>({
  name: "transfers/transfer",
  template,
  alt: (say, view) =>
    say.t("transfers.request.alt", { amount: say.money(view.total), member: say.nickname(view.member) }),
  layout: (say, view) => {
    const link = view.photoId === null ? null : photoLink(view.photoId);
    return transferLayout(say, view, {
      title: say.t("transfers.request.title"),
      rows: [...senderRows(say, view), ...requestRows(say, view)],
      warnings: [...togetherNotes(say, view), ...warningsOf(say, view)],
      isWordless: view.partOf !== null || warningsOf(say, view).length > 0,
      notes: warningsOf(say, view).length > 0 || view.partOf !== null ? [] : [say.t("transfers.request.note")],
      buttons: buttons(
        postback(view.confirm, ...confirmLabels(say, view)),
        link === null ? null : opening(say.t("transfers.request.slip"), link),
        postback(view.refuse, say.t("transfers.request.refuse")),
      ),
    });
  },
});

/** Beside a warning there is no room for what the slip shows: its picture is one tap away. */
function requestRows(say: Speak, view: TransferRequestView): Row[] {
  const [on, ...proof] = toldRows(say, { ...view, hasSlip: view.photoId !== null });
  const isShown = view.photoId === null || warningsOf(say, view).length === 0;
  return [...(on ? [on] : []), ...(isShown ? proof : [])];
}

function confirmLabels(say: Speak, view: TransferRequestView): string[] {
  if (view.already) return [say.t("transfers.request.confirmAnother")];
  const amount = say.money(view.total);
  return [say.t("transfers.request.confirm", { amount }), say.t("transfers.request.confirmLong")];
}

function warningsOf(say: Speak, { already, seenBefore }: TransferRequestView): string[] {
  const seen = seenTexts(say, seenBefore);
  if (!already) return seen;
  const { at, by, receipt } = already;
  const values = { at: say.instant(at), by: shortName(say.officer(by)), receipt };
  return [say.t("transfers.request.already", values), ...seen];
}

/** Asks the treasurer why a transfer was not found; the member hears her words. */
export function askRefusalReason(
  reader: Reader,
  view: Pick<TransferView, "member" | "total" | "partOf">,
): messagingApi.TextMessage {
  const say = speak(reader);
  const inBooks = view.partOf?.confirmed ?? zero;
  const reasons = (["notYet", "otherSum", "twice"] as const).map((key) => quickText(say.t(`transfers.reasons.${key}`)));
  const values = { amount: say.money(view.total), member: say.member(view.member) };
  const beware = inBooks > 0 ? [say.t("transfers.inBooks", { amount: say.money(inBooks) })] : [];
  return textMessage([...beware, say.t("transfers.askReason", values)].join("\n"), reasons);
}

/** Tells an auditor of one transfer of which a part is in the books and another was not found. */
export function transferTornApart(reader: Reader, view: TransferView): messagingApi.TextMessage {
  const say = speak(reader);
  const others = view.partOf ?? { parts: 1, total: view.total, confirmed: zero, refused: zero };
  const own = (state: TransferView["state"]) => (view.state === state ? view.total : zero);
  const text = say.t("transfers.tornApart", {
    group: say.group(view.group),
    total: say.money(others.total),
    parts: others.parts,
    confirmed: say.money(sum([others.confirmed, own("confirmed")])),
    refused: say.money(sum([others.refused, own("refused")])),
    member: say.member(view.member),
  });
  return textMessage([text, ...decidedTexts(say, view), say.t("transfers.tornApartAsk")].join("\n"));
}

function receiptRows(say: Speak, { paid }: TransferView): Row[] {
  if (!paid) return [];
  return [row(say.t("transfers.rows.receipt"), paid.receipt), row(say.t("deposits.receipt.check"), paid.checkCode)];
}

function decidedTexts(say: Speak, view: TransferView): string[] {
  const { state, decidedBy, decidedAt, reason, daysOverdue, nudged } = view;
  if (!decidedAt && daysOverdue === 0) return [];
  if (!decidedAt) {
    const asked = nudged ? [say.t(`transfers.status.nudged.${nudged.who}`, { at: say.instant(nudged.at) })] : [];
    return [...asked, say.t("transfers.status.overdue", { days: daysOverdue })];
  }
  const values = { by: shortName(say.officer(decidedBy)), at: say.instant(decidedAt), reason: reason ?? "" };
  return [say.t(state === "refused" ? "transfers.refusedBy" : "transfers.confirmedBy", values)];
}
