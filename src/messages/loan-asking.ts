import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loan-requests/request.json";
import { loanProducts, type LoanProduct } from "../domain/loans/loan-rules";
import type { Eligibility } from "../domain/loans/requests/eligibility";
import type { LoanGoods } from "../domain/loans/requests/request";
import type { Schedule } from "../domain/loans/schedule/schedule";
import { summaryOf } from "../domain/loans/schedule/summary";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { interestWordOf } from "../domain/rules/interest-word";
import { buttons, postback, quickPostback } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout, type FigureCard } from "./figure-cards";
import { costRow, eligibilityLines, instalmentsText } from "./loan-request-rows";
import { nameRow, namesText, row, rowLines } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** What a member who asks for a loan is asked, one at a time. */
export const loanQuestions = ["renewal", "product", "amount", "goods", "purpose", "instalments", "others"] as const;
export type LoanQuestion = (typeof loanQuestions)[number];

/** A question with its buttons: what each stands for, in the words of its kind. */
export interface LoanQuestionView {
  question: LoanQuestion;
  member: MemberName;
  /** What is known already and the question repeats. */
  product: LoanProduct | null;
  /** The clause by which the group does not lend what she asked for; null: it does, or she named nothing. */
  closedBy: string | null;
  /** The most that may be lent, in satang, or the most instalments; null where there is no limit, or none that matters. */
  limit: number | null;
  options: { value: string | number; data: string }[];
  /** Postback data of [ย้อนกลับ]; null at the first question. */
  back: string | null;
}

/** Asks what is still to be known of a loan that somebody asks for. */
export function askLoan(reader: Reader, view: LoanQuestionView): messagingApi.TextMessage {
  const say = speak(reader);
  const { question, member, closedBy, limit, options, back } = view;
  const isMoney = question === "amount";
  const product = view.product === null ? "" : say.t(`loanRequests.products.${view.product}`);
  const closed = closedBy === null ? "" : `${say.t("loanAsking.closed", { product, clause: closedBy })}\n`;
  const text = say.t(`loanAsking.questions.${question}`, {
    member: say.member(member),
    product,
    limit:
      limit === null
        ? ""
        : say.t(isMoney ? "loanAsking.most" : "loanAsking.mostInstalments", {
            limit: isMoney ? say.money(limit as Satang) : limit,
          }),
  });
  const replies = options.map(({ value, data }) => quickPostback(data, optionText(say, question, value)));
  const backReply = back === null ? [] : [quickPostback(back, say.t("loanAsking.back"))];
  return textMessage(`${closed}${text.trim()}`, [...replies.slice(0, 11), ...backReply]);
}

function optionText(say: Speak, question: LoanQuestion, value: string | number): string {
  if (question === "amount") return say.money(Number(value) as Satang);
  if (question === "instalments") return say.t("loanAsking.instalmentsOf", { count: value });
  if (question === "product") {
    const product = loanProducts.find((one) => one === value);
    return product ? say.t(`loanRequests.products.${product}`) : String(value);
  }
  if (question === "others") return say.t(value === "yes" ? "loanAsking.seeOthers" : "loanAsking.seeNone");
  if (question === "renewal")
    return value === "" ? say.t("loanAsking.noRenewal") : say.t("loanAsking.renewalOf", { contractNo: value });
  return String(value);
}

/** Everyday purposes that are offered to tap; the words that are tapped are what the request says. */
export function usualPurposes(reader: Reader): string[] {
  const say = speak(reader);
  return (["work", "school", "illness", "house", "living"] as const).map((key) => say.t(`loanAsking.purposes.${key}`));
}

/** A request before it is put. */
export interface RequestPlanView {
  group: GroupName;
  member: MemberName;
  draft: {
    product: LoanProduct;
    amount: Satang;
    instalments: number;
    purpose: string;
    goods: LoanGoods | null;
    renews: string | null;
  };
  eligibility: Eligibility;
  schedule: Schedule;
  yearlyRatePercent: string;
  fee: Satang;
  guarantorsNeeded: number;
  cosigners: MemberName[];
}

/** Every fact of a request before it is put, and what the rules say of it: in a message of its own before the card. */
export function loanFacts(reader: Reader, view: RequestPlanView): messagingApi.TextMessage {
  const say = speak(reader);
  const { member, draft, fee } = view;
  const { purpose, goods, renews } = draft;
  const rows = [
    nameRow(say.t("loanRequests.rows.borrower"), say.member(member)),
    nameRow(say.t("loanRequests.rows.purpose"), purpose),
    ...(goods ? [nameRow(say.t("loanRequests.rows.goods"), say.t("loanRequests.goods", goods))] : []),
    ...(renews === null ? [] : [row(say.t("loanRequests.rows.renews"), renews)]),
    ...(fee > 0 ? [row(say.t("loanRequests.rows.fee"), say.money(fee))] : []),
  ];
  return textMessage([...rowLines(rows), ...eligibilityLines(say, view.eligibility)].join("\n"));
}

function planLayout(
  say: Speak,
  view: RequestPlanView,
  around: Pick<FigureCard, "title"> & Partial<FigureCard>,
): object {
  const { group, draft, schedule, guarantorsNeeded } = view;
  const { product, amount } = draft;
  const summary = summaryOf(schedule);
  return figureLayout(say, {
    group,
    what: say.t(`loanRequests.products.${product}`),
    figure: say.money(amount),
    words: say.words(amount),
    rows: [
      row(say.t("loanRequests.rows.instalments"), instalmentsText(say, summary)),
      costRow(say, group, summary),
      row(say.t("loanAsking.rows.guarantors"), say.t("loanAsking.people", { count: guarantorsNeeded })),
    ],
    ...around,
  });
}

const verdictNote = (say: Speak, { eligibility }: RequestPlanView): string =>
  say.t(`loanRequests.verdicts.${eligibility.verdict}`);

/** The rows that will bind, and what the rules say, before a request is put; of what they forbid, the way out instead of the button. */
export const loanPreview = card<RequestPlanView & { confirm: string | null; rows: string; drop: string; back: string }>(
  {
    name: "loan-requests/request",
    template,
    alt: (say, view) => privateAlt(say, view.group),
    layout: (say, view) =>
      planLayout(say, view, {
        title: say.t(view.confirm === null ? "loanAsking.preview.notYet" : "loanAsking.preview.title"),
        notes: [verdictNote(say, view), view.confirm === null ? "" : say.t("loanAsking.preview.note")],
        buttons:
          view.confirm === null
            ? buttons(null, postback(view.rows, say.t("loanAsking.preview.rows")), dropButton(say, view.drop))
            : buttons(
                postback(
                  view.confirm,
                  say.t("loanAsking.preview.confirm", { amount: say.money(view.draft.amount) }),
                  say.t("loanAsking.preview.confirmLong"),
                ),
                postback(view.rows, say.t("loanAsking.preview.rows")),
                dropButton(say, view.drop),
              ),
      }),
    quickReplies: (say, view) => [quickPostback(view.back, say.t("loanAsking.back"))],
  },
);

const dropButton = (say: Speak, data: string): messagingApi.Action => postback(data, say.t("common.buttons.drop"));

/** Asks the other signatories of an occupational group for the second word. */
export const loanCosign = card<RequestPlanView & { confirm: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    planLayout(say, view, {
      title: say.t("loanAsking.cosign.title"),
      notes: [verdictNote(say, view), say.t("loanAsking.cosign.note")],
      buttons: buttons(
        postback(
          view.confirm,
          say.t("loanAsking.preview.confirm", { amount: say.money(view.draft.amount) }),
          say.t("loanAsking.preview.confirmLong"),
        ),
      ),
    }),
});

/** Tells the first signatory for whose word the request waits. */
export function cosignAsked(reader: Reader, view: { cosigners: MemberName[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const names = namesText(
    say,
    view.cosigners.map((one) => say.member(one)),
  );
  return textMessage(say.t("loanAsking.cosign.asked", { names }));
}

/** Every row of a schedule: the very instalments that will bind. */
export function loanSchedule(
  reader: Reader,
  view: { group: GroupName; amount: Satang; schedule: Schedule },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { group, amount, schedule } = view;
  const word = say.local(interestWordOf(group));
  const lines = schedule.rows.map(({ no, dueOn, principal, interest, total }) =>
    say.t("loanAsking.schedule.row", {
      no,
      on: say.shortDay(dueOn),
      principal: say.digits(principal),
      word,
      interest: say.digits(interest),
      total: say.digits(total),
    }),
  );
  const total = say.money(schedule.totalInterest);
  return textMessage(
    [
      say.t("loanAsking.schedule.title", { amount: say.money(amount) }),
      ...lines,
      say.t("loanAsking.schedule.total", { word, total }),
    ].join("\n"),
  );
}

/** What a borrower may still be lent, product by product, with the clause; and that people decide. */
export function loanLimits(
  reader: Reader,
  view: {
    group: GroupName;
    member: MemberName;
    savings: Satang;
    owed: Satang;
    /** What she asked for and was not paid out yet. */
    asked: Satang;
    limits: { product: LoanProduct; left: Satang | null; clause: string }[];
    ask: string;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { member, savings, owed, asked, limits, ask } = view;
  const lines = limits.map(({ product, left, clause }) =>
    say.t("loanAsking.limits.line", {
      product: say.t(`loanRequests.products.${product}`),
      left: left === null ? say.t("loanRequests.noLimit") : say.t("loanAsking.limits.upTo", { left: say.money(left) }),
      clause,
    }),
  );
  const first = say.t("loanAsking.limits.title", {
    member: say.member(member),
    savings: say.money(savings),
    owed: say.money(owed),
  });
  const waiting = asked > 0 ? [say.t("loanAsking.limits.asked", { asked: say.money(asked) })] : [];
  return textMessage([first, ...waiting, ...lines, say.t("loanAsking.limits.note")].join("\n"), [
    quickPostback(ask, say.t("loanAsking.limits.ask")),
  ]);
}
