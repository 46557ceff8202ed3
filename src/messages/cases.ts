import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/cases/case.json";
import type { AskedMatter, CaseMatter } from "../domain/cases/case";
import type { LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickPostback, withNone, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { lastTexts, type CaseText } from "./case-texts";
import { cut, graphemeCount } from "./labels";
import { namesText, nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** Number, day and sum of an entry. */
interface EntryMoney {
  receipt: string | null;
  on: LocalDate;
  total: Satang;
}

/** What a member says is wrong, with the entry that goes with it. */
interface CaseTold {
  group: GroupName;
  /** Null where it was told without a name. */
  member: MemberName | null;
  about: CaseMatter;
  entry: (EntryMoney & { by: OfficerName | null; secondedBy: OfficerName | null }) | null;
}

/** A case as it stands. */
export interface CaseView extends CaseTold {
  /** Who told it, where it is about the passbook of somebody else. */
  toldBy: MemberName | null;
  isNameless: boolean;
  /** Everything that both sides said, in order. */
  texts: readonly CaseText[];
  openedAt: Date;
  state: "checking" | "answered" | "closed";
  isEscalated: boolean;
  /** Days within which it is answered, else the coordinator hears. */
  days: number;
  answers: number;
}

/** A case, and the postback data by which all of it is read. */
type Readable = CaseView & { read: string };

/** Asks what is wrong; any text is the answer. */
export function askCaseWords(
  reader: Reader,
  view: { about: AskedMatter; member: MemberName; cancel: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const text = say.t(`cases.ask.${view.about}`, { member: say.member(view.member) });
  return textMessage(text, [quickPostback(view.cancel, say.t("cases.dont"))]);
}

/** Asks which of a passbook's entries it is about. */
export function askCaseEntry(
  reader: Reader,
  view: { member: MemberName; entries: readonly (EntryMoney & { data: string })[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const which = ({ receipt, on, total }: EntryMoney) =>
    [...(receipt === null ? [] : [receipt]), say.shortDay(on), say.money(total)].join(" · ");
  const lines = view.entries.map((entry, at) => `${at + 1}. ${which(entry)}`);
  const items = view.entries.map((entry, at) =>
    quickPostback(entry.data, `${at + 1}. ${entry.receipt ?? say.shortDay(entry.on)}`),
  );
  const text = [say.t("cases.askEntry", { member: say.member(view.member) }), ...lines].join("\n");
  return textMessage(text, withNone(say, items, view.none));
}

/** So many UTF-16 units of her words stand on the card before sending, beside three buttons. */
export const confirmedWords = 30;

/** Words that the card before sending has no room for, whole above it. */
export function wholeWords(reader: Reader, { words }: { words: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("cases.confirmation.whole", { words }));
}

/** The words and what goes with them, and who will read them, before anybody does. */
export const caseConfirmation = card<
  CaseTold & {
    words: string;
    hearers: string[];
    isEscalated: boolean;
    send: string;
    round: string | null;
    drop: string;
  }
>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    caseLayout(
      say,
      { ...view, entry: view.entry && { ...view.entry, secondedBy: null } },
      {
        title: say.t("cases.confirmation.title"),
        // She has just said what it is about, and three buttons leave no room for it.
        isKnown: true,
        texts: [cut(view.words, confirmedWords)],
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

/** Who will read what is told: these auditors, or coordinators. */
export function hearersText(say: Speak, { isEscalated }: { isEscalated: boolean }, names: string): string {
  return say.t(isEscalated ? "cases.confirmation.toCoordinator" : "cases.confirmation.toAuditors", { names });
}

const stateBadge = { checking: "waiting", answered: "done", closed: "cancelled" } as const;

/** A case as who told it, or who answered it, sees it. */
export const caseStatus = card<Readable>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const told = toldOn(say, view);
    return caseLayout(say, view, {
      title: say.t("cases.status.title"),
      badge: badge(say, stateBadge[view.state], `cases.status.${view.state}.badge`),
      isBrief: true,
      ...told,
      notes: [say.t(`cases.status.${view.state}.note`, { days: view.days })],
      buttons: buttons(null, told.read),
    });
  },
});

/** Tells those who check what was told, with the entry attached. Without icon or cheer. */
export const caseOpened = card<Readable & { reply: string }>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const told = toldOn(say, view);
    return caseLayout(say, view, {
      title: say.t("cases.opened.title"),
      // What came with the first text needs no room beside further ones.
      ...(view.texts.length > 1 ? { isBrief: true } : {}),
      ...told,
      notes: [say.t(`cases.opened.${checkNote(view)}`, { days: view.days })],
      buttons: buttons(
        postback(view.reply, say.t(view.isNameless ? "cases.opened.done" : "cases.opened.answer")),
        told.read,
      ),
    });
  },
});

function checkNote({ about, isNameless, isEscalated }: CaseView): "takenOver" | "nameless" | "escalated" | "note" {
  if (about === "taken-over") return "takenOver";
  if (isNameless) return "nameless";
  return isEscalated ? "escalated" : "note";
}

/** The answer, for who told it: she says whether it is right now. */
export const caseAnswered = card<Readable & { close: string; wrong: string }>({
  name: "cases/case",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const told = toldOn(say, view);
    // What it is about she told herself, and three buttons leave little room.
    return caseLayout(
      say,
      { ...view, entry: null },
      {
        title: say.t("cases.answered.title"),
        isBrief: true,
        ...told,
        notes: [say.t("cases.answered.note")],
        buttons: buttons(
          postback(view.close, say.t("cases.answered.close")),
          postback(view.wrong, say.t("cases.answered.wrong")),
          told.read,
        ),
      },
    );
  },
});

/** Asks an auditor for her answer, which the member reads; of a tip without a name, for what was found. */
export function askCaseAnswer(reader: Reader, view: Whose): messagingApi.TextMessage {
  const say = speak(reader);
  const reads = readsAnswer(view);
  return textMessage(reads ? say.t("cases.askAnswer", { member: say.member(reads) }) : say.t("cases.askNameless"));
}

type Whose = Pick<CaseView, "member" | "toldBy" | "isNameless">;

/** Who reads the answer: who told it; null where nobody can. */
const readsAnswer = ({ member, toldBy, isNameless }: Whose): MemberName | null =>
  isNameless ? null : (toldBy ?? member);

/** The auditor's answer once more, before the member reads it. */
export function confirmAnswer(
  reader: Reader,
  view: Whose & { text: string; send: string; drop: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { text } = view;
  const reads = readsAnswer(view);
  return textMessage(
    reads
      ? say.t("cases.confirmAnswer.named", { text, member: say.member(reads) })
      : say.t("cases.confirmAnswer.nameless", { text }),
    [quickPostback(view.send, say.t("cases.confirmAnswer.send")), quickPostback(view.drop, say.t("cases.dont"))],
  );
}

/** Asks a member what an answer did not put right. */
export function askStillWrong(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("cases.askStillWrong"));
}

/** What a card shows of the texts, and the button that shows all of them where it does not. */
function toldOn(
  say: Speak,
  view: Readable,
): { earlier: string | null; texts: string[]; read: messagingApi.Action | null } {
  const { earlier, texts, isWhole } = lastTexts(say, view.texts);
  return { earlier, texts, read: isWhole ? null : postback(view.read, say.t("cases.read")) };
}

/** Graphemes of an officer's position and name where two of them share a row. */
const nameRoom = 24;

function caseLayout(
  say: Speak,
  view: CaseTold,
  around: {
    title: string;
    badge?: Badge;
    earlier?: string | null;
    texts: string[];
    notes: string[];
    buttons: Buttons;
    isKnown?: true;
    isBrief?: true;
  },
): object {
  return {
    group: say.group(view.group),
    title: around.title,
    badge: around.badge ?? null,
    earlier: around.earlier ?? null,
    texts: around.texts.map((text) => ({ text })),
    rows: [
      ...(around.isKnown || around.isBrief ? [] : [row(say.t("cases.rows.about"), say.t(`cases.about.${view.about}`))]),
      ...(view.member ? [nameRow(say.t("cases.rows.member"), say.member(view.member))] : []),
      ...entryRows(say, view, { isBrief: around.isBrief ?? false }),
    ],
    notes: around.notes.map((text) => ({ text })),
    buttons: around.buttons,
  };
}

function entryRows(say: Speak, { entry }: CaseTold, { isBrief }: { isBrief: boolean }): Row[] {
  if (!entry) return [];
  const { receipt, on, total, by, secondedBy } = entry;
  const money = row(say.t("cases.rows.entry"), `${receipt ?? say.shortDay(on)} · ${say.money(total)}`);
  const officers = [by, secondedBy].flatMap((one) => (one ? [cut(say.officer(one), nameRoom, graphemeCount)] : []));
  if (isBrief || officers.length === 0) return [money];
  return [money, row(say.t(secondedBy ? "cases.rows.bothBy" : "cases.rows.by"), officers.join(", "))];
}
