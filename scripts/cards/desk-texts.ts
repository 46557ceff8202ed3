import { reopenedDayOf, unplannedDayOf } from "../../flex-messages/days/unplanned-day.sample";
import { messagesLow } from "../../src/messages/month-messages";
import { dayReopened, dayUnplanned } from "../../src/messages/unplanned-day";
import type { messagingApi } from "@line/bot-sdk";
import { batchListOf } from "../../flex-messages/deposits/batch-confirmation.sample";
import { dayReportSamples, dayStillOpenSamples } from "../../flex-messages/days/day-report.sample";
import { officeCashAskedSamples } from "../../flex-messages/office/matter.sample";
import { depositReceiptSamples, treasurerReceiptSamples } from "../../flex-messages/deposits/deposit-receipt.sample";
import { longest, samplesOf, usual, type Samples } from "../../flex-messages/values.sample";
import { askAdmissionLine } from "../../src/messages/admission";
import { batchList, batchPutRight, batchReceipts, batchTooLong } from "../../src/messages/batches";
import { deskOff } from "../../src/messages/desk";
import { dayChanges, dayStillOpen } from "../../src/messages/days";
import { passbookLine } from "../../src/messages/deposits";
import { askHandOverLine } from "../../src/messages/hand-over";
import { officeCashEnded, officeCashReceived } from "../../src/messages/office-cash";
import { askPaperLine, askPaperPhoto } from "../../src/messages/paper";
import { askPaymentDetailsLine } from "../../src/messages/payment-details";
import { askOfficeLine } from "../../src/messages/officers";
import { askVoucherPayee, paymentUnheard } from "../../src/messages/payments";
import { reversalUnheard } from "../../src/messages/reversals";
import { paymentDecidedSamples } from "../../flex-messages/payments/payment.sample";
import { reversalDoneSamples } from "../../flex-messages/reversals/reversal-done.sample";
import { askIncomingLine, askIncomingPlace } from "../../src/messages/incomings";
import { askPledgeLine, pledgeWished } from "../../src/messages/pledge-changes";
import { askMyContract } from "../../src/messages/my-loans";
import * as questions from "../../src/messages/questions";
import { askOwner, askPayee } from "../../src/messages/suspense";
import { askRefusalReason, askWithdrawalSum } from "../../src/messages/withdrawals";
import type { Reader } from "../../src/messages/speak";
import { textEntry, type GalleryEntry } from "./entry";

/** Example views of a text that shows nothing but itself. */
export const plain: Samples<null> = { usual: null };

/** A text that needs no view, drawn as one that has one. */
export const always = (draw: (reader: Reader) => messagingApi.TextMessage) => (reader: Reader) => draw(reader);

/** A list that says more than its card. */
function listed(reader: Reader, view: ReturnType<typeof batchListOf>): messagingApi.TextMessage {
  const text = batchList(reader, view);
  if (!text) throw new Error("a list of so many rows says more than its card");
  return text;
}

/** What the desk is told and asked in plain texts. */
export const deskTexts: readonly GalleryEntry[] = [
  textEntry("passbookLine", passbookLine, treasurerReceiptSamples),
  textEntry(
    "batchReceipts",
    batchReceipts,
    samplesOf(({ group, member, others, small, balance, receipt }) => ({
      group,
      receipts: [member, ...others].map((one) => ({
        member: one,
        rows: [{ purpose: "pledge" as const, amount: small }],
        total: small,
        receipt,
      })),
      total: balance,
    })),
  ),
  textEntry("batchList", listed, { usual: batchListOf(usual, 18, 2), longest: batchListOf(longest, 40, 12) }),
  textEntry("dayUnplanned", dayUnplanned, samplesOf(unplannedDayOf)),
  textEntry("dayReopened", dayReopened, samplesOf(reopenedDayOf)),
  textEntry("messagesLow", messagesLow, { usual: { percent: 80 }, longest: { percent: 100 } }),
  textEntry("paymentUnheard", paymentUnheard, paymentDecidedSamples),
  textEntry("reversalUnheard", reversalUnheard, reversalDoneSamples),
  textEntry(
    "batchPutRight",
    batchPutRight,
    samplesOf(({ receipt }) => ({ receipts: [receipt, receipt] })),
  ),
  textEntry("batchTooLong", batchTooLong, { usual: { most: 12 } }),
  textEntry("deskOff", always(deskOff), plain),
  textEntry("dayChanges", dayChanges, dayReportSamples),
  textEntry("dayStillOpen", dayStillOpen, dayStillOpenSamples),
  textEntry("cardDropped", always(questions.cardDropped), plain),
  textEntry(
    "askPurpose",
    questions.askPurpose,
    samplesOf((values) => ({
      member: values.member,
      amount: values.amount,
      group: values.group,
      options: (["pledge", "special"] as const).map((purpose) => ({ purpose, data: values.data })),
      none: values.data,
    })),
  ),
  textEntry("askAmount", questions.askAmount, {
    ...samplesOf(({ small, amount, balance, data }) => ({
      candidates: [small, amount].map((candidate) => ({ amount: candidate, data })),
      limit: balance,
      none: data,
    })),
    unreadable: { candidates: [], limit: longest.balance, none: usual.data },
  }),
  textEntry(
    "askRepeated",
    questions.askRepeated,
    samplesOf(({ group, member, small, amount, balance, data }) => ({
      member,
      group,
      purpose: "special" as const,
      sums: [small, amount],
      together: { amount: balance, data },
      options: [small, amount].map((candidate) => ({ amount: candidate, data })),
      none: data,
    })),
  ),
  textEntry("writeAgain", questions.writeAgain, {
    deposit: { hint: "deposit" },
    code: { hint: "linkCode" },
    payment: { hint: "payment" },
    transfer: { hint: "transfer" },
  }),
  textEntry("notRead", questions.notRead, { usual: { text: "รัตน์" } }),
  textEntry("askLoanSplit", always(questions.askLoanSplit), plain),
  textEntry("askOwnLoanSplit", always(questions.askOwnLoanSplit), plain),
  textEntry(
    "askMyContract",
    askMyContract,
    samplesOf(({ balance, data }) => ({
      options: ["15/2568", "102/2569"].map((contractNo) => ({ contractNo, owed: balance, data })),
      none: data,
    })),
  ),
  textEntry(
    "askContract",
    questions.askContract,
    samplesOf(({ member, balance, data }) => ({
      member,
      options: ["15/2568", "102/2569"].map((contractNo) => ({ contractNo, owed: balance, data })),
      none: data,
    })),
  ),
  textEntry("askOfficeLine", always(askOfficeLine), plain),
  textEntry("askHandOverLine", always(askHandOverLine), plain),
  textEntry("officeCashEnded", officeCashEnded, officeCashAskedSamples),
  textEntry("officeCashReceived", officeCashReceived, depositReceiptSamples),
  textEntry("askPaperLine", always(askPaperLine), plain),
  textEntry("askPaperPhoto", always(askPaperPhoto), plain),
  textEntry("askPaymentDetailsLine", always(askPaymentDetailsLine), plain),
  textEntry(
    "askVoucherPayee",
    askVoucherPayee,
    samplesOf(({ wish }) => ({ purpose: wish.slice(0, 60) })),
  ),
  textEntry("askPaymentLine", always(questions.askPaymentLine), plain),
  textEntry("askAdmissionLine", always(askAdmissionLine), plain),
  textEntry(
    "askWithdrawalSum",
    askWithdrawalSum,
    samplesOf(({ member, balance, data }) => ({ member, held: balance, all: data })),
  ),
  textEntry(
    "askRefusalReason",
    askRefusalReason,
    samplesOf(({ member, amount }) => ({ member, amount })),
  ),
  textEntry("askIncomingLine", always(askIncomingLine), plain),
  textEntry(
    "askIncomingPlace",
    askIncomingPlace,
    samplesOf(({ data }) => ({ cash: data, bank: data })),
  ),
  textEntry(
    "askOwner",
    askOwner,
    samplesOf(({ small }) => ({ amount: small })),
  ),
  textEntry(
    "askPayee",
    askPayee,
    samplesOf(({ small }) => ({ amount: small })),
  ),
  textEntry("askPledgeLine", always(askPledgeLine), plain),
  textEntry(
    "pledgeWished",
    pledgeWished,
    samplesOf(({ amount }) => ({ pledge: amount })),
  ),
  textEntry("askDepositLine", always(questions.askDepositLine), plain),
  textEntry("askReceiptCheck", always(questions.askReceiptCheck), plain),
  textEntry("askReceiptNo", always(questions.askReceiptNo), plain),
  textEntry("askCodeFor", always(questions.askCodeFor), plain),
  textEntry("askLockNo", always(questions.askLockNo), plain),
  textEntry("coordinatorLater", questions.coordinatorLater, {
    coordinator: { tile: "coordinator.announce" },
  }),
  textEntry("unlocked", questions.unlocked, { usual: { lockNo: "482113" } }),
];
