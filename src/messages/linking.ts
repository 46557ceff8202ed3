import type { messagingApi } from "@line/bot-sdk";
import codeTemplate from "../../flex-messages/linking/link-code.json";
import linkedTemplate from "../../flex-messages/linking/linked.json";
import requestTemplate from "../../flex-messages/linking/link-request.json";
import unlinkTemplate from "../../flex-messages/linking/unlink-confirmation.json";
import type { LinkedView, LinkRequestView, Passbook } from "../domain/notice-views";
import { buttons, postback, quickSaying } from "./actions";
import { card, textMessage } from "./card";
import { contactLines } from "./contacts";
import { listRows } from "./savings";
import { speak, type Contact, type MemberName, type Name, type Reader, type Speak } from "./speak";

/** Asks for the one-time code and says how to get one. */
export function askLinkCode(reader: Reader, view: { contacts: Contact[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [say.t("linking.askCode"), ...contactLines(say, view.contacts)];
  return textMessage(lines.join("\n"), [quickSaying(say, "talk"), quickSaying(say, "language")]);
}

/** The eight digits of a code, for the secretary to read out. */
export interface LinkCodeView {
  groupName: Name;
  member: MemberName;
  code: string;
  /** Until when it holds; null: until the working day closes. */
  validUntil: Date | null;
}

/** Shows the secretary a member's one-time code, big, with whom it is for and how long it holds. */
export const linkCodeMade = card<LinkCodeView>({
  name: "linking/link-code",
  template: codeTemplate,
  alt: (say, view) => say.t("linking.code.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    code: `${view.code.slice(0, 4)} ${view.code.slice(4)}`,
    member: say.member(view.member),
    validUntil: view.validUntil ? say.instant(view.validUntil) : say.t("linking.code.untilClosing"),
    buttons: buttons(null),
  }),
});

/** Tells which passbooks the phone opens now. */
export const linked = card<LinkedView>({
  name: "linking/linked",
  template: linkedTemplate,
  alt: (say, view) => say.t("linking.linked.alt", { group: say.name(view.groupName) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    passbooks: view.passbooks.slice(0, listRows).map((passbook) => passbookText(say, passbook, view.groupName)),
    rest: view.passbooks.length > listRows ? say.t("linking.linked.rest", { count: view.passbooks.length - listRows }) : null,
    at: say.instant(view.at),
    buttons: buttons(null),
  }),
  quickReplies: (say) => [quickSaying(say, "balance"), quickSaying(say, "nextDay"), quickSaying(say, "help")],
});

function passbookText(say: Speak, passbook: Passbook, groupName: Name): { text: string } {
  const [own, group] = [say.name(passbook.groupName), say.name(groupName)];
  return { text: own === group ? say.member(passbook.member) : `${say.member(passbook.member)} · ${own}` };
}

/** The second officer's question before an officer's own or a member's second phone opens a passbook. */
export const linkRequest = card<LinkRequestView>({
  name: "linking/link-request",
  template: requestTemplate,
  alt: (say, view) => say.t("linking.request.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    member: say.member(view.member),
    why: say.t(`linking.why.${view.why}`),
    offices: view.offices.length > 0 ? officesText(say, view.offices) : null,
    askedBy: say.officer(view.askedBy),
    at: say.instant(view.at),
    note: say.t(view.offices.length > 0 ? "linking.request.noteOfficer" : "linking.request.note"),
    buttons: buttons(
      postback(view.confirm, say.t("linking.request.confirm")),
      postback(view.reject, say.t("linking.request.reject")),
    ),
  }),
});

/** The offices of a member in words: "เหรัญญิก, ประธานกรรมการเงินกู้". */
export function officesText(say: Speak, offices: LinkRequestView["offices"]): string {
  return offices.map(({ position, committee }) => say.position(position, committee)).join(", ");
}

/** Answers the person whose link must wait for a second officer. */
export function linkWaits(reader: Reader, view: { groupName: Name; member: MemberName }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("linking.waits", { group: say.name(view.groupName), member: say.nickname(view.member) }));
}

/** Answers the second officer: what she confirmed or declined. */
export function linkRequestAnswered(
  reader: Reader,
  view: { member: MemberName; accepted: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`linking.answered.${view.accepted ? "yes" : "no"}`, { member: say.member(view.member) }));
}

/** The question before a phone lets go of its passbooks. */
export interface UnlinkConfirmationView {
  groupName: Name | null;
  passbooks: Passbook[];
  confirm: string;
  drop: string;
}

/** Asks before unlinking: what ends, what stays, how to come back. */
export const unlinkConfirmation = card<UnlinkConfirmationView>({
  name: "linking/unlink-confirmation",
  template: unlinkTemplate,
  alt: (say) => say.t("linking.unlink.alt"),
  layout: (say, view) => ({
    group: view.groupName === null ? null : say.name(view.groupName),
    passbooks: view.passbooks.slice(0, listRows).map((passbook) => passbookText(say, passbook, view.groupName ?? "")),
    buttons: buttons(
      null,
      postback(view.confirm, say.t("linking.unlink.confirm")),
      postback(view.drop, say.t("linking.unlink.drop")),
    ),
  }),
});

/** Tells that the phone opens no passbook any more. */
export function unlinked(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("linking.unlink.done"), [quickSaying(say, "help"), quickSaying(say, "talk")]);
}
