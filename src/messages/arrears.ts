import type { messagingApi } from "@line/bot-sdk";
import { ageBands } from "../domain/loans/arrears";
import type { ArrearsView, LoanReminderView } from "../domain/loans/arrears-view";
import template from "../../flex-messages/loan-requests/request.json";
import { buttons, postback, quickSaying, saying } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader } from "./speak";

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
      ...(late.length === 0 ? [say.t("arrears.none")] : []),
      ...(late.length > listed ? [say.t("arrears.more", { count: late.length - listed })] : []),
      ...(withoutTerms > 0 ? [say.t("arrears.withoutTerms", { count: withoutTerms })] : []),
    ].join("\n"),
    [quickSaying(say, "callbacks")],
  );
}

/** Reminds a borrower of an instalment, kindly, with the ways to talk about it. */
export const loanReminder = card<LoanReminderView & { grace: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { group, member, contractNo, dueOn, amount, when, grace }) =>
    figureLayout(say, {
      group,
      title: say.t(`arrears.reminders.${when}.title`),
      what: say.t("arrears.reminders.what"),
      figure: say.money(amount),
      rows: [
        nameRow(say.t("arrears.reminders.member"), say.member(member)),
        row(say.t("arrears.reminders.contract"), contractNo),
        row(say.t("arrears.reminders.dueOn"), say.day(dueOn)),
      ],
      notes: [say.t(`arrears.reminders.${when}.note`)],
      buttons: buttons(null, postback(grace, say.t("grace.buttons.wish")), saying(say, "talk")),
    }),
});
