import template from "../../flex-messages/linking/link-notice.json";
import type { LinkChangedView, LinkLockedView, LinkOfficerView } from "../domain/notice-views";
import { buttons, postback } from "./actions";
import { card } from "./card";
import { callButtons, contactLines } from "./contacts";
import { officesText } from "./linking";
import type { Row } from "./rows";
import type { Contact, Speak } from "./speak";

/** Tells the old account that a passbook is with another phone now. */
export const linkReplaced = card<LinkChangedView>({
  name: "linking/link-notice",
  template,
  alt: (say, view) => say.t("linking.replaced.alt", { group: say.name(view.groupName) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    title: say.t("linking.replaced.title"),
    meaning: say.t("linking.replaced.meaning", { member: say.member(view.member) }),
    rows: [whenRow(say, view.at)],
    wayOut: wayOut(say, say.t("linking.replaced.wayOut"), view.contact),
    buttons: callIf(say, view.contact),
  }),
});

/** Tells a person that her phone opens a passbook no more. */
export const linkEnded = card<LinkChangedView>({
  name: "linking/link-notice",
  template,
  alt: (say, view) => say.t("linking.ended.alt", { group: say.name(view.groupName) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    title: say.t("linking.ended.title"),
    meaning: say.t("linking.ended.meaning", { member: say.member(view.member) }),
    rows: [whenRow(say, view.at)],
    wayOut: wayOut(say, say.t("linking.ended.wayOut"), view.contact),
    buttons: callIf(say, view.contact),
  }),
});

/** Tells a person that her account is locked and who unlocks it, or a secretary that she can unlock one. */
export const linkLocked = card<LinkLockedView>({
  name: "linking/link-notice",
  template,
  alt: (say) => say.t("linking.locked.alt"),
  layout: (say, view) => {
    const who = view.member ? say.member(view.member) : say.t("linking.locked.unknown");
    return {
      group: view.groupName === null ? null : say.name(view.groupName),
      title: say.t("linking.locked.title"),
      meaning: say.t(`linking.locked.${view.why === "wrong-codes" ? "wrongCodes" : "asked"}`),
      rows: view.for === "officer" ? [{ label: say.t("linking.rows.member"), value: who }, whenRow(say, view.at)] : [whenRow(say, view.at)],
      wayOut: wayOut(say, say.t(view.for === "officer" ? "linking.locked.officer" : "linking.locked.owner"), view.contact),
      buttons:
        view.unlock === null
          ? callIf(say, view.contact)
          : buttons(null, postback(view.unlock, say.t("linking.locked.unlock"))),
    };
  },
});

/** Tells all officers and the auditor that a phone with rights, or a second phone, opens a passbook now. */
export const linkOfficerNotice = card<LinkOfficerView>({
  name: "linking/link-notice",
  template,
  alt: (say, view) => say.t("linking.officer.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    title: say.t(`linking.officer.title.${view.why}`),
    meaning: say.member(view.member),
    rows: [
      ...(view.offices.length > 0 ? [{ label: say.t("linking.rows.offices"), value: officesText(say, view.offices) }] : []),
      { label: say.t("linking.rows.askedBy"), value: say.officer(view.askedBy) },
      { label: say.t("linking.rows.confirmedBy"), value: say.officer(view.confirmedBy) },
      whenRow(say, view.at),
      ...(view.decidesFrom ? [{ label: say.t("linking.rows.decidesFrom"), value: say.instant(view.decidesFrom) }] : []),
    ],
    wayOut: say.t("linking.officer.wayOut"),
    buttons: buttons(null),
  }),
});

function whenRow(say: Speak, at: Date): Row {
  return { label: say.t("linking.rows.at"), value: say.instant(at) };
}

function wayOut(say: Speak, text: string, contact: Contact | null): string {
  return [text, ...contactLines(say, contact ? [contact] : [])].join("\n");
}

function callIf(say: Speak, contact: Contact | null) {
  return buttons(null, ...callButtons(say, contact ? [contact] : [], 1));
}
