import { isObject, objectsOf, type JsonObject } from "../../json";
import type { Spot } from "../../problem";
import { checkAction } from "../actions";
import { checkMediaUrl } from "../checks";
import { gradientRules, isImageSize, isTextSize, valueRules } from "./values";

type Parent = "horizontal" | "vertical" | "baseline";

const childrenOf: Record<Parent, readonly string[]> = {
  horizontal: ["box", "button", "image", "text", "separator", "filler"],
  vertical: ["box", "button", "image", "text", "separator", "filler"],
  baseline: ["icon", "text", "filler"],
};

function checkValues(spot: Spot, component: JsonObject): void {
  const isButton = component["type"] === "button"; // Its height is sm or md, which the schema checks.
  for (const [name, value] of Object.entries(component)) {
    const rule = isButton && name === "height" ? undefined : valueRules[name];
    if (rule && !rule(String(value))) spot.at(name).refuse("invalid value");
  }
  for (const name of ["flex", "maxLines"]) {
    if (component[name] !== undefined && Number(component[name]) < 0) spot.at(name).refuse("must be 0 or more");
  }
}

function checkText(spot: Spot, text: JsonObject): void {
  if (text["size"] !== undefined && !isTextSize(String(text["size"]))) spot.at("size").refuse("invalid value");
  const spans = text["contents"];
  if (spans === undefined) {
    if (typeof text["text"] !== "string" || text["text"] === "") spot.at("text").refuse("must be non-empty text");
    return;
  }
  if (objectsOf(spans).length === 0) spot.at("contents").refuse("must be non-empty");
  objectsOf(spans).forEach((span, index) => {
    const at = spot.at("contents", index);
    checkValues(at, span);
    if (span["size"] !== undefined && !isTextSize(String(span["size"]))) at.at("size").refuse("invalid value");
    if (typeof span["text"] !== "string" || span["text"] === "") at.at("text").refuse("must be non-empty text");
  });
}

function checkBackground(spot: Spot, background: JsonObject): void {
  for (const name of ["angle", "startColor", "endColor"]) {
    if (background[name] === undefined) spot.at(name).refuse("must be specified");
  }
  for (const [name, rule] of Object.entries(gradientRules)) {
    if (background[name] !== undefined && !rule(String(background[name]))) spot.at(name).refuse("invalid value");
  }
}

function checkBox(spot: Spot, box: JsonObject): void {
  if (isObject(box["background"])) checkBackground(spot.at("background"), box["background"]);
  const layout = box["layout"] as Parent;
  objectsOf(box["contents"]).forEach((child, index) => {
    const at = spot.at("contents", index);
    if (!childrenOf[layout].includes(String(child["type"]))) {
      return at.at("type").refuse(`${String(child["type"])} can't be placed in a ${layout} box`);
    }
    if (layout === "baseline") {
      for (const name of ["gravity", "offsetBottom"]) {
        if (child[name] !== undefined) at.at(name).refuse("invalid property");
      }
    }
    checkComponent(at, child);
  });
}

const checkByType: Record<string, (spot: Spot, component: JsonObject) => void> = {
  box: checkBox,
  text: checkText,
  image: (spot, image) => {
    checkMediaUrl(spot.at("url"), image["url"]);
    if (image["size"] !== undefined && !isImageSize(String(image["size"]))) spot.at("size").refuse("invalid value");
  },
  icon: (spot, icon) => {
    checkMediaUrl(spot.at("url"), icon["url"]);
    if (icon["size"] !== undefined && !isTextSize(String(icon["size"]))) spot.at("size").refuse("invalid value");
  },
};

/** Checks one component and everything in it. */
export function checkComponent(spot: Spot, component: JsonObject): void {
  checkValues(spot, component);
  const place = component["type"] === "button" ? "flex button" : "flex";
  if (component["action"] !== undefined) checkAction(spot.at("action"), component["action"], place);
  checkByType[String(component["type"])]?.(spot, component);
}
