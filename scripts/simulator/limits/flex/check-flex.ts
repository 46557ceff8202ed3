import { isObject, objectsOf, type JsonObject } from "../../json";
import type { Spot } from "../../problem";
import { checkAction } from "../actions";
import { checkCount, checkMediaUrl, checkText } from "../checks";
import { jsonBytes } from "../measures";
import { checkComponent } from "./components";
import { valueRules } from "./values";

const kilobyte = 1024;
const blocks = ["header", "hero", "body", "footer"] as const;

function checkVideo(spot: Spot, video: JsonObject, bubble: JsonObject, inCarousel: boolean): void {
  const size = String(bubble["size"] ?? "mega");
  if (inCarousel) spot.at("type").refuse("video can't be placed in a carousel");
  if (!["kilo", "mega", "giga"].includes(size))
    spot.at("type").refuse("video needs a bubble of size kilo, mega or giga");
  checkMediaUrl(spot.at("url"), video["url"]);
  checkMediaUrl(spot.at("previewUrl"), video["previewUrl"]);
  if (video["aspectRatio"] !== undefined && !valueRules["aspectRatio"]?.(String(video["aspectRatio"]))) {
    spot.at("aspectRatio").refuse("invalid value");
  }
  const instead = video["altContent"];
  if (!isObject(instead) || !["box", "image"].includes(String(instead["type"]))) {
    spot.at("altContent").refuse("must be a box or an image");
  } else checkComponent(spot.at("altContent"), instead);
  const action = video["action"];
  if (action === undefined) return;
  if (!isObject(action) || action["type"] !== "uri") spot.at("action", "type").refuse("invalid action type");
  else checkAction(spot.at("action"), action, "flex button"); // Its label is shown, so it is required.
}

function checkHero(spot: Spot, hero: JsonObject, bubble: JsonObject, inCarousel: boolean): void {
  if (hero["type"] === "video") return checkVideo(spot, hero, bubble, inCarousel);
  if (hero["type"] === "box" || hero["type"] === "image") return checkComponent(spot, hero);
  spot.at("type").refuse("must be a box, an image or a video");
}

function checkStyles(spot: Spot, bubble: JsonObject): void {
  const styles = isObject(bubble["styles"]) ? bubble["styles"] : {};
  const first = blocks.find((block) => bubble[block] !== undefined);
  for (const block of blocks) {
    const style = styles[block];
    if (!isObject(style)) continue;
    for (const name of ["backgroundColor", "separatorColor"]) {
      if (style[name] !== undefined && !valueRules[name]?.(String(style[name])))
        spot.at(block, name).refuse("invalid value");
    }
    if (block === first && style["separator"] === true)
      spot.at(block, "separator").refuse("can't be above the first block");
  }
}

function checkBubble(spot: Spot, bubble: JsonObject, inCarousel: boolean): void {
  if (jsonBytes(bubble) > 30 * kilobyte) spot.refuse("must not be larger than 30 KB");
  if (bubble["action"] !== undefined) checkAction(spot.at("action"), bubble["action"], "flex");
  if (!blocks.some((block) => bubble[block] !== undefined)) spot.refuse("must have at least one block");
  checkStyles(spot.at("styles"), bubble);
  for (const block of blocks) {
    const component = bubble[block];
    if (!isObject(component)) continue;
    if (block === "hero") checkHero(spot.at(block), component, bubble, inCarousel);
    else checkComponent(spot.at(block), component);
    const child = objectsOf(component["contents"])[0];
    if (component["type"] === "box" && child?.["position"] === "absolute") {
      spot.at(block, "contents", 0, "position").refuse("the first component of a block can't be absolute");
    }
  }
}

function checkCarousel(spot: Spot, carousel: JsonObject): void {
  if (jsonBytes(carousel) > 50 * kilobyte) spot.refuse("must not be larger than 50 KB");
  checkCount(spot.at("contents"), carousel["contents"], 1, 12);
  const bubbles = objectsOf(carousel["contents"]);
  if (new Set(bubbles.map((bubble) => bubble["size"] ?? "mega")).size > 1) {
    spot.at("contents").refuse("all bubbles must have the same size");
  }
  bubbles.forEach((bubble, index) => checkBubble(spot.at("contents", index), bubble, true));
}

function animatedIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + animatedIn(item), 0);
  if (!isObject(value)) return 0;
  return (value["animated"] === true ? 1 : 0) + animatedIn(Object.values(value));
}

/** Checks a Flex message: alternative text, size in bytes, and every component of the bubble or carousel. */
export function checkFlexMessage(spot: Spot, message: JsonObject): void {
  checkText(spot.at("altText"), message["altText"], { max: 1500 });
  const container = isObject(message["contents"]) ? message["contents"] : {};
  const inside = spot.intoFlex();
  if (animatedIn(container) > 10) inside.refuse("must not have more than 10 animated images");
  if (container["type"] === "bubble") checkBubble(inside, container, false);
  if (container["type"] === "carousel") checkCarousel(inside, container);
}
