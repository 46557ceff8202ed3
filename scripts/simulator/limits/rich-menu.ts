import { isObject, objectsOf, type JsonObject } from "../json";
import { Spot, type Problem } from "../problem";
import { validateAgainstSchema } from "../schema/validate";
import { checkAction } from "./actions";
import { codePoints } from "./measures";

/** Least width ÷ height of a rich menu and of its picture (Messaging API reference, rich menu object). */
export const leastAspect = 1.45;

function checkSize(spot: Spot, size: JsonObject): void {
  const width = Number(size["width"]);
  const height = Number(size["height"]);
  if (!(width >= 800 && width <= 2500)) spot.at("width").refuse("Must be between 800 and 2500");
  if (!(height >= 250)) spot.at("height").refuse("Must be 250 or more");
  if (width / height < leastAspect) spot.refuse("the aspect ratio (width / height) must be 1.45 or more");
}

function checkArea(spot: Spot, area: JsonObject, size: JsonObject): void {
  const bounds = isObject(area["bounds"]) ? area["bounds"] : {};
  for (const key of ["x", "y", "width", "height"]) {
    if (bounds[key] === undefined) spot.at("bounds", key).refuse("must be specified");
  }
  const right = Number(bounds["x"]) + Number(bounds["width"]);
  const bottom = Number(bounds["y"]) + Number(bounds["height"]);
  if (right > Number(size["width"]) || bottom > Number(size["height"]))
    spot.at("bounds").refuse("must be inside of the size");
  checkAction(spot.at("action"), area["action"], "rich menu");
}

/** Says what LINE would refuse in a rich menu object; empty when it would be accepted. */
export function validateRichMenu(menu: unknown): Problem[] {
  const problems = validateAgainstSchema("RichMenuRequest", menu);
  if (problems.length > 0 || !isObject(menu)) return problems;
  const spot = new Spot(problems);
  for (const key of ["size", "selected", "name", "chatBarText", "areas"]) {
    if (menu[key] === undefined) spot.at(key).refuse("must be specified");
  }
  for (const [key, max] of [
    ["name", 300],
    ["chatBarText", 14],
  ] as const) {
    const text = menu[key];
    if (text === "") spot.at(key).refuse("May not be empty");
    if (typeof text === "string" && codePoints(text) > max)
      spot.at(key).refuse(`must not be longer than ${max} characters`);
  }
  const size = isObject(menu["size"]) ? menu["size"] : {};
  if (isObject(menu["size"])) checkSize(spot.at("size"), size);
  const areas = objectsOf(menu["areas"]);
  if (areas.length > 20) spot.at("areas").refuse("Size must be between 0 and 20");
  areas.forEach((area, index) => checkArea(spot.at("areas", index), area, size));
  return problems;
}
