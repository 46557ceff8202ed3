import { isObject, type JsonObject } from "../json";
import type { Spot } from "../problem";
import { checkLink, checkText } from "./checks";
import { checkPicker } from "./date-picker";
import { codePoints } from "./measures";

/** Where an action sits; it decides which actions are allowed and how long the label may be. */
export type ActionPlace = "template" | "image carousel" | "quick reply" | "flex button" | "flex" | "rich menu";

const labelRules: Record<ActionPlace, { max: number; required: boolean }> = {
  template: { max: 20, required: true },
  "image carousel": { max: 12, required: false },
  "quick reply": { max: 20, required: true },
  "flex button": { max: 40, required: true },
  flex: { max: 40, required: false },
  "rich menu": { max: 20, required: false },
};

const onlyIn: Record<string, ActionPlace> = {
  camera: "quick reply",
  cameraRoll: "quick reply",
  location: "quick reply",
  richmenuswitch: "rich menu",
};

const actionText = { max: 300, measure: "code points" } as const;

function checkLabel(spot: Spot, label: unknown, place: ActionPlace): void {
  const { max, required } = labelRules[place];
  if (label === undefined && !required) return;
  if (typeof label !== "string" || label === "") return spot.refuse("May not be empty");
  if (codePoints(label) > max) spot.refuse(`must not be longer than ${max} characters`);
}

function checkPostback(spot: Spot, action: JsonObject, place: ActionPlace): void {
  checkText(spot.at("data"), action["data"], { max: 300 });
  for (const key of ["displayText", "text", "fillInText"]) {
    checkText(spot.at(key), action[key], { ...actionText, optional: true });
  }
  if (action["displayText"] !== undefined && action["text"] !== undefined) {
    spot.at("text").refuse("displayText and text can't both be used");
  }
  if (action["text"] !== undefined && place === "quick reply") spot.at("text").refuse("invalid property");
  if (action["fillInText"] !== undefined && action["inputOption"] !== "openKeyboard") {
    spot.at("fillInText").refuse("only valid with openKeyboard");
  }
}

const checkByType: Record<string, (spot: Spot, action: JsonObject, place: ActionPlace) => void> = {
  postback: checkPostback,
  message: (spot, action) => checkText(spot.at("text"), action["text"], actionText),
  uri: (spot, action) => {
    checkLink(spot.at("uri"), action["uri"]);
    const other = action["altUri"];
    if (isObject(other)) checkLink(spot.at("altUri", "desktop"), other["desktop"], true);
  },
  datetimepicker: (spot, action) => {
    checkText(spot.at("data"), action["data"], { max: 300 });
    checkPicker(spot, action);
  },
  clipboard: (spot, action) => checkText(spot.at("clipboardText"), action["clipboardText"], { max: 1000 }),
  richmenuswitch: (spot, action) => {
    checkText(spot.at("data"), action["data"], { max: 300 });
    const alias = action["richMenuAliasId"];
    if (typeof alias !== "string" || !/^[a-z0-9_-]{1,32}$/.test(alias))
      spot.at("richMenuAliasId").refuse("invalid value");
  },
};

/** Checks one action for the place where it sits. */
export function checkAction(spot: Spot, action: unknown, place: ActionPlace): void {
  if (!isObject(action) || typeof action["type"] !== "string") return spot.refuse("May not be empty");
  const type = action["type"];
  const only = onlyIn[type];
  if (only !== undefined && only !== place) return spot.at("type").refuse("invalid action type");
  checkLabel(spot.at("label"), action["label"], place);
  checkByType[type]?.(spot, action, place);
}
