import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/cases/case.json";
import type { CaseMatter } from "../domain/cases/case";
import { localDateOf, type LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickPostback, quickSaying, quickText, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { cut, shortName } from "./labels";
import { namesText, nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** What a member says is wrong, with the entry that goes with it. */
interface CaseTold {
  group: GroupName;
  /** Null where it was told without a name. */
  member: MemberName | null;
  about: CaseMatter;
  words: string;
  entry: { receipt: string | null; on: LocalDate; total: Satang; by: OfficerName | null } | null;
}

/** A case as it stands. */
export interface CaseView extends CaseTold {
  openedAt: Date;
  state: "checking" | "answered" | "closed";
  isEscalated: boolean;
  /** Days within which it is answered, else the coordinator hears. */
  days: number;
  answers: number;
  answer: { by: string; at: Date; text: string } | null;
}

/** Asks what is wrong; any text is the answer. */
export function askCaseWords(
  reader: Reader,
  view: { about: CaseMatter; member: MemberName; cancel: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const text = say.t(`cases.ask.${view.about}`, { member: say.member(view.member) });
  return textMessage(text, [quickPostback(view.cancel, say.t("cases.dont"))]);
}

/** The words and what goes with them, and who will read them, before anybody does. */
export const caseConfirmation = card<
  CaseTold & { hearers: string[]; isEscalated: boolean; send: string; round: string | null; drop: string }
>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    caseLayout(
      say,
      { ...brief(view), words: cut(view.words, confirmedWords) },
      {
        title: say.t("cases.confirmation.title"),
        // She has just said what it is about, and three buttons leave no room for it.
        isFull: true,
        notes: [
          hearersText(say, view, namesText(say, view.hearers)),
          say.t(view.round === null ? "cases.confirmation.note" : "cases.confirmation.roundNote"),
        ],
        buttons: buttons(
          postback(view.send, say.t(view.isEscalated ? "cases.confirmation.sendOn" : "cases.confirmation.send")),
          view.round === null ? null : postback(view.round, say.t("cases.confirmation.round")),
          postback(view.drop, say.t("cases.dont")),
        ),
      },
    ),
});

function hearersText(say: Speak, { isEscalated }: { isEscalated: boolean }, names: string): string {
  return say.t(isEscalated ? "cases.confirmation.toCoordinator" : "cases.confirmation.toAuditors", { names });
}

const stateBadge = { checking: "waiting", answered: "done", closed: "cancelled" } as const;

/** A case as who told it, or who answered it, sees it. */
export const caseStatus = card<CaseView>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    caseLayout(say, brief(view), {
      title: say.t("cases.status.title"),
      badge: badge(say, stateBadge[view.state], `cases.status.${view.state}.badge`),
      notes: [...answerTexts(say, view), say.t(`cases.status.${view.state}.note`, { days: view.days })],
    }),
});

/** Tells those who check what was told, with the entry attached. Without icon or cheer. */
export const caseOpened = card<CaseView & { reply: string }>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const isNameless = view.member === null;
    return caseLayout(say, view.answer ? { ...view, openedAt: undefined } : view, {
      title: say.t("cases.opened.title"),
      notes: [
        ...answerTexts(
          say,
          view.answer ? { answer: { ...view.answer, text: cut(view.answer.text, briefWords) } } : view,
        ),
        view.isEscalated && !isNameless
          ? say.t("cases.opened.escalated", { days: view.days })
          : say.t(isNameless ? "cases.opened.nameless" : "cases.opened.note", { days: view.days }),
      ],
      buttons: buttons(postback(view.reply, say.t(isNameless ? "cases.opened.done" : "cases.opened.answer"))),
    });
  },
});

/** The answer, for who told it: she says whether it is right now. */
export const caseAnswered = card<CaseView & { close: string; wrong: string }>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    caseLayout(say, brief(view), {
      title: say.t("cases.answered.title"),
      notes: [...answerTexts(say, view), say.t("cases.answered.note")],
      buttons: buttons(
        postback(view.close, say.t("cases.answered.close")),
        postback(view.wrong, say.t("cases.answered.wrong")),
      ),
    }),
});

/** Asks an auditor for her answer, which the member reads; of a tip without a name, for what was found. */
export function askCaseAnswer(reader: Reader, view: Pick<CaseView, "member">): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    view.member === null ? say.t("cases.askNameless") : say.t("cases.askAnswer", { member: say.member(view.member) }),
  );
}

/** The auditor's answer once more, before the member reads it. */
export function confirmAnswer(
  reader: Reader,
  view: Pick<CaseView, "member"> & { text: string; send: string; drop: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { member, text } = view;
  return textMessage(
    member === null
      ? say.t("cases.confirmAnswer.nameless", { text })
      : say.t("cases.confirmAnswer.named", { text, member: say.member(member) }),
    [quickPostback(view.send, say.t("cases.confirmAnswer.send")), quickPostback(view.drop, say.t("cases.dont"))],
  );
}

/** Asks a member what an answer did not put right. */
export function askStillWrong(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("cases.askStillWrong"));
}

/** Tells truly who could still find out who told it, before the words are asked for. */
export function askTip(reader: Reader, view: { group: GroupName }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("cases.anonymous.ask", { group: say.group(view.group) }), [quickText(say.t("cases.dont"))]);
}

/** The words of a tip once more, before they are sent; said, not pressed, so that no button keeps who sent them. */
export function confirmTip(
  reader: Reader,
  view: { words: string; hearers: string[]; isEscalated: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  const round = view.isEscalated ? [] : [say.t("cases.anonymous.round")];
  const replies = [say.t("cases.anonymous.send"), ...round, say.t("cases.dont")].map(quickText);
  // Before who it is that reads a tip, nobody is left out.
  const text = [
    say.t("cases.anonymous.confirm", { words: view.words }),
    hearersText(say, view, view.hearers.join(", ")),
  ];
  return textMessage([...text, ...(round.length > 0 ? [say.t("cases.anonymous.roundNote")] : [])].join("\n"), replies);
}

/** Tells that a tip is on its way, and that nobody can answer it. */
export function tipSent(reader: Reader, view: { isEscalated: boolean }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(view.isEscalated ? "cases.anonymous.sentOn" : "cases.anonymous.sent"), [
    quickSaying(say, "help"),
  ]);
}

/** A list of cases at once has room for so many. */
export const casesAtOnce = 8;

/** The cases that wait for somebody's answer, or her own; a quick reply shows its card. */
export function caseList(
  reader: Reader,
  view: {
    whose: "checker" | "own";
    lines: readonly (Pick<CaseView, "member" | "about" | "openedAt" | "state"> & { data: string })[];
    total: number;
    more: string | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  if (view.lines.length === 0) return textMessage(say.t("cases.list.none"), [quickSaying(say, "complaint")]);
  const lines = view.lines.map((one, at) => {
    const who = one.member ? say.member(one.member) : say.t("cases.nameless");
    const state = say.t(`cases.status.${one.state}.badge`);
    return `${at + 1}. ${say.t(`cases.about.${one.about}`)} · ${who} · ${openedText(say, one)} · ${state}`;
  });
  const items = view.lines.map((one, at) => quickPostback(one.data, `${at + 1}. ${say.t(`cases.about.${one.about}`)}`));
  return textMessage([say.t(`cases.list.${view.whose}`, { total: view.total }), ...lines].join("\n"), [
    ...items,
    ...(view.more === null ? [] : [quickPostback(view.more, say.t("common.buttons.more"))]),
  ]);
}

/** So much stands of words that the reader knows already, so that the card is one screen; less beside three buttons. */
const briefWords = 50;
const confirmedWords = 30;

/** The same in short, and without when it was told: the answer says its own time. */
function brief<View extends CaseTold>(view: View): Omit<View, "openedAt"> & { openedAt: undefined } {
  return { ...view, words: cut(view.words, briefWords), openedAt: undefined };
}

function caseLayout(
  say: Speak,
  view: CaseTold & { openedAt?: Date | undefined },
  around: { title: string; badge?: Badge; notes: string[]; buttons?: Buttons; isFull?: true },
): object {
  return {
    group: say.group(view.group),
    title: around.title,
    badge: around.badge ?? null,
    words: view.words,
    rows: [
      ...(around.isFull ? [] : [row(say.t("cases.rows.about"), say.t(`cases.about.${view.about}`))]),
      ...(view.member ? [nameRow(say.t("cases.rows.member"), say.member(view.member))] : []),
      ...(view.openedAt ? [row(say.t("cases.rows.at"), openedText(say, view))] : []),
      ...entryRows(say, view),
    ],
    notes: around.notes.map((text) => ({ text })),
    buttons: around.buttons ?? buttons(null),
  };
}

/** Of what was told without a name the day alone is kept. */
const openedText = (
  say: Speak,
  { member, openedAt }: { member: MemberName | null; openedAt?: Date | undefined },
): string => (openedAt === undefined ? "" : member ? say.instant(openedAt) : say.shortDay(localDateOf(openedAt)));

function entryRows(say: Speak, { entry }: CaseTold): Row[] {
  if (!entry) return [];
  const { receipt, on, total, by } = entry;
  const which = receipt ?? say.shortDay(on);
  return [
    row(say.t("cases.rows.entry"), `${which} · ${say.money(total)}`),
    ...(by ? [nameRow(say.t("cases.rows.by"), say.officer(by))] : []),
  ];
}

function answerTexts(say: Speak, { answer }: Pick<CaseView, "answer">): string[] {
  return answer ? [say.t("cases.answerBy", { ...answer, by: shortName(answer.by), at: say.instant(answer.at) })] : [];
}
