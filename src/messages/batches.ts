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
  total: Satang;
  /** Postback data; null where no row can be taken. */
  confirm: string | null;
  drop: string;
}

/** So many refused rows stand on a card; the others are counted. */
const refusedShown = 2;

/** The treasurer's question before a list is posted: a short line a member, and which rows are left out and why. */
export const batchConfirmation = card<BatchConfirmationView>({
  name: "deposits/batch-confirmation",
  template,
  alt: (say, view) => say.t("deposits.batch.alt", { count: view.parts.length, amount: say.money(view.total) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("deposits.batch.title", { count: view.parts.length }),
    total: say.money(view.total),
    lines: view.parts.map(({ member, total }) => ({
      label: `${member.memberNo} ${cut(say.nickname(member), 8, graphemeCount)}`,
      value: say.digits(total),
    })),
    refused: refusedTexts(say, view),
    buttons: buttons(
      view.confirm === null
        ? null
        : postback(
            view.confirm,
            say.t("deposits.confirmation.confirm", { amount: say.money(view.total) }),
            say.t("deposits.confirmation.confirmLong"),
          ),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
});

function refusedTexts(say: Speak, { refused }: BatchConfirmationView): { text: string }[] {
  const shown = refused.slice(0, refusedShown).map(({ said, error }) => {
    const { what } = refusalLines(say, error);
    return {
      text: say.t("deposits.batch.refused", { said: cut(said, 14, graphemeCount), what: cut(what, 30, graphemeCount) }),
    };
  });
  const more = refused.length - shown.length;
  return more > 0 ? [...shown, { text: say.t("deposits.batch.moreRefused", { count: more }) }] : shown;
}

/** The receipts of a list that was posted, a line each, to write into the paper passbooks. */
export function batchReceipts(
  reader: Reader,
  view: {
    group: GroupName;
    receipts: { member: MemberName; rows: DepositSum[]; total: Satang; receipt: string }[];
    total: Satang;
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
  return textMessage([head, ...lines].join("\n"), [quickSaying(say, "closeDay")]);
}

/** Tells how many members one message may name. */
export function batchTooLong(reader: Reader, view: { most: number }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("deposits.batch.tooLong", view));
}
