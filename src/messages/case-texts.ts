import type { messagingApi } from "@line/bot-sdk";
import { localDateOf } from "../domain/dates";
import { quickPostback } from "./actions";
import { textMessage } from "./card";
import { cut, graphemeCount } from "./labels";
import { speak, type Reader, type Speak } from "./speak";

/** A text of a case, from either side. */
export interface CaseText {
  /** Null where it was told without a name: then its day alone is kept. */
  by: string | null;
  /** Of who told the case, not of who checks it. */
  isTellers: boolean;
  at: Date;
  text: string;
}

/** So much of the last text stands on a card, and of the one before it, in UTF-16 units. */
const lastRoom = 60;
const beforeRoom = 40;
/** Graphemes of a name above a text. */
const nameRoom = 24;

/** The last two texts of a case as a card has room for them, how many are before those, and whether these are all of it. */
export function lastTexts(
  say: Speak,
  texts: readonly CaseText[],
): { earlier: string | null; texts: string[]; isWhole: boolean } {
  const [last, before] = [texts.at(-1), texts.at(-2)];
  const count = Math.max(0, texts.length - 2);
  const lines = [
    ...(before ? [textLine(say, before, beforeRoom)] : []),
    ...(last ? [textLine(say, last, lastRoom)] : []),
  ];
  const isCut = (last?.text.length ?? 0) > lastRoom || (before?.text.length ?? 0) > beforeRoom;
  return {
    earlier: count > 0 ? say.t("cases.earlier", { count }) : null,
    texts: lines,
    isWhole: count === 0 && !isCut,
  };
}

/** Who said it and when, above it; a text that is longer than its room says that it goes on. */
function textLine(say: Speak, one: CaseText, room: number): string {
  const { text } = one;
  const body = text.length > room ? `${cut(text, room)} ${say.t("cases.goesOn")}` : text;
  return `${headOf(say, one)}\n${body}`;
}

function headOf(say: Speak, { by, at, isTellers }: CaseText): string {
  if (by === null) return `${say.t("cases.nameless")} · ${say.shortDay(localDateOf(at))}`;
  const values = { by: cut(by, nameRoom, graphemeCount), at: say.instant(at) };
  return say.t(isTellers ? "cases.head.teller" : "cases.head.checker", values);
}

/** LINE takes 5,000 UTF-16 units in a message. */
const messageRoom = 4_500;

/** The first of these texts that one message has room for whole; one at least. */
export function textsOnPage(reader: Reader, texts: readonly CaseText[]): CaseText[] {
  const say = speak(reader);
  let used = 0;
  const end = texts.findIndex((one, at) => {
    used += headOf(say, one).length + one.text.length + 10;
    return at > 0 && used > messageRoom;
  });
  return texts.slice(0, end < 0 ? texts.length : end);
}

/** Every text of a case that one message has room for, whole and in order: who said it, when, and what. */
export function caseTexts(
  reader: Reader,
  view: { texts: readonly CaseText[]; from: number; total: number; more: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { total, more, from } = view;
  const lines = view.texts.map((one, at) => `${from + at + 1}. ${headOf(say, one)}\n“${one.text}”`);
  return textMessage(
    [say.t("cases.all", { total }), ...lines].join("\n\n"),
    more === null ? [] : [quickPostback(more, say.t("common.buttons.more"))],
  );
}
