import type { messagingApi } from "@line/bot-sdk";
import questionTemplate from "../../flex-messages/helpers/helper-question.json";
import noticeTemplate from "../../flex-messages/linking/link-notice.json";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickChoices, saying } from "./actions";
import { badge } from "./badges";
import { card, textMessage } from "./card";
import { verdictBadge } from "./decided";
import { shortGroupName } from "./labels";
import { nameRow, row, waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A passbook and who helps with it, or is to. */
export interface HelperPair {
  group: GroupName;
  member: MemberName;
  helper: MemberName;
}

/** A helper who is to be recorded, and what the second officer said. */
export interface HelperRequestView extends HelperPair {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
  /** Who may answer; empty once decided. */
  waitsFor: OfficerName[];
}

/** A helper who sees a passbook no more. */
export interface HelperEndedView extends HelperPair {
  at: Date;
  /** Null: the owner ended it herself, or the helper did. */
  by: OfficerName | null;
  /** The helper stepped back on her own. */
  steppedBack: boolean;
}

/** Asks how an officer records a helper, with examples. */
export function askHelperLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("helpers.askLine"));
}

/** Asks which helper an officer means to end, with examples. */
export function askHelperEndLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("helpers.askEndLine"));
}

/** Asks whom the person no longer wants to help, where she helps several; at most twelve are offered. */
export function chooseHelped(
  reader: Reader,
  view: { options: (HelperPair & { data: string })[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const shown = view.options.slice(0, 12);
  const lines = shown.map(({ group, member }) => `• ${say.member(member)} · ${say.group(group)}`);
  return textMessage(
    [say.t("helpers.chooseHelped"), ...lines].join("\n"),
    quickChoices(
      shown.map(({ group, member, data }) => ({
        labels: [
          `${member.memberNo} ${say.nickname(member)}`,
          `${member.memberNo} ${shortGroupName(say.group(group))}`,
        ],
        data,
      })),
    ),
  );
}

/** Asks which helper is to end, where several fit; at most twelve are offered. */
export function chooseHelperEnd(
  reader: Reader,
  view: { options: (HelperPair & { data: string })[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const shown = view.options.slice(0, 12);
  const lines = shown.map((pair) => `• ${say.t("helpers.chooseLine", namesOf(say, pair))}`);
  return textMessage(
    [say.t("helpers.choose"), ...lines].join("\n"),
    quickChoices(
      shown.map(({ helper, member, data }) => ({
        labels: [`${helper.memberNo} ${say.nickname(helper)}`, `${helper.memberNo} → ${member.memberNo}`],
        data,
      })),
    ),
  );
}

/** The question before a helper is requested: what it opens, that the owner agreed face to face, that it can end at any time. */
export const helperConfirmation = question<HelperPair & { confirm: string; drop: string }>(
  "confirmation",
  pairRows,
  (say, view) => [
    postback(view.confirm, say.t("helpers.confirmation.confirm")),
    postback(view.drop, say.t("common.buttons.drop")),
  ],
);

/** The second officer's question before a helper sees a passbook. */
export const helperRequest = question<HelperRequestView & { approve: string; reject: string }>(
  "request",
  (say, view) => [...pairRows(say, view), nameRow(say.t("helpers.rows.requestedBy"), say.officer(view.requestedBy))],
  (say, view) => [
    postback(view.approve, say.t("helpers.request.confirm")),
    postback(view.reject, say.t("helpers.request.reject")),
  ],
);

/** The question before a helper's sight of a passbook ends. */
export const helperEndConfirmation = question<HelperPair & { confirm: string; drop: string }>(
  "end",
  pairRows,
  (say, view) => [postback(view.confirm, say.t("helpers.end.confirm")), postback(view.drop, say.t("helpers.end.drop"))],
);

/** The question before a helper steps back on her own. */
export const helperLeaveConfirmation = question<HelperPair & { confirm: string; drop: string }>(
  "leave",
  pairRows,
  (say, view) => [
    postback(view.confirm, say.t("helpers.leave.confirm")),
    postback(view.drop, say.t("helpers.leave.drop")),
  ],
);

function question<View extends HelperPair>(
  kind: "confirmation" | "request" | "end" | "leave",
  rows: (say: Speak, view: View) => Row[],
  choices: (say: Speak, view: View) => [messagingApi.Action, messagingApi.Action],
) {
  return card<View>({
    name: "helpers/helper-question",
    template: questionTemplate,
    alt: (say, view) => say.t(`helpers.${kind}.alt`, { member: say.nickname(view.member) }),
    layout: (say, view) => {
      const [yes, no] = choices(say, view);
      return {
        group: say.group(view.group),
        title: say.t(`helpers.${kind}.title`),
        meaning: say.t(`helpers.${kind}.meaning`, nicknamesOf(say, view)),
        rows: rows(say, view),
        note: say.t(`helpers.${kind}.note`, nicknamesOf(say, view)),
        // What takes a right away is never the easiest to press.
        buttons: kind === "end" || kind === "leave" ? buttons(null, yes, no) : buttons(yes, no),
      };
    },
  });
}

/** Tells officers and auditor what the second officer said about a helper, and the first one for whom it waits. */
export const helperDecided = card<HelperRequestView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t(`helpers.decided.${view.verdict}.alt`, { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("helpers.decided.title"),
    badge: badge(say, verdictBadge[view.verdict], `helpers.decided.${view.verdict}.badge`),
    meaning: say.t(`helpers.decided.${view.verdict}.meaning`, nicknamesOf(say, view)),
    rows: [...pairRows(say, view), ...decisionRows(say, view)],
    wayOut: say.t(`helpers.decided.${view.verdict}.wayOut`),
    buttons: buttons(null),
  }),
});

/** Tells the owner and her helper that the helper sees the passbook from now on; the helper gets the way to step back. */
export const helperMade = card<HelperRequestView & { forHelper: boolean }>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t("helpers.made.alt", { group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("helpers.made.title"),
    badge: null,
    meaning: say.t("helpers.made.meaning", nicknamesOf(say, view)),
    rows: [...pairRows(say, view), ...decisionRows(say, view)],
    wayOut: say.t(view.forHelper ? "helpers.made.wayOutOfHelper" : "helpers.made.wayOut"),
    buttons: buttons(null, view.forHelper ? saying(say, "leaveHelping") : null),
  }),
});

/** Tells both that a helper sees the passbook no more. */
export const helperEnded = card<HelperEndedView>({
  name: "linking/link-notice",
  template: noticeTemplate,
  alt: (say, view) => say.t("helpers.ended.alt", { group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("helpers.ended.title"),
    badge: null,
    meaning: say.t("helpers.ended.meaning", nicknamesOf(say, view)),
    rows: [
      ...pairRows(say, view),
      nameRow(say.t("helpers.rows.by"), enderText(say, view)),
      row(say.t("helpers.rows.at"), say.instant(view.at)),
    ],
    wayOut: say.t("helpers.ended.wayOut"),
    buttons: buttons(null),
  }),
});

function enderText(say: Speak, { by, steppedBack }: HelperEndedView): string {
  if (by) return say.officer(by);
  return say.t(steppedBack ? "helpers.ended.byHelper" : "helpers.ended.byOwner");
}

function pairRows(say: Speak, { member, helper }: HelperPair): Row[] {
  return [
    nameRow(say.t("helpers.rows.member"), say.member(member)),
    nameRow(say.t("helpers.rows.helper"), say.member(helper)),
  ];
}

function decisionRows(say: Speak, view: HelperRequestView): Row[] {
  return [
    nameRow(say.t("helpers.rows.requestedBy"), say.officer(view.requestedBy)),
    ...(view.waitsFor.length > 0 ? [row(say.t("helpers.rows.waitsFor"), waitsForText(say, view.waitsFor))] : []),
    ...(view.decidedBy ? [nameRow(say.t("helpers.rows.decidedBy"), say.officer(view.decidedBy))] : []),
    ...(view.decidedAt ? [row(say.t("helpers.rows.at"), say.instant(view.decidedAt))] : []),
  ];
}

const namesOf = (say: Speak, { member, helper }: HelperPair) => ({
  member: say.member(member),
  helper: say.member(helper),
});

const nicknamesOf = (say: Speak, { member, helper }: HelperPair) => ({
  member: say.nickname(member),
  helper: say.nickname(helper),
});
