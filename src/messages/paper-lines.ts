import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import type { MemberName } from "../domain/people";
import { textMessage } from "./card";
import type { ReceiptLine } from "./receipts";
import { shortRowsText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";

/** What was recorded on a working day, for paper. */
interface PaperView {
  /** Null before the first working day. */
  on: LocalDate | null;
  receipts: ReceiptLine[];
}

/** LINE takes five messages of 5,000 UTF-16 units in an answer. */
const mostTexts = 5;
const maxText = 4_800;

/** Tells that a tally was noted. */
export function tallyNoted(reader: Reader, view: { passbooks: number }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("closing.tally.noted", view));
}

/** How a tally is written. */
export function askTally(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("closing.tally.ask"));
}

/** How the line for a passbook is asked for. */
export function askPassbookText(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("closing.paper.ask"));
}

/** What to write by hand into a member's passbook: date, sums, receipt and check code, a line each. */
export function passbookText(reader: Reader, view: PaperView & { member: MemberName }): messagingApi.TextMessage {
  const say = speak(reader);
  const member = say.member(view.member);
  const { on, receipts } = view;
  if (on === null || receipts.length === 0) return textMessage(say.t("closing.paper.none", { member }));
  const lines = receipts.map((receipt) => {
    const values = { ...receipt, on: say.day(on), sums: sumsText(say, receipt) };
    const line = say.t("closing.paper.line", values);
    return receipt.reversed ? `${line} (${say.t("closing.paper.reversed")})` : line;
  });
  return textMessage([say.t("closing.paper.title", { member }), ...lines].join("\n"));
}

/** What was done for members without LINE on the last working day, with a line to sign for each. */
export function signingList(reader: Reader, { on, receipts }: PaperView): messagingApi.TextMessage[] {
  const say = speak(reader);
  const valid = receipts.filter(({ reversed }) => !reversed);
  if (on === null || valid.length === 0) return [textMessage(say.t("closing.paper.listNone"))];
  const texts: string[] = [say.t("closing.paper.listTitle", { on: say.day(on) })];
  for (const [index, receipt] of valid.entries()) {
    const { member, by } = receipt;
    const line = say.t("closing.paper.listLine", {
      ...receipt,
      member: say.member(member),
      sums: sumsText(say, receipt),
      by: say.officer(by),
    });
    const last = texts.at(-1) ?? "";
    if (last.length + line.length < maxText) texts[texts.length - 1] = `${last}\n\n${line}`;
    else if (texts.length < mostTexts) texts.push(line);
    else {
      texts[texts.length - 1] = `${last}\n${say.t("closing.paper.more", { count: valid.length - index })}`;
      break;
    }
  }
  return texts.map((text) => textMessage(text));
}

const sumsText = (say: Speak, { group, rows }: ReceiptLine): string => shortRowsText(say, group, rows);
