import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loan-requests/request.json";
import type { LocalDate } from "../domain/dates";
import { askedNow, interestAlone } from "../domain/loans/arrears";
import type { LoanStanding } from "../domain/loans/standing";
import { satang, zero, type Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { interestWordOf, type InterestWorded } from "../domain/rules/interest-word";
import { buttons, postback, quickSaying, saying } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A contract whose borrower asks for time. */
export interface GraceView {
  group: GroupName & InterestWorded;
  member: MemberName;
  contract: { contractNo: string; owed: Satang };
  /** Null where its paper makes no schedule. */
  standing: LoanStanding | null;
  /** Postback data of [ขอผ่อนผัน]. */
  wish: string;
}

/** What an instalment asks for, what its interest alone would be, and who decides on more time; with the way to ask. */
export const graceOffer = card<GraceView>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    figureLayout(say, {
      group: view.group,
      title: say.t("grace.title"),
      ...figureOf(say, view),
      rows: [
        nameRow(say.t("arrears.reminders.member"), say.member(view.member)),
        row(say.t("arrears.reminders.contract"), view.contract.contractNo),
        ...(view.standing ? partsOf(say, view, view.standing) : []),
      ],
      notes: [view.standing ? interestNote(say, view, view.standing) : say.t("grace.paper"), say.t("grace.decides")],
      buttons: buttons(postback(view.wish, say.t("grace.buttons.wish")), saying(say, "talk")),
    }),
});

function figureOf(say: Speak, { contract, standing }: GraceView): { what: string; figure: string } {
  if (!standing?.next) return { what: say.t("grace.outstanding"), figure: say.money(contract.owed) };
  const asked = askedNow(standing);
  if (asked > 0) return { what: say.t("grace.now"), figure: say.money(asked) };
  const { dueOn, total } = standing.next;
  return { what: say.t("grace.next", { on: say.shortDay(dueOn) }), figure: say.money(total) };
}

function partsOf(say: Speak, { group }: GraceView, standing: LoanStanding): Row[] {
  const isAsked = askedNow(standing) > 0;
  const principal = isAsked ? standing.principalDue : (standing.next?.principal ?? zero);
  const parts: [string, Satang][] = [
    [say.t("grace.principal"), principal],
    [say.local(interestWordOf(group)), interestAlone(standing)],
    [say.t("grace.fine"), isAsked ? standing.fineDue : zero],
  ];
  return parts.filter(([, amount]) => amount > 0).map(([label, amount]) => row(label, say.money(amount)));
}

function interestNote(say: Speak, { group }: GraceView, standing: LoanStanding): string {
  const interest = interestAlone(standing);
  if (interest === 0) return "";
  const sum = satang(interest + (askedNow(standing) > 0 ? standing.fineDue : 0));
  return say.t("grace.interestAlone", { word: say.local(interestWordOf(group)), amount: say.money(sum) });
}

/** What the committee reads of a borrower's wish for time. */
export function graceNote(reader: Reader, view: { contractNo: string }): string {
  return speak(reader).t("grace.note", view);
}

/** Tells a borrower that the committee has her wish already, and since when. */
export function graceAsked(reader: Reader, view: { contractNo: string; on: LocalDate }): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { contractNo: view.contractNo, on: say.day(view.on) };
  return textMessage(say.t("grace.already", values), [quickSaying(say, "loans"), quickSaying(say, "talk")]);
}
