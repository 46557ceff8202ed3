import type { messagingApi } from "@line/bot-sdk";
import type { SittingView } from "../domain/loans/sitting-view";
import { satang, subtract, sum, type Satang } from "../domain/money";
import { buttons, postback, quickPostback, quickText } from "./actions";
import { badge } from "./badges";
import { textMessage } from "./card";
import { cut } from "./labels";
import { officeCard } from "./office-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";

type RowView = SittingView["rows"][number];

function rowText(say: Speak, one: RowView, index: number): string {
  const { requestNo, member, amount, decision, granted, reason, mark } = one;
  const told = say.t(`sittings.rows.${decision ?? "none"}`, { granted: say.money(granted) });
  const line = say.t("sittings.row", {
    no: index + 1,
    requestNo,
    member: say.member(member),
    amount: say.money(amount),
    told,
  });
  const whole = reason === null ? line : say.t("sittings.rowReason", { line, reason });
  return mark === null ? whole : say.t("sittings.marked", { line: whole, mark: say.t(`sittings.marks.${mark}`) });
}

function headLines(say: Speak, { group, free, granted, rows }: SittingView): string[] {
  const asked = sum(rows.map(({ amount }) => amount));
  return [
    say.t("sittings.title", { group: say.group(group) }),
    say.t("sittings.asked", { count: rows.length, asked: say.money(asked) }),
    ...(free === null
      ? []
      : [
          say.t("sittings.money", {
            free: say.money(free),
            granted: say.money(granted),
            left: say.money(satang(Math.max(0, subtract(free, granted)))),
          }),
        ]),
  ];
}

const badgeText = (say: Speak, { state, unconfirmed, resolutionNo, confirmedBy }: SittingView): string =>
  say.t(`sittings.states.${state}`, {
    unconfirmed,
    resolutionNo: resolutionNo ?? "",
    names: confirmedBy.map((one) => say.officer(one)).join(", "),
  });

/** Before a meeting on loans is opened: how many wait, and what may be lent. */
export function sittingQuestion(
  reader: Reader,
  view: { group: SittingView["group"]; waiting: number; free: Satang; open: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { group: say.group(view.group), count: view.waiting, free: say.money(view.free) };
  if (view.open === null) return textMessage(say.t("sittings.nothingWaits", values));
  return textMessage(say.t("sittings.question", values), [quickPostback(view.open, say.t("sittings.buttons.open"))]);
}

/** The table of a meeting: every request in its order with what was decided, the money, and what can be done next. */
export function sittingTable(
  reader: Reader,
  view: SittingView & {
    rowData: readonly string[];
    send: string | null;
    tidy: string | null;
    drop: string | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [...headLines(say, view), badgeText(say, view), ...view.rows.map((row, at) => rowText(say, row, at))];
  const undecided = view.rows.flatMap((row, at) => (row.decision === null ? [{ row, at }] : []));
  const shown = undecided.length > 0 ? undecided : view.rows.map((row, at) => ({ row, at }));
  return textMessage(
    [...lines, ...hintLines(say, view)].join("\n"),
    view.state === "open" || view.state === "to-confirm"
      ? [
          ...(view.tidy === null ? [] : [quickPostback(view.tidy, say.t("sittings.buttons.tidy"))]),
          ...(view.send === null ? [] : [quickPostback(view.send, say.t("sittings.buttons.send"))]),
          ...shown.slice(0, 10).flatMap(({ row, at }) => {
            const data = view.rowData[at];
            return data ? [quickPostback(data, `${row.requestNo} ${say.digits(row.amount)}`)] : [];
          }),
          ...(view.drop === null ? [] : [quickPostback(view.drop, say.t("sittings.buttons.drop"))]),
        ]
      : [],
  );
}

function hintLines(say: Speak, { state, tidy }: { state: SittingView["state"]; tidy: string | null }): string[] {
  if (tidy !== null) return [say.t("sittings.tidyHint")];
  return state === "open" ? [say.t("sittings.hint")] : [];
}

/** One request at the meeting: what it can decide. */
export function sittingRow(
  reader: Reader,
  view: { row: RowView; left: Satang; full: string; part: string; next: string; reject: string; rows: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { row, left, full, part, next, reject, rows } = view;
  return textMessage(
    say.t("sittings.decide", {
      requestNo: row.requestNo,
      member: say.member(row.member),
      amount: say.money(row.amount),
      left: say.money(left),
    }),
    [
      quickPostback(full, say.t("sittings.buttons.full")),
      quickPostback(part, say.t("sittings.buttons.part")),
      quickPostback(next, say.t("sittings.buttons.next")),
      quickPostback(reject, say.t("sittings.buttons.reject")),
      quickPostback(rows, say.t("sittings.buttons.rows")),
    ],
  );
}

/** Asks for the sum of a part, or why a request is refused or put off. */
export function sittingWords(
  reader: Reader,
  view: { requestNo: string; asks: "part" | "reject" | "next" },
): messagingApi.TextMessage {
  const say = speak(reader);
  const usual = view.asks === "part" ? [] : [say.t("votes.loan.reasons.arrears"), say.t("sittings.reasons.money")];
  return textMessage(say.t(`sittings.asks.${view.asks}`, { requestNo: view.requestNo }), usual.map(quickText));
}

/** Asks another member of the committee to confirm what was entered; the table stands in a message before it. */
export const sittingRequest = officeCard<SittingView & { confirm: string; wrong: string }>(
  (say) => say.t("sittings.request.alt"),
  (say, view) => ({
    title: say.t("sittings.request.title"),
    badge: badge(say, "waiting", "sittings.request.badge"),
    rows: [
      row(say.t("sittings.request.requests"), say.t("sittings.request.count", { count: view.rows.length })),
      row(say.t("sittings.request.granted"), say.money(view.granted)),
      nameRow(say.t("sittings.request.by"), cut(view.enteredBy.map((one) => say.officer(one)).join(", "), 80)),
    ],
    notes: [say.t("sittings.request.note")],
    buttons: buttons(
      postback(view.confirm, say.t("sittings.buttons.confirm")),
      postback(view.wrong, say.t("sittings.buttons.wrong")),
    ),
  }),
);

/** A sitting as it stands after somebody's word, or as it ended. */
export function sittingStanding(reader: Reader, view: SittingView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    [...headLines(say, view), badgeText(say, view), ...view.rows.map((row, at) => rowText(say, row, at))].join("\n"),
  );
}

/** Tells who entered it that somebody found it wrong. */
export function sittingWrong(reader: Reader, view: SittingView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("sittings.wrong", { group: say.group(view.group) }));
}
