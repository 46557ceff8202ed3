import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import qrcode from "qrcode-generator";
import type { Group } from "../domain/groups/group";
import type { PromptPayProxy } from "../domain/groups/promptpay-proxy";
import type { Satang } from "../domain/money";
import { moneyText } from "../i18n/format";
import type { Language } from "../i18n/language";
import { registerSarabun } from "./canvas-fonts";
import { writeText, type TextStyle } from "./canvas-text";
import { promptPayText } from "./promptpay";
import { sayIn } from "./say";

/** A transfer that a member is about to make: to whom, how much, and until when the picture is good. Nothing in it is about her. */
export interface TransferQrView {
  language: Language;
  group: Group;
  receiver: PromptPayProxy;
  /** The name that her bank's app must show; null where the group told none. */
  accountName: string | null;
  amount: Satang;
  expiresAt: Date;
}

const [width, height, margin] = [720, 1060, 40];
const ink = "#1F2A24";
const grey = "#5B6660";
const green = "#1B6B45";
const red = "#B3261E";

const text = (size: number, colour: string, { weight = 600, lines = 1 }: Partial<TextStyle> = {}): TextStyle => ({
  size,
  colour,
  weight,
  lines,
});

/**
 * The picture of a PromptPay code as PNG: group, name of the account, sum, until when, and the warning. Throws an AssertionError where the code,
 * read back, would not carry exactly this receiver and sum.
 */
export async function transferQrPicture(view: TransferQrView): Promise<Buffer> {
  const say = sayIn(view.language);
  const { group, accountName, amount } = view;
  const code = promptPayText(view.receiver, amount);
  const { pen, write, encode } = sheet(height);
  let top = header(pen, say.group(group), say.t("transferQr.picture.title")) + 16;
  if (accountName === null) top = write(say.t("transferQr.picture.noName"), top, text(32, red, { lines: 2 }));
  else {
    top = write(say.t("transferQr.picture.account"), top, text(26, grey, { weight: 500 }));
    top = write(accountName, top, text(38, ink, { lines: 2 }));
    top = write(say.t("transferQr.picture.beware"), top, text(32, red));
  }
  top = drawCode(pen, code, top);
  top = write(moneyText(amount, view.language), top - 12, text(64, ink));
  const until = say.t("transferQr.picture.until", { at: say.instant(view.expiresAt) });
  write(until, top + 4, text(26, grey, { weight: 500 }));
  return encode();
}

/** What stands in the place of a picture that is not good any more, with the way out. */
export async function expiredQrPicture(language: Language): Promise<Buffer> {
  const say = sayIn(language);
  const { write, encode } = sheet(420);
  const top = write(say.t("transferQr.expired.title"), 90, text(44, red, { lines: 2 }));
  write(say.t("transferQr.expired.wayOut"), top + 24, text(34, ink, { lines: 3 }));
  return encode();
}

function sheet(tall: number) {
  registerSarabun();
  const canvas = createCanvas(width, tall);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#FFFFFF";
  pen.fillRect(0, 0, width, tall);
  const write = (words: string, top: number, style: TextStyle): number =>
    writeText(pen, words, { top, left: margin, width: width - 2 * margin, style });
  return { pen, write, encode: () => canvas.encode("png") };
}

function header(pen: SKRSContext2D, group: string, title: string): number {
  const tall = 176;
  pen.fillStyle = green;
  pen.fillRect(0, 0, width, tall);
  const inside = { left: margin, width: width - 2 * margin };
  const top = writeText(pen, title, { ...inside, top: 18, style: text(28, "#FFFFFF", { weight: 500 }) });
  writeText(pen, group, { ...inside, top, style: text(38, "#FFFFFF", { lines: 2 }) });
  return tall;
}

/** White that a reader needs around a code, in modules (ISO/IEC 18004). */
const quiet = 4;
const codeSide = 500;

/** Draws a code of error correction M in whole pixels a module, so that no edge is blurred. */
function drawCode(pen: SKRSContext2D, code: string, top: number): number {
  const qr = qrcode(0, "M");
  qr.addData(code);
  qr.make();
  const modules = qr.getModuleCount();
  const size = Math.floor(codeSide / (modules + 2 * quiet));
  const side = size * (modules + 2 * quiet);
  const left = Math.round((width - side) / 2);
  pen.fillStyle = "#000000";
  for (let row = 0; row < modules; row += 1)
    for (let column = 0; column < modules; column += 1)
      if (qr.isDark(row, column))
        pen.fillRect(left + (quiet + column) * size, Math.round(top) + (quiet + row) * size, size, size);
  return top + side;
}
