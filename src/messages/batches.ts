import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/deposits/batch-confirmation.json";
import type { DomainError } from "../domain/errors";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickSaying } from "./actions";
import { card, textMessage } from "./card";
import { cut, graphemeCount } from "./labels";
import { refusalLines } from "./refusal";
import { shortRowsText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { DepositSum, GroupName } from "./views";

/** A list of deposits before it is posted. */
export interface BatchConfirmationView {
  group: GroupName;
  parts: { member: MemberName; split: DepositSum[]; total: Satang }[];
  refused: { said: string; error: Pick<DomainError, "code" | "values"> }[];
  /** Numbers that were named twice and are taken once. */
  repeated: string[];
  total: Satang;
  /** Postback data. */
  confirm: string;
  drop: string;
}

/** So many members stand on a card; where there are more, all stand in the list before it. */
const shownOnCard = 12;

/** The treasurer's question before a list is posted: a short line a member, and which rows are left out and why. */
export const batchConfirmation = card<BatchConfirmationView>({
  name: "deposits/batch-confirmation",
  template,
  alt: (say, view) => say.t("deposits.batch.alt", { count: view.parts.length, amount: say.money(view.total) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("deposits.batch.title", { count: view.parts.length }),
    total: say.money(view.total),
    lines: view.parts.length > shownOnCard ? [] : view.parts.map((part) => cardLine(say, part)),
    notes: cardNotes(say, view).map((text) => ({ text })),
    buttons: buttons(
      postback(
        view.confirm,
        say.t("deposits.confirmation.confirm", { amount: say.money(view.total) }),
        say.t("deposits.confirmation.confirmLong"),
      ),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
});

type Part = BatchConfirmationView["parts"][number];

const cardLine = (say: Speak, { member, total }: Part): { label: string; value: string } => ({
  label: `${member.memberNo} ${cut(say.nickname(member), 8, graphemeCount)}`,
  value: say.digits(total),
});

function cardNotes(say: Speak, { parts, refused, repeated }: BatchConfirmationView): string[] {
  return [
    ...(parts.length > shownOnCard ? [say.t("deposits.batch.above")] : []),
    ...(refused.length > 0 ? [say.t("deposits.batch.leftOut", { count: refused.length })] : []),
    ...(repeated.length > 0 ? [say.t("deposits.batch.repeated", { numbers: someOf(repeated) })] : []),
  ];
}

/** So many numbers stand in a note. */
const shownRepeated = 6;

const someOf = (numbers: readonly string[]): string =>
  numbers.slice(0, shownRepeated).join(", ") + (numbers.length > shownRepeated ? " …" : "");

/** So many refused rows have room for the way out of each. */
const waysTold = 6;

/** Every row in full: what is taken of whom, and what is left out with its reason and the way out. Null where the card tells all. */
export function batchList(
  reader: Reader,
  view: Pick<BatchConfirmationView, "group" | "parts" | "refused">,
): messagingApi.TextMessage | null {
  const { group, parts, refused } = view;
  if (parts.length <= shownOnCard && refused.length === 0) return null;
  const say = speak(reader);
  const taken = parts.map(({ member, split }) =>
    say.t("deposits.batch.taken", {
      member: `${member.memberNo} ${cut(say.nickname(member), 12, graphemeCount)}`,
      sums: shortRowsText(say, group, split),
    }),
  );
  const left = refused.map(({ said, error }) => {
    const { what, wayOut } = refusalLines(say, error);
    // LINE takes 5,000 characters in one text.
    const way = refused.length > waysTold ? "" : wayOut;
    return say.t("deposits.batch.refused", { said: cut(said, 30, graphemeCount), what, wayOut: way }).trimEnd();
  });
  const lines = [
    ...(parts.length > shownOnCard ? [say.t("deposits.batch.all", { count: parts.length }), ...taken] : []),
    ...(left.length > 0 ? [say.t("deposits.batch.leftOut", { count: left.length }), ...left] : []),
  ];
  return textMessage(lines.join("\n"));
}

/** Tells which receipts of a list were put right after it was posted. */
export function batchPutRight(reader: Reader, view: { receipts: readonly string[] }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("deposits.batch.putRight", { receipts: view.receipts.join(", ") }));
}

/** The receipts of a list that was posted, a line each, to write into the paper passbooks. */
export function batchReceipts(
  reader: Reader,
  view: {
    group: GroupName;
    receipts: { member: MemberName; rows: DepositSum[]; total: Satang; receipt: string }[];
    total: Satang;
    /** A further telling of what the reader may have read already. */
    copy?: boolean;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = view.receipts.map(({ member, rows, receipt }) =>
    say.t("deposits.batch.line", {
      member: `${member.memberNo} ${say.nickname(member)}`,
      sums: shortRowsText(say, view.group, rows),
      receipt,
    }),
  );
  const head = say.t("deposits.batch.done", { count: lines.length, amount: say.money(view.total) });
  const copy = view.copy ? [say.t("deposits.receipt.copy")] : [];
  return textMessage([...copy, head, ...lines].join("\n"), [quickSaying(say, "closeDay")]);
}

/** Tells how many members one message may name. */
export function batchTooLong(reader: Reader, view: { most: number }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("deposits.batch.tooLong", view));
}
