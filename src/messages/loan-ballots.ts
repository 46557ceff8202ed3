import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loan-requests/request.json";
import type { LoanBallotView, LoanQuestionView } from "../domain/loans/requests/ballot-view";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { satang } from "../domain/money";
import { buttons, postback, quickPostback, quickText, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import {
  costRow,
  eligibilityLines,
  guarantorText,
  instalmentsText,
  requestLayout,
  standingText,
} from "./loan-request-rows";
import { cut } from "./labels";
import { nameRow, row, waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";

const marks = {
  open: "waiting",
  approved: "done",
  rejected: "refused",
  undecided: "cancelled",
  "taken-off": "cancelled",
} as const satisfies Record<LoanBallotView["state"], Parameters<typeof badge>[1]>;

/** How the vote stands: for how many it waits, else what became of it. */
function ballotBadge(say: Speak, { state, missing, resolutionNo, request }: LoanBallotView): Badge {
  if (state === "approved" && request.state === "waiting") return badge(say, "cancelled", "loanBallots.badges.noMoney");
  return badge(say, marks[state], `loanBallots.badges.${state}`, { count: missing, resolutionNo: resolutionNo ?? "" });
}

/** What the committee reads before the card: eligibility, guarantors, history, what may be lent, questions, and who takes no part. */
function factsText(say: Speak, view: LoanBallotView): string {
  const { request, guarantors, history, free, questions, excluded } = view;
  const told = history.contracts === 0 ? "first" : history.owed > 0 ? "owes" : "paid";
  const lines = [
    say.t("loanBallots.facts", { requestNo: request.requestNo, group: say.group(view.group) }),
    ...eligibilityLines(say, request.eligibility),
    ...guarantors.map((one) => say.t("loanBallots.guarantor", { text: guarantorText(say, one) })),
    say.t(`loanBallots.history.${told}`, { count: history.contracts, owed: say.money(history.owed) }),
    say.t("loanBallots.free", { free: say.money(free) }),
    ...questions.map(({ text, answer }) =>
      say.t(answer === null ? "loanBallots.asked" : "loanBallots.answered", { text, answer: answer ?? "" }),
    ),
    ...(excluded.length === 0
      ? []
      : [
          say.t("loanBallots.excluded", {
            names: excluded
              .map(({ officer, why }) => `${officer.name} (${say.t(`loanBallots.conflicts.${why}`)})`)
              .join(", "),
          }),
        ]),
    say.t("loanBallots.until", { at: say.instant(view.endsAt) }),
  ];
  return lines.join("\n");
}

/** The rows of a vote's cards: whose request, what for, how it is paid back, and what it costs. */
function voteRows(say: Speak, { request, member, schedule, group }: LoanRequestView): Row[] {
  const what = say.t("loanBallots.what", {
    product: say.t(`loanRequests.products.${request.product}`),
    purpose: cut(request.purpose, 60),
  });
  return [
    nameRow(request.requestNo, say.member(member)),
    nameRow(say.t("loanRequests.rows.product"), what),
    row(say.t("loanRequests.rows.instalments"), instalmentsText(say, schedule)),
    costRow(say, group, schedule),
  ];
}

interface VoteButtons {
  inFavour: string;
  against: string;
  other: string;
}

const voteButtons = (say: Speak, { inFavour, against, other }: VoteButtons): Buttons =>
  buttons(
    postback(inFavour, say.t("loanBallots.buttons.for")),
    postback(against, say.t("loanBallots.buttons.against")),
    postback(other, say.t("loanBallots.buttons.other")),
  );

const ballotCard = <Extra extends object>(
  title: (say: Speak, view: LoanBallotView & Extra) => string,
  around: (say: Speak, view: LoanBallotView & Extra) => { rows?: Row[]; notes: string[]; buttons?: Buttons },
) =>
  card<LoanBallotView & Extra>({
    name: "loan-requests/request",
    template,
    alt: (say, view) => privateAlt(say, view.group),
    layout: (say, view) =>
      requestLayout(say, view, {
        title: title(say, view),
        badge: ballotBadge(say, view),
        rows: voteRows(say, view),
        words: null,
        ...around(say, view),
      }),
  });

/** The facts of a request, in a message of their own before its card. */
export function ballotFacts(reader: Reader, view: LoanBallotView): messagingApi.TextMessage {
  return textMessage(factsText(speak(reader), view));
}

/** Asks a member of the committee for her word. */
export const ballotRequest = ballotCard<VoteButtons>(
  (say) => say.t("loanBallots.request.title"),
  (say, view) => ({
    notes: [],
    buttons: voteButtons(say, view),
  }),
);

/** The same of who has not answered. */
export const ballotReminder = ballotCard<VoteButtons>(
  (say) => say.t("loanBallots.reminder.title"),
  (say, view) => ({
    notes: [],
    buttons: voteButtons(say, view),
  }),
);

/** Her own vote as it stands, with the way to change it while it is open; else how the vote ended. */
export const ballotStanding = ballotCard<Partial<VoteButtons>>(
  (say, { state }) => say.t(state === "open" ? "loanBallots.given.title" : "loanBallots.ended.title"),
  (say, view) => {
    const { state, own, inFavour, against, waitsFor } = view;
    const open = state === "open";
    const isFor = own?.choice === "for";
    return {
      rows: voteRows(say, view).slice(0, 2),
      notes: [
        own ? say.t(`loanBallots.given.${own.choice}`, { reason: own.reason ?? "" }) : "",
        open && waitsFor.length > 0
          ? say.t("loanBallots.waitsFor", { count: view.missing, names: cut(waitsForText(say, waitsFor), 80) })
          : "",
        open ? say.t("loanBallots.until", { at: say.instant(view.endsAt) }) : endedText(say, view),
      ],
      ...(open && inFavour !== undefined && against !== undefined
        ? {
            buttons: buttons(
              isFor ? null : postback(inFavour, say.t("loanBallots.buttons.for")),
              isFor ? postback(against, say.t("loanBallots.buttons.against")) : null,
            ),
          }
        : {}),
    };
  },
);

/** Tells a member of the committee how a vote ended. */
export const ballotDecided = ballotCard(
  (say) => say.t("loanBallots.ended.title"),
  (say, view) => ({ notes: [endedText(say, view)] }),
);

function endedText(say: Speak, { state, request, resolutionNo }: LoanBallotView): string {
  if (state === "approved" && request.state === "waiting")
    return say.t("loanBallots.ended.noMoney", { resolutionNo: resolutionNo ?? "" });
  if (state === "open") return "";
  return say.t(`loanBallots.ended.${state}`, { resolutionNo: resolutionNo ?? "" });
}

/** Tells a borrower what became of her request: the resolution and the reason, never who voted how. */
export const loanDecided = card<LoanRequestView & { accept?: string; decline?: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const { request, accept, decline } = view;
    const granted = request.decision?.granted ?? satang(0);
    return requestLayout(say, view, {
      title: say.t("loanBallots.told.title"),
      rows: voteRows(say, view).slice(2, 3),
      notes: [standingText(say, view), say.t(`loanBallots.told.${toldKey(view)}`)],
      buttons:
        accept !== undefined && decline !== undefined && request.state === "offered"
          ? buttons(
              postback(accept, say.t("loanBallots.told.accept", { amount: say.money(granted) })),
              postback(decline, say.t("loanBallots.told.decline")),
            )
          : buttons(null),
    });
  },
});

function toldKey({ request }: LoanRequestView): "approved" | "offered" | "rejected" | "waiting" {
  const { state } = request;
  return state === "approved" || state === "offered" || state === "rejected" ? state : "waiting";
}

/** What else a member of the committee can do: ask the borrower, or take no part. */
export function ballotOthers(
  reader: Reader,
  view: { requestNo: string; ask: string; conflict: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("loanBallots.others", { requestNo: view.requestNo }), [
    quickPostback(view.ask, say.t("loanBallots.buttons.ask")),
    quickPostback(view.conflict, say.t("loanBallots.buttons.conflict")),
  ]);
}

/** Asks why she is against, with usual reasons to tap. */
export function askAgainst(reader: Reader, view: { requestNo: string }): messagingApi.TextMessage {
  const say = speak(reader);
  const usual = ["arrears", "amount", "purpose", "guarantors"] as const;
  return textMessage(
    say.t("loanBallots.why", view),
    usual.map((one) => quickText(say.t(`loanBallots.reasons.${one}`))),
  );
}

/** Asks what the borrower is to be asked, or what she answers. */
export function askBallotWords(
  reader: Reader,
  view: { requestNo: string; question: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    view.question === null
      ? say.t("loanBallots.askWhat", view)
      : say.t("loanBallots.answerWhat", { ...view, question: view.question }),
  );
}

/** Says that the question, or its answer, is on its way. */
export function ballotWordsSent(
  reader: Reader,
  view: { requestNo: string; to: "borrower" | "committee" },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`loanBallots.sent.${view.to}`, view));
}

/** The committee's question as the borrower reads it. */
export function loanQuestion(reader: Reader, view: LoanQuestionView & { answerIt: string }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    say.t("loanBallots.question", { requestNo: view.requestNo, text: view.text, by: say.officer(view.by) }),
    [quickPostback(view.answerIt, say.t("loanBallots.buttons.answer"))],
  );
}

/** The borrower's answer as the committee reads it. */
export function loanAnswer(reader: Reader, view: LoanQuestionView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    say.t("loanBallots.answer", { ...view, member: say.member(view.member), answer: view.answer ?? "" }),
  );
}
