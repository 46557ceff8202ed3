import type { messagingApi } from "@line/bot-sdk";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { quickChoices, quickPostback, quickSaying, withNone } from "./actions";
import { textMessage } from "./card";
import type { formatHints } from "./refusal-values";
import { speak, type Reader } from "./speak";
import type { DepositPurpose } from "../domain/savings/deposit";
import { purposeText } from "./rows";
import type { GroupName } from "./views";

/** Tells that the card was dropped and nothing was recorded. */
export function cardDropped(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("questions.dropped"), [quickSaying(say, "help")]);
}

/** Tells which words the open question could not read; the question follows. */
export function notRead(reader: Reader, { text }: { text: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.notRead", { text }));
}

/** Asks what a sum is for, where the officer did not say. `none` is the data of "neither". */
export function askPurpose(
  reader: Reader,
  view: {
    group: GroupName;
    member: MemberName;
    amount: Satang;
    options: { purpose: DepositPurpose; data: string }[];
    none: string;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { member: say.member(view.member), amount: say.money(view.amount) };
  const items = view.options.map(({ purpose, data }) => quickPostback(data, purposeText(say, view.group, { purpose })));
  return textMessage(say.t("questions.purpose", values), withNone(say, items, view.none));
}

/** Asks which sum was meant, where what was written can be read in several ways; where it can be read in none, for the line again with the largest sum that is taken. */
export function askAmount(
  reader: Reader,
  view: { candidates: { amount: Satang; data: string }[]; limit: Satang; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = view.candidates.map(({ amount, data }) => quickPostback(data, say.money(amount)));
  return items.length > 0
    ? textMessage(say.t("questions.amount"), withNone(say, items, view.none))
    : textMessage(say.t("questions.amountAgain", { limit: say.money(view.limit) }));
}

/** Asks which sum is meant where a line names one purpose more than once: one of them, or all together. */
export function askRepeated(
  reader: Reader,
  view: {
    group: GroupName;
    member: MemberName;
    purpose: DepositPurpose;
    sums: Satang[];
    together: { amount: Satang; data: string };
    options: { amount: Satang; data: string }[];
    none: string;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const text = say.t("questions.repeated", {
    member: say.member(view.member),
    purpose: purposeText(say, view.group, view),
    sums: view.sums.map((amount) => say.money(amount)).join(", "),
  });
  const items = [
    quickPostback(view.together.data, say.t("questions.together", { amount: say.money(view.together.amount) })),
    ...view.options.map(({ amount, data }) => quickPostback(data, say.money(amount))),
  ];
  return textMessage(text, withNone(say, items, view.none));
}

/** The answer to "none of these": nothing was recorded, and how to write it anew. */
export function writeAgain(reader: Reader, view: { hint: (typeof formatHints)[number] }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("questions.again", { example: say.t(`errors.hints.${view.hint}`) }), [
    quickSaying(say, "help"),
  ]);
}

/** Asks for principal and interest apart, with an example; nothing was recorded. */
export function askLoanSplit(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.loanSplit"));
}

/** The same of a member who tells of a transfer. */
export function askOwnLoanSplit(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("questions.ownLoanSplit"));
}

/** Asks on which of a member's contracts the money is paid. */
export function askContract(
  reader: Reader,
  view: { member: MemberName; options: { contractNo: string; owed: Satang; data: string }[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = quickChoices(
    view.options.map(({ contractNo, owed, data }) => ({
      labels: [say.t("questions.contractLabel", { contractNo, owed: say.digits(owed) }), contractNo],
      data,
    })),
  );
  return textMessage(say.t("questions.contract", { member: say.member(view.member) }), withNone(say, items, view.none));
}

/** Asks for the line of a payment, with examples of each kind. */
export function askPaymentLine(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("questions.paymentLine", { examples: say.t("errors.hints.payment") }));
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

/** Tiles whose work is not open here yet. */
export type ClosedTile = "coordinator.announce" | "coordinator.groups" | "coordinator.knowledge";

/** The honest answer of a tile whose work cannot be done here yet. */
export function coordinatorLater(reader: Reader, view: { tile: ClosedTile }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("questions.coordinatorLater", { tile: say.t(`menu.${view.tile}`) }));
}
