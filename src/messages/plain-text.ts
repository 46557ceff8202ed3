import type { messagingApi } from "@line/bot-sdk";
import { maxText } from "./card";
import { cut } from "./labels";

/** The words of a message as a text message, for when LINE refuses the card itself: a last try. Buttons fall away. */
export function plainText(message: messagingApi.Message): messagingApi.TextMessage {
  if (message.type === "text" && "text" in message && typeof message.text === "string") {
    return { type: "text", text: cut(message.text, maxText) };
  }
  if (message.type !== "flex") throw new Error("only texts and cards are sent");
  const { altText, contents } = message as messagingApi.FlexMessage;
  const lines = linesOf(contents).filter((line) => line.trim() !== "");
  return { type: "text", text: cut(lines.join("\n") || altText, maxText) };
}

/** A line for each text; what stands side by side becomes one line. */
function linesOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const part = node as { type?: string; layout?: string; text?: unknown; contents?: unknown; body?: unknown };
  if (part.type === "text") return typeof part.text === "string" ? [part.text] : [];
  if (part.type === "bubble") return linesOf(part.body);
  if (!Array.isArray(part.contents)) return [];
  const lines = part.contents.map(linesOf);
  return part.layout === "horizontal" || part.layout === "baseline" ? [lines.flat().join(" ")] : lines.flat();
}
