import type { messagingApi } from "@line/bot-sdk";
import codeTemplate from "../../flex-messages/linking/link-code.json";
import linkedTemplate from "../../flex-messages/linking/linked.json";
import unlinkTemplate from "../../flex-messages/linking/unlink-confirmation.json";
import type { PassbookVia } from "../domain/members/openers";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickSaying } from "./actions";
import { card, textMessage } from "./card";
import { contactLines, quickCalls } from "./contacts";
import { speak, type Reader, type Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** A passbook that a phone opens. */
export interface PassbookName {
  member: MemberName;
  group: GroupName;
  /** Why it does; its own where nothing is said. */
  via?: PassbookVia;
}

/** Asks for the one-time code and says how to get one. */
export function askLinkCode(reader: Reader, view: { contacts: Contact[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = contactLines(say, view.contacts);
  const whom = lines.length > 0 ? [say.t("linking.askCodeWhom"), ...lines] : [];
  return textMessage([say.t("linking.askCode"), ...whom].join("\n"), [
    quickSaying(say, "talk"),
    quickSaying(say, "language"),
    ...quickCalls(say, view.contacts),
  ]);
}

/** A code as its maker sees it. */
export interface LinkCodeView {
  group: GroupName;
  member: MemberName;
  digits: string;
  /** Null: until the working day closes. */
  expiresAt: Date | null;
  /** It works only after a second officer's word. */
  waitsForSecond: boolean;
}

/** Shows the secretary a member's one-time code, big, with whom it is for and how long it holds. */
export const linkCodeMade = card<LinkCodeView>({
  name: "linking/link-code",
  template: codeTemplate,
  alt: (say, view) => say.t("linking.code.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    code: `${view.digits.slice(0, 4)} ${view.digits.slice(4)}`,
    member: say.member(view.member),
    expiresAt: view.expiresAt ? say.instant(view.expiresAt) : say.t("linking.code.untilClosing"),
    waits: view.waitsForSecond,
    buttons: buttons(null),
  }),
});

/** The passbooks of a phone after a code was taken. */
export interface LinkedView {
  group: GroupName;
  /** The passbook of the code. */
  member: MemberName;
  /** Every passbook that the phone opens now, that one included. */
  passbooks: PassbookName[];
  at: Date;
  /** An officer decides from here on; null when at once, or no officer. */
  decidesFrom: Date | null;
}

/** Tells which passbooks the phone opens now. */
export const linked = card<LinkedView>({
  name: "linking/linked",
  template: linkedTemplate,
  alt: (say, view) => say.t("linking.linked.alt", { group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    ...namedPassbooks(say, view.passbooks, view.group),
    decidesFrom: view.decidesFrom && say.t("linking.linked.decidesFrom", { at: say.instant(view.decidesFrom) }),
    at: say.instant(view.at),
    buttons: buttons(null),
  }),
  quickReplies: (say) => (["balance", "nextDay", "help", "talk"] as const).map((command) => quickSaying(say, command)),
});

/** With two lines a name, and what else such a card says, no more fit one screen. */
const namesPerCard = 5;

/** The first of the passbooks by name, and how many more there are; ยอดเงิน shows them all. */
function namedPassbooks(say: Speak, passbooks: readonly PassbookName[], group: GroupName | null) {
  const shown = passbooks.slice(0, namesPerCard).map((passbook) => {
    const { via = "own" } = passbook;
    const parts = [
      say.member(passbook.member),
      ...(via === "own" ? [] : [say.t(`savings.balances.via.${via}`)]),
      ...(group?.name.th === passbook.group.name.th ? [] : [say.group(passbook.group)]),
    ];
    return { text: parts.join(" · ") };
  });
  const left = passbooks.length - shown.length;
  return { passbooks: shown, rest: left > 0 ? say.t("linking.rest", { count: left }) : null };
}

/** Answers the person whose code waits for a second officer. */
export function linkWaits(reader: Reader, view: { groupName: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("linking.waits", view));
}

/** Answers a code that matches none: how many tries are left. */
export function linkCodeWrong(reader: Reader, view: { triesLeft: number }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("linking.wrong", view), [quickSaying(say, "talk")]);
}

/** The question before a phone lets go of its passbooks. */
export interface UnlinkConfirmationView {
  /** Its own, then those that it opens as guardian or helper through them. */
  passbooks: PassbookName[];
  confirm: string;
  drop: string;
}

/** Asks before unlinking: what ends, what stays, how to come back. */
export const unlinkConfirmation = card<UnlinkConfirmationView>({
  name: "linking/unlink-confirmation",
  template: unlinkTemplate,
  alt: (say) => say.t("linking.unlink.alt"),
  layout: (say, view) => ({
    ...namedPassbooks(say, view.passbooks, null),
    buttons: buttons(
      null,
      postback(view.confirm, say.t("linking.unlink.confirm")),
      postback(view.drop, say.t("linking.unlink.drop")),
    ),
  }),
});

/** Tells that the phone opens the passbooks no more, and of which groups it still opens some. */
export function unlinked(reader: Reader, view: { left: GroupName[] }): messagingApi.TextMessage {
  const say = speak(reader);
  const groups = view.left.map((group) => say.group(group)).join(", ");
  const lines = [say.t("linking.unlink.done"), ...(groups === "" ? [] : [say.t("linking.unlink.left", { groups })])];
  const next = groups === "" ? "help" : "unlink";
  return textMessage(lines.join("\n"), [quickSaying(say, next), quickSaying(say, "talk")]);
}
