import type { messagingApi } from "@line/bot-sdk";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { quickPostback, quickSaying } from "./actions";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";
import type { SavingsPurpose } from "./views";

/** Tells that the card was dropped and nothing was recorded. */
export function cardDropped(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("questions.dropped"), [quickSaying(say, "help")]);
}

/** Asks what a sum is for, where the officer did not say. */
export function askPurpose(
  reader: Reader,
  view: { member: MemberName; amount: Satang; options: { purpose: SavingsPurpose; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { member: say.member(view.member), amount: say.money(view.amount) };
  const items = view.options.map(({ purpose, data }) => quickPostback(data, say.t(`common.purposes.${purpose}`)));
  return textMessage(say.t("questions.purpose", values), items);
}

/** Asks which sum was meant, where what was written can be read in several ways or in none. */
export function askAmount(
  reader: Reader,
  view: { text: string; candidates: { amount: Satang; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = view.candidates.map(({ amount, data }) => quickPostback(data, say.money(amount)));
  return textMessage(
    say.t(items.length > 0 ? "questions.amount" : "questions.amountAgain", { text: view.text }),
    items,
  );
}

/** Asks for the line that records a deposit, with an example. */
export function askDepositLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.depositLine"));
}

/** Asks for number, check code and sum of a receipt, with an example. */
export function askReceiptCheck(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.receiptCheck"));
}

/** Asks which receipt is to be put right, with an example. */
export function askReceiptNo(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.receiptNo"));
}

/** Asks for whom the code is, with an example. */
export function askCodeFor(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.codeFor"));
}

/** Asks for the lock number that the locked person reads out. */
export function askLockNo(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.lockNo"));
}

/** Tells the officer that the LINE with that lock number is open again. */
export function unlocked(reader: Reader, view: { lockNo: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.unlocked", view));
}

/** The honest answer of a coordinator's tile whose work cannot be done here yet. */
export function coordinatorLater(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.coordinatorLater"));
}
