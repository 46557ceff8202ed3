import { isObject, objectsOf, type JsonObject } from "../json";
import type { Spot } from "../problem";
import { checkText } from "./checks";
import type { SendType } from "./validate-messages";

/** Checks a text message: 1 to 5000 characters; each LINE emoji sits on a "$". */
export function checkTextMessage(spot: Spot, message: JsonObject): void {
  checkText(spot.at("text"), message["text"], { max: 5000 });
  const text = String(message["text"]);
  const emojis = objectsOf(message["emojis"]);
  if (emojis.length > 20) spot.at("emojis").refuse("Size must be between 0 and 20");
  emojis.forEach((emoji, index) => {
    const at = spot.at("emojis", index);
    if (typeof emoji["index"] !== "number" || text[emoji["index"]] !== "$")
      at.at("index").refuse("must point at a '$'");
    if (!emoji["productId"]) at.at("productId").refuse("May not be empty");
    if (!emoji["emojiId"]) at.at("emojiId").refuse("May not be empty");
  });
}

/** The keys between braces in a textV2 text; null when the braces do not pair. `{{` and `}}` are braces as text. */
export function placeholders(text: string): string[] | null {
  const bare = text.replaceAll("{{", "").replaceAll("}}", "");
  const keys = [...bare.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  return /[{}]/.test(bare.replace(/\{[^{}]*\}/g, "")) ? null : keys;
}

/** Checks a textV2 message: placeholders pair and are all defined; mentions only in replies and pushes. */
export function checkTextV2Message(spot: Spot, message: JsonObject, sendType: SendType): void {
  checkText(spot.at("text"), message["text"], { max: 5000 });
  const substitution = isObject(message["substitution"]) ? message["substitution"] : {};
  const keys = placeholders(String(message["text"]));
  if (keys === null) spot.at("text").refuse("braces must be used in pairs");
  for (const key of keys ?? []) {
    if (!(key in substitution)) spot.at("text").refuse(`undefined substitution key: ${key}`);
  }
  const entries = Object.entries(substitution);
  if (entries.length > 100) spot.at("substitution").refuse("Size must be between 0 and 100");
  for (const [key] of entries) {
    if (!/^[0-9A-Za-z_]{1,20}$/.test(key)) spot.at("substitution", key).refuse("invalid substitution key");
  }
  const uses = (type: string): number =>
    (keys ?? []).filter((key) => isObject(substitution[key]) && substitution[key]["type"] === type).length;
  if (uses("mention") > 20) spot.at("substitution").refuse("must not be more than 20 mentions");
  if (uses("emoji") > 20) spot.at("substitution").refuse("must not be more than 20 emojis");
  if (uses("mention") > 0 && sendType !== "reply" && sendType !== "push") {
    spot.at("substitution").refuse("mentions can only be used in reply and push messages");
  }
}
