import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickSaying } from "./actions";
import { maxAltText, textMessage } from "./card";
import { cut, shortName } from "./labels";
import { officeCard } from "./office-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader } from "./speak";
import type { GroupName, Message } from "./views";

/** A practice for who is in it. */
export interface PracticeView {
  /** The invented group. */
  group: GroupName;
  on: LocalDate;
  people: MemberName[];
  count: number;
  cash: Satang;
  bank: Satang;
  /** She holds an office in it. */
  isOfficer: boolean;
  /** A number of the invented register, for the examples. */
  memberNo: string;
}

/** Tells who practises that she does, with what, and how it ends. */
export const practiceCard = officeCard<PracticeView>(
  (say) => say.t("practice.card.alt"),
  (say, view) => ({
    title: say.t("practice.card.title"),
    lead: say.t("practice.card.lead"),
    rows: [
      nameRow(say.t("practice.card.rows.people"), peopleText(view)),
      row(say.t("practice.card.rows.cash"), say.money(view.cash)),
      row(say.t("practice.card.rows.bank"), say.money(view.bank)),
      row(say.t("practice.card.rows.until"), say.t("practice.card.untilValue", { on: say.shortDay(view.on) })),
    ],
    notes: [
      ...(view.isOfficer
        ? [say.t("practice.card.tryOfficer", { memberNo: view.memberNo }), say.t("practice.card.two")]
        : [say.t("practice.card.tryMember")]),
      say.t("practice.card.end"),
    ],
  }),
);

function peopleText({ people, count }: Pick<PracticeView, "people" | "count">): string {
  const names = people.slice(0, 2).map(({ name }) => shortName(name));
  const others = count - names.length;
  return others > 0 ? `${names.join(", ")} +${others}` : names.join(", ");
}

/** Asks an officer whether she means it: the real working day stands open. */
export const practiceWarning = officeCard<{ group: GroupName; confirm: string; drop: string }>(
  (say) => say.t("practice.warning.alt"),
  (say, view) => ({
    title: say.t("practice.warning.title"),
    lead: say.t("practice.warning.lead"),
    rows: [],
    notes: [say.t("practice.warning.note")],
    buttons: buttons(
      postback(view.drop, say.t("practice.warning.drop")),
      postback(view.confirm, say.t("practice.warning.confirm")),
    ),
  }),
);

/** Tells who ended a practice, for herself or for all, that from now on everything is real. */
export function practiceEnded(
  reader: Reader,
  { goesOn, isOfficer }: { goesOn: boolean; isOfficer: boolean },
): messagingApi.TextMessage {
  const say = speak(reader);
  if (!goesOn) return textMessage(say.t("practice.ended"), [quickSaying(say, "help")]);
  const lines = [say.t("practice.left"), ...(isOfficer ? [say.t("practice.endAll")] : [])];
  return textMessage(lines.join("\n"), [quickSaying(say, isOfficer ? "practiceEndAll" : "help")]);
}

/** Tells who was in a practice that it ended meanwhile: what she sent did nothing. */
export function practiceOver(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("practice.over"), [quickSaying(say, "help"), quickSaying(say, "practice")]);
}

/** Tells that there is no practice to end. */
export function notPractising(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("practice.notPractising"), [quickSaying(say, "practice")]);
}

/** The same messages as those of a practice: texts and notifications say so first; cards say it in their titles already. */
export function markedAsPractice(reader: Reader, messages: readonly Message[]): Message[] {
  const say = speak(reader);
  const mark = say.t("practice.text", { text: "" });
  return messages.map((message): Message => {
    if (message.type === "text" && "text" in message && typeof message.text === "string") {
      // The name of the invented group says it too.
      if (message.text.startsWith(mark)) return message;
      return { ...message, text: say.t("practice.text", { text: message.text }) } as Message;
    }
    if (message.type !== "flex" || !("altText" in message)) return message;
    return { ...message, altText: cut(say.t("practice.alt", { alt: message.altText }), maxAltText) } as Message;
  });
}
