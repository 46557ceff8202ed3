import type { messagingApi } from "@line/bot-sdk";
import listTemplate from "../../flex-messages/callbacks/callback-list.json";
import requestTemplate from "../../flex-messages/callbacks/callback-requested.json";
import { isLocalDate, localDateOf } from "../domain/dates";
import type { CallMatter } from "../domain/groups/callers";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickPostback, quickSaying, quickText, saying } from "./actions";
import { card, textMessage } from "./card";
import { cut, distinctLabels, fitsButton } from "./labels";
import { heightOf, linesOf, rowsThatFit } from "./paging";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A member's wish to be called. */
export interface CallbackView {
  group: GroupName;
  member: MemberName;
  about: CallMatter;
  /** In her words, or the day of an event as YYYY-MM-DD; empty where she said nothing. */
  note: string;
  at: Date;
}

/** Asks what the loan is for, so that the committee can prepare the call. */
export function askLoanPurpose(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  const purposes = (["farm", "study", "illness", "house", "other"] as const).map((key) =>
    quickText(say.t(`callbacks.loanPurposes.${key}`)),
  );
  return textMessage(say.t("callbacks.askLoanPurpose"), purposes);
}

/** Asks on which day it happened; calm, since it may be a death. */
export function askEventDay(reader: Reader, view: { cancel: string }): messagingApi.TextMessage {
  const say = speak(reader);
  const days = (["today", "yesterday", "beforeYesterday"] as const).map((key) =>
    quickText(say.t(`callbacks.days.${key}`)),
  );
  return textMessage(say.t("callbacks.askEventDay"), [...days, quickPostback(view.cancel, say.t("callbacks.cancel"))]);
}

/** Asks what the call should be about; any text is an answer. */
export function askCallbackNote(reader: Reader, view: { cancel: string }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("callbacks.askNote"), [quickPostback(view.cancel, say.t("callbacks.cancel"))]);
}

/** A sentence for who told of a death, before anything else is said. */
export function condolence(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("callbacks.condolence"));
}

/** Tells the member that her wish stands, and who will call; where somebody died, with condolence. */
export function callbackAsked(
  reader: Reader,
  view: CallbackView & { callers: OfficerName[]; death: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [
    ...(view.death ? [say.t("callbacks.condolence")] : []),
    say.t(`callbacks.asked.${view.about}`, { group: say.group(view.group) }),
  ];
  if (view.note !== "") lines.push(say.t(`callbacks.noted.${view.about}`, { note: noteText(say, view) }));
  if (view.callers.length > 0) {
    const callers = view.callers.map((officer) => say.officer(officer));
    lines.push(say.t("callbacks.callers", { callers: callers.join(", ") }));
  }
  return textMessage(lines.join("\n"), [quickSaying(say, "nextDay"), quickSaying(say, "talk")]);
}

/** Tells that nothing was kept. */
export function callbackDropped(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("callbacks.dropped"), [quickSaying(say, "help")]);
}

/** Tells an officer that a member asks to be called. The health reason is not in it: she tells it herself. */
export const callbackRequested = card<CallbackView>({
  name: "callbacks/callback-requested",
  template: requestTemplate,
  alt: (say, view) => say.t("callbacks.requested.alt", { member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    ...callbackLayout(say, view),
    buttons: buttons(null, saying(say, "callbacks")),
  }),
});

function callbackLayout(say: Speak, view: CallbackView) {
  return {
    member: say.member(view.member),
    about: say.t(`callbacks.about.${view.about}`),
    note: view.note === "" ? null : noteText(say, view),
    at: say.instant(view.at),
  };
}

/** What is kept for who calls where somebody died: that, and the day or her words. */
export function deathNote(reader: Reader, { note }: { note: string }): string {
  const say = speak(reader);
  return say.t("callbacks.deathNote", { note: noteText(say, { note }) });
}

function noteText(say: Speak, { note }: Pick<CallbackView, "note">): string {
  return isLocalDate(note) ? say.day(note) : cut(note, 200);
}

/** A card has three buttons, so it shows three wishes at most. */
const callbacksPerCard = 3;

/** Those of the wishes that one card has room for with a button each, from the first on: three at most. */
export function callbacksOnCard<View extends CallbackView>(reader: Reader, callbacks: readonly View[]): View[] {
  const say = speak(reader);
  return rowsThatFit(callbacks.slice(0, callbacksPerCard), {
    room: 560,
    button: 0,
    height(callback) {
      const { member, about, note } = callbackLayout(say, callback);
      const small =
        linesOf(`${about} · ${say.group(callback.group)}`, 38) + (note === null ? 0 : linesOf(note, 38)) + 1;
      return heightOf.button + 16 + linesOf(member, 30) * heightOf.md + small * heightOf.sm;
    },
  });
}

/** The open wishes, oldest first, each with its [โทรแล้ว]. */
export interface CallbackListView {
  /** As many as `callbacksOnCard` says. */
  callbacks: (CallbackView & { done: string })[];
  /** How many are open in all. */
  total: number;
  /** Postback data for the next ones; null where there are none. */
  more: string | null;
}

/** The officer's list of members to call. */
export const callbackList = card<CallbackListView>({
  name: "callbacks/callback-list",
  template: listTemplate,
  alt: (say, view) => say.t(view.total > 0 ? "callbacks.list.alt" : "callbacks.list.none", { total: view.total }),
  layout: (say, { callbacks, total }) => {
    const labels = doneLabels(say, callbacks);
    return {
      total,
      none: callbacks.length === 0,
      callbacks: callbacks.map((callback) => ({ ...callbackLayout(say, callback), group: say.group(callback.group) })),
      buttons: buttons(null, ...callbacks.map(({ done }, index) => postback(done, labels[index] ?? ""))),
    };
  },
  quickReplies: (say, view) => (view.more === null ? [] : [quickPostback(view.more, say.t("common.buttons.more"))]),
});

/** By whom, and where one person has several wishes by the matter or the day too. */
function doneLabels(say: Speak, callbacks: readonly CallbackView[]): string[] {
  const candidates = callbacks.map((callback) => {
    const names = [say.nickname(callback.member), callback.member.memberNo];
    const about = say.t(`callbacks.about.${callback.about}`);
    const day = say.shortDay(isLocalDate(callback.note) ? callback.note : localDateOf(callback.at));
    return [
      ...names.map((member) => say.t("callbacks.list.done", { member })),
      ...[about, day].flatMap((what) => names.map((member) => say.t("callbacks.list.doneOf", { member, what }))),
    ];
  });
  return distinctLabels(candidates, { shape: (label) => label, fits: fitsButton });
}

/** Tells the officer that a wish is marked done. */
export function callbackDone(reader: Reader, view: { member: MemberName | null }): messagingApi.TextMessage {
  const say = speak(reader);
  const text = view.member
    ? say.t("callbacks.done", { member: say.member(view.member) })
    : say.t("callbacks.doneAlready");
  return textMessage(text, [quickSaying(say, "callbacks")]);
}
