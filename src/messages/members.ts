import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/members/member.json";
import type { YearMonth } from "../domain/dates";
import type { MemberStatus } from "../domain/members/member";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickText } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A member as one officer may see her. */
export interface MemberCardView {
  group: GroupName;
  member: MemberName;
  status: MemberStatus;
  household: string | null;
  lineHead: MemberName | null;
  guardian: MemberName | null;
  line: "own" | "others" | "none";
  /** Satang; null for an officer who keeps no books and takes no money. */
  money: {
    pledge: Satang;
    special: Satang;
    loans: Satang;
    standing: { paidThrough: YearMonth; due: Satang } | null;
  } | null;
  /** Postback data of [ขอรหัส]; null for who makes none. */
  makeCode: string | null;
}

/** A member whom an officer looked up. */
export const memberCard = card<MemberCardView>({
  name: "members/member",
  template,
  alt: (say, { group }) => privateAlt(say, group),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.member(view.member),
    rows: [
      row(say.t("members.rows.status"), say.t(`errors.memberStatus.${view.status}`)),
      ...(view.household === null ? [] : [nameRow(say.t("members.rows.household"), view.household)]),
      ...(view.lineHead ? [nameRow(say.t("members.rows.lineHead"), shortMember(say, view.lineHead))] : []),
      ...(view.guardian ? [nameRow(say.t("members.rows.guardian"), shortMember(say, view.guardian))] : []),
      ...moneyRows(say, view.money),
    ],
    line: say.t(`members.line.${view.line}`),
    buttons: buttons(null, view.makeCode === null ? null : postback(view.makeCode, say.t("members.makeCode"))),
  }),
});

/** Number and nickname: the register has the rest. */
function shortMember(say: Speak, member: MemberName): string {
  return `${member.memberNo} ${say.nickname(member)}`;
}

function moneyRows(say: Speak, money: MemberCardView["money"]) {
  if (!money) return [];
  return [
    row(say.t("members.rows.pledge"), say.money(money.pledge)),
    ...standingRows(say, money.standing),
    ...(money.special > 0 ? [row(say.t("members.rows.special"), say.money(money.special))] : []),
    ...(money.loans > 0 ? [row(say.t("members.rows.loans"), say.money(money.loans))] : []),
  ];
}

function standingRows(say: Speak, standing: { paidThrough: YearMonth; due: Satang } | null): Row[] {
  if (!standing) return [];
  const { paidThrough, due } = standing;
  return [
    row(say.t("members.rows.paidThrough"), say.month(paidThrough)),
    ...(due > 0 ? [row(say.t("members.rows.due"), say.money(due))] : []),
  ];
}

/** Asks which member is looked for. */
export function askMember(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("members.ask"), [
    quickText(say.t("papers.titles.register")),
    quickText(say.t("papers.titles.behind")),
  ]);
}
