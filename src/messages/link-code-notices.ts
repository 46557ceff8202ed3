import noticeTemplate from "../../flex-messages/linking/link-notice.json";
import type { MemberName } from "../domain/people";
import { buttonLabel } from "./labels";
import { buttons } from "./actions";
import { card } from "./card";
import { callButtons, withContacts } from "./contacts";
import { row, type Row } from "./rows";
import type { Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** A code that was used, as its maker hears of it. */
export interface LinkUsedView {
  group: GroupName;
  member: MemberName;
  at: Date;
}

/** A code that another phone had used before this one sent it. */
export interface LinkTakenView extends LinkUsedView {
  /** When it was sent once more. */
  again: Date;
}

/** Tells the maker of a code that its member's passbook is linked now, and what to do when that was not she. */
export const linkUsed = card<LinkUsedView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t("linking.used.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("linking.used.title"),
    badge: null,
    meaning: say.t("linking.used.meaning", { member: say.member(view.member) }),
    rows: [usedRow(say, view)],
    wayOut: say.t("linking.used.wayOut", { memberNo: view.member.memberNo }),
    buttons: buttons(null),
  }),
});

/** Tells the maker of a code that two phones sent it, so that one of them is not the owner's, and how to put it right. */
export const linkTakenNotice = card<LinkTakenView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t("linking.takenNotice.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => {
    const line = say.t("linking.takenNotice.line", { memberNo: view.member.memberNo });
    return {
      group: say.group(view.group),
      title: say.t("linking.takenNotice.title"),
      badge: null,
      meaning: say.t("linking.takenNotice.meaning", { member: say.member(view.member) }),
      rows: [usedRow(say, view), row(say.t("linking.rows.again"), say.instant(view.again))],
      wayOut: say.t("linking.takenNotice.wayOut", { line }),
      buttons: buttons(null, {
        type: "message",
        label: buttonLabel(line, say.t("linking.takenNotice.newCode")),
        text: line,
      }),
    };
  },
});

/** Tells who sent a code that another phone used it before, what that means, and whom to telephone now. */
export const linkTaken = card<LinkTakenView & { contacts: Contact[] }>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say) => say.t("linking.taken.alt"),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("linking.taken.title"),
    badge: null,
    meaning: say.t("linking.taken.meaning"),
    rows: [usedRow(say, view)],
    wayOut: withContacts(say, say.t("linking.taken.wayOut", { memberNo: view.member.memberNo }), view.contacts),
    buttons: buttons(null, ...callButtons(say, view.contacts, 2)),
  }),
});

function usedRow(say: Speak, { at }: LinkUsedView): Row {
  return row(say.t("linking.rows.usedAt"), say.instant(at));
}
