import noticeTemplate from "../../flex-messages/linking/link-notice.json";
import requestTemplate from "../../flex-messages/linking/link-request.json";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickText } from "./actions";
import { badge } from "./badges";
import { card } from "./card";
import { verdictBadge } from "./decided";
import { buttonContacts, callButtons, fittingContacts, note, quickCalls, withContacts } from "./contacts";
import { nameRow, row, type Row } from "./rows";
import type { Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** A code that needs a second officer, and what she said. */
export interface LinkRequestView {
  group: GroupName;
  member: MemberName;
  isOfficer: boolean;
  isRelink: boolean;
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
}

/** The second officer's question before an officer's own or a member's second phone may open a passbook. */
export const linkRequest = card<LinkRequestView & { approve: string; reject: string }>({
  name: "linking/link-request",
  template: requestTemplate,
  alt: (say, view) => say.t("linking.request.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    member: say.member(view.member),
    why: whyText(say, view),
    requestedBy: say.officer(view.requestedBy),
    note: say.t(view.isOfficer ? "linking.request.noteOfficer" : "linking.request.note"),
    buttons: buttons(
      postback(view.approve, say.t("linking.request.confirm")),
      postback(view.reject, say.t("linking.request.reject")),
    ),
  }),
});

function whyText(say: Speak, view: Pick<LinkRequestView, "isOfficer" | "isRelink">): string {
  if (view.isOfficer) return say.t(view.isRelink ? "linking.why.officerRelink" : "linking.why.officer");
  return say.t("linking.why.relink");
}

/** Tells officers and auditor what the second officer said about a code; she has it as her answer too. */
export const linkRequestDecided = card<LinkRequestView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t(`linking.decided.${view.verdict}.alt`, { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("linking.decided.title"),
    badge: badge(say, verdictBadge[view.verdict], `linking.decided.${view.verdict}.badge`),
    meaning: say.member(view.member),
    rows: [
      row(say.t("linking.rows.why"), whyText(say, view)),
      nameRow(say.t("linking.rows.requestedBy"), say.officer(view.requestedBy)),
      ...(view.decidedBy ? [nameRow(say.t("linking.rows.decidedBy"), say.officer(view.decidedBy))] : []),
      ...(view.decidedAt ? [row(say.t("linking.rows.at"), say.instant(view.decidedAt))] : []),
    ],
    wayOut: say.t(`linking.decided.${view.verdict}.wayOut`),
    buttons: buttons(null),
  }),
});

/** A passbook whose link changed. */
export interface LinkView {
  group: GroupName;
  member: MemberName;
  at: Date;
  /** An officer decides from here on; null when at once. */
  decidesFrom: Date | null;
  /** Whom to call when it was not wanted, where known. */
  contacts?: Contact[];
}

/** Tells officers and auditor that an officer's phone, or a member's second phone, opens a passbook now. */
export const linkOfficerNotice = linkNotice("made", (say, view) => [
  whenRow(say, view.at),
  ...(view.decidesFrom ? [row(say.t("linking.rows.decidesFrom"), say.instant(view.decidesFrom))] : []),
]);

/** Tells the old account that a passbook is with another phone now. */
export const linkReplaced = linkNotice("replaced", (say, view) => [whenRow(say, view.at)]);

/** Tells that a phone opens a passbook no more. */
export const linkEnded = linkNotice("ended", (say, view) => [whenRow(say, view.at)]);

function linkNotice(kind: "made" | "replaced" | "ended", rows: (say: Speak, view: LinkView) => Row[]) {
  return card<LinkView>({
    name: "linking/link-notice",
    template: noticeTemplate,
    alt: (say, view) =>
      say.t(`linking.${kind}.alt`, { group: say.group(view.group), member: say.nickname(view.member) }),
    layout: (say, view) => ({
      group: say.group(view.group),
      title: say.t(`linking.${kind}.title`),
      badge: null,
      meaning: say.t(`linking.${kind}.meaning`, { member: say.member(view.member) }),
      rows: rows(say, view),
      wayOut: withContacts(say, say.t(`linking.${kind}.wayOut`), view.contacts ?? []),
      buttons: buttons(null, ...callButtons(say, view.contacts ?? [], 2)),
    }),
    quickReplies: (say) => (kind === "replaced" ? [quickText(say.t("cases.takenOver.word"))] : []),
  });
}

/** A LINE account that was locked. */
export interface LinkLockedView {
  /** The six digits by which the owner names it to the secretary. */
  lockNo: string;
  at: Date;
  /** Her group; null where she has none, or several. */
  group: GroupName | null;
  /** Whom to call; those of several groups by their groups' names. */
  contacts: Contact[];
}

/** Tells a person that her account is locked, by which number a secretary unlocks it, and whom to call. */
export const linkLocked = card<LinkLockedView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say) => say.t("linking.locked.alt"),
  layout: (say, view) => ({
    group: view.group && say.group(view.group),
    title: say.t("linking.locked.title"),
    badge: null,
    meaning: say.t("linking.locked.meaning"),
    rows: [row(say.t("linking.rows.lockNo"), view.lockNo), whenRow(say, view.at)],
    wayOut: withContacts(
      say,
      say.t("linking.locked.wayOut"),
      fittingContacts(say, view.contacts, { room: 250, ...note }),
    ),
    buttons: buttons(null, ...callButtons(say, buttonContacts(view.contacts), 2)),
  }),
  quickReplies: (say, view) => quickCalls(say, view.contacts),
});

/** A LINE account that an officer unlocked. */
export interface LinkUnlockedView {
  group: GroupName;
  by: OfficerName;
  at: Date;
  contacts: Contact[];
}

/** Tells a person that her account is open again, who unlocked it, and whom to call when she did not ask. */
export const linkUnlocked = card<LinkUnlockedView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say) => say.t("linking.unlocked.alt"),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("linking.unlocked.title"),
    badge: null,
    meaning: say.t("linking.unlocked.meaning"),
    rows: [nameRow(say.t("linking.rows.unlockedBy"), say.officer(view.by)), whenRow(say, view.at)],
    wayOut: withContacts(say, say.t("linking.unlocked.wayOut"), view.contacts),
    buttons: buttons(null, ...callButtons(say, view.contacts, 2)),
  }),
});

function whenRow(say: Speak, at: Date): Row {
  return row(say.t("linking.rows.at"), say.instant(at));
}
