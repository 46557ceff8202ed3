import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import { satang, type Satang } from "../domain/money";
import { quickSaying } from "./actions";
import { textMessage } from "./card";
import { speak, type Reader, type Speak } from "./speak";

/** How far the money of a day on paper is entered. */
export interface SheetView {
  on: LocalDate;
  /** Satang that two people counted and sealed; null until both have said the same. */
  sealed: Satang | null;
  /** Satang that the books lack of it still; below zero where they have more. */
  missing: Satang;
}

/** What the books lack of a sealed count, in satang, or have beyond it. */
export function sheetOff(say: Speak, missing: Satang): string {
  if (missing === 0) return say.t("sheets.equal");
  return say.t(missing > 0 ? "sheets.missing" : "sheets.over", { amount: say.money(satang(Math.abs(missing))) });
}

/** A line of the closing's card about the paper that is entered. */
export function sheetLine(say: Speak, { on, sealed, missing }: SheetView): string {
  const day = say.day(on);
  if (sealed === null) return say.t("sheets.progress.unsealed", { on: day });
  return say.t("sheets.progress.sealed", { on: day, sealed: say.money(sealed), off: sheetOff(say, missing) });
}

/** Tells after each line how much of the sealed count is not entered yet. */
export function sheetProgress(reader: Reader, view: SheetView): messagingApi.TextMessage {
  const say = speak(reader);
  const next = view.missing === 0 ? say.t("sheets.progress.tied") : say.t("sheets.progress.how");
  const lines = view.sealed === null ? [sheetLine(say, view)] : [sheetLine(say, view), next];
  return textMessage(lines.join("\n"), [quickSaying(say, "closeDay")]);
}
