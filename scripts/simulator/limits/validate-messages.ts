import { isObject, type JsonObject } from "../json";
import { Spot, type Problem } from "../problem";
import { validateAgainstSchema } from "../schema/validate";
import { checkAction } from "./actions";
import { checkCount, checkMediaUrl, checkText } from "./checks";
import { checkFlexMessage } from "./flex/check-flex";
import { checkImagemap } from "./imagemap";
import { checkAudio, checkImage, checkLocation, checkSticker, checkVideo } from "./media";
import { checkTemplateMessage } from "./templates";
import { checkTextMessage, checkTextV2Message } from "./texts";

/** The ways to send; the validate endpoints have one each. */
export type SendType = "reply" | "push" | "multicast" | "narrowcast" | "broadcast";

const checkByType: Record<string, (spot: Spot, message: JsonObject, sendType: SendType) => void> = {
  text: checkTextMessage,
  textV2: checkTextV2Message,
  sticker: checkSticker,
  image: checkImage,
  video: checkVideo,
  audio: checkAudio,
  location: checkLocation,
  imagemap: checkImagemap,
  template: checkTemplateMessage,
  flex: checkFlexMessage,
};

function checkQuickReply(spot: Spot, quickReply: JsonObject): void {
  const items = Array.isArray(quickReply["items"]) ? quickReply["items"] : [];
  checkCount(spot.at("items"), items, 1, 13);
  items.forEach((item: unknown, index) => {
    const at = spot.at("items", index);
    if (!isObject(item)) return at.refuse("May not be empty");
    if (item["type"] !== "action") at.at("type").refuse("Must be one of the following values: [action]");
    checkMediaUrl(at.at("imageUrl"), item["imageUrl"], true);
    checkAction(at.at("action"), item["action"], "quick reply");
  });
}

function checkSender(spot: Spot, sender: JsonObject): void {
  checkText(spot.at("name"), sender["name"], { max: 20, optional: true });
  if (/line/i.test(String(sender["name"] ?? ""))) spot.at("name").refuse("contains a word that can't be used");
  checkMediaUrl(spot.at("iconUrl"), sender["iconUrl"], true);
}

function checkMessage(spot: Spot, message: JsonObject, sendType: SendType): void {
  checkByType[String(message["type"])]?.(spot, message, sendType);
  if (isObject(message["quickReply"])) checkQuickReply(spot.at("quickReply"), message["quickReply"]);
  if (isObject(message["sender"])) checkSender(spot.at("sender"), message["sender"]);
}

/**
 * Says what LINE would refuse in the message objects of one call: its published schema, then the limits that only its
 * reference states in prose. An empty list means that the call would be accepted. What depends on the chat (quote
 * tokens, who may be mentioned) is checked when the call is made.
 */
export function validateMessages(sendType: SendType, messages: unknown): Problem[] {
  const problems = validateAgainstSchema("ValidateMessageRequest", { messages });
  if (!Array.isArray(messages)) return problems;
  const refused = new Set(problems.map((problem) => problem.flexIn ?? /^messages\[\d+\]/.exec(problem.property)?.[0]));
  messages.forEach((message: unknown, index) => {
    const name = `messages[${index}]`;
    if (isObject(message) && !refused.has(name)) checkMessage(new Spot(problems, name), message, sendType);
  });
  return problems;
}
