import type { messagingApi } from "@line/bot-sdk";
import { ageBands } from "../domain/loans/arrears";
import type { ArrearsNoticeView, ArrearsView, LateGuaranteeView, LoanReminderView } from "../domain/loans/arrears-view";
import template from "../../flex-messages/loan-requests/request.json";
import { buttons, postback, quickSaying, saying } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember } from "./unheard";

/** So many contracts stand in one message. */
const listed = 25;

/** Who is behind with a loan: sums by age, the part at risk, and each contract, the oldest first. */
export function arrearsList(reader: Reader, view: ArrearsView): messagingApi.TextMessage {
  const say = speak(reader);
  const { group, on, outstanding, byAge, par30Bps, late, withoutTerms } = view;
  const ages = ageBands.filter((band) => byAge[band] > 0);
  return textMessage(
    [
      say.t("arrears.title", { group: say.group(group), on: say.day(on) }),
      say.t("arrears.outstanding", { outstanding: say.money(outstanding) }),
      ...ages.map((band) => say.t(`arrears.ages.${band}`, { sum: say.money(byAge[band]) })),
      say.t("arrears.par30", { percent: String(par30Bps / 100) }),
      ...late.slice(0, listed).map(({ member, contractNo, missed, days, due, outstanding: owed }, at) =>
        say.t("arrears.row", {
          no: at + 1,
          member: say.member(member),
          contractNo,
          missed,
          days,
          due: say.money(due),
          outstanding: say.money(owed),
        }),
      ),
      ...toldInWriting(say, late),
      ...(late.length === 0 ? [say.t("arrears.none")] : []),
      ...(late.length > listed ? [say.t("arrears.more", { count: late.length - listed })] : []),
      ...(withoutTerms > 0 ? [say.t("arrears.withoutTerms", { count: withoutTerms })] : []),
    ].join("\n"),
    [quickSaying(say, "callbacks")],
  );
}

/** Whom the law wants told in writing, by contract, the soonest first. */
function toldInWriting(say: Speak, late: ArrearsView["late"]): string[] {
  const rows = late.slice(0, listed).flatMap(({ contractNo, guarantors, tellBy }) => {
    if (tellBy === null) return [];
    return say.t("arrears.toTell.row", {
      contractNo,
      guarantors: guarantors.map((one) => shortMember(say, one)).join(", "),
      by: say.day(tellBy),
    });
  });
  return rows.length > 0 ? [say.t("arrears.toTell.title"), ...rows] : [];
}

/** Reminds a borrower of an instalment, kindly, with the ways to talk about it. */
export const loanReminder = card<LoanReminderView & { grace: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { group, member, contractNo, dueOn, amount, when, missed, grace }) =>
    figureLayout(say, {
      group,
      title: say.t(`arrears.reminders.${when}.title`),
      what: missed > 1 ? say.t("arrears.reminders.missed", { missed }) : say.t("arrears.reminders.what"),
      figure: say.money(amount),
      rows: [
        nameRow(say.t("arrears.reminders.member"), say.member(member)),
        row(say.t("arrears.reminders.contract"), contractNo),
        row(say.t(`arrears.reminders.${missed > 1 ? "lastDueOn" : "dueOn"}`), say.day(dueOn)),
      ],
      notes: [say.t(`arrears.reminders.${when}.note`)],
      buttons: buttons(null, postback(grace, say.t("grace.buttons.wish")), saying(say, "talk")),
    }),
});

/** Tells the loan committee once a month how many are behind and with how much; names stand behind the button. */
export const arrearsNotice = card<ArrearsNoticeView & { show: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { group, on, contracts, due, outstanding, par30Bps, toTell, show }) =>
    figureLayout(say, {
      group,
      title: say.t("arrears.notice.title"),
      what: say.t("arrears.notice.what", { on: say.shortDay(on) }),
      figure: say.money(due),
      rows: [
        row(say.t("arrears.notice.contracts"), say.t("arrears.notice.count", { count: contracts })),
        row(say.t("arrears.notice.outstanding"), say.money(outstanding)),
        row(say.t("arrears.notice.par30"), say.t("arrears.notice.percent", { percent: String(par30Bps / 100) })),
      ],
      notes: [toTell > 0 ? say.t("arrears.notice.toTell", { count: toTell }) : ""],
      buttons: buttons(postback(show, say.t("arrears.notice.show"))),
    }),
});

/** Tells a guarantor, kindly and once, that her borrower is far behind: what is asked, and for how much she stands. */
export const lateGuarantee = card<LateGuaranteeView>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { group, guarantor, borrower, contractNo, days, due, amount }) =>
    figureLayout(say, {
      group,
      title: say.t("arrears.guarantor.title"),
      what: say.t("arrears.guarantor.what", { days }),
      figure: say.money(due),
      rows: [
        nameRow(say.t("arrears.guarantor.borrower"), say.member(borrower)),
        row(say.t("arrears.reminders.contract"), contractNo),
        nameRow(say.t("arrears.guarantor.guarantor"), say.member(guarantor)),
        row(
          say.t("arrears.guarantor.amount"),
          amount === null
            ? say.t("arrears.guarantor.all")
            : say.t("arrears.guarantor.most", { amount: say.money(amount) }),
        ),
      ],
      notes: [say.t("arrears.guarantor.note")],
      buttons: buttons(null, saying(say, "talk")),
    }),
});
