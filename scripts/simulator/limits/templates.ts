import { isObject, objectsOf, type JsonObject } from "../json";
import type { Spot } from "../problem";
import { checkAction } from "./actions";
import { checkCount, checkMediaUrl, checkText, isColour } from "./checks";

const ratios = ["rectangle", "square"];
const sizes = ["cover", "contain"];

function checkActions(spot: Spot, card: JsonObject, min: number, max: number): void {
  checkCount(spot.at("actions"), card["actions"], min, max);
  objectsOf(card["actions"]).forEach((action, index) => checkAction(spot.at("actions", index), action, "template"));
  if (card["defaultAction"] !== undefined) checkAction(spot.at("defaultAction"), card["defaultAction"], "flex");
}

function checkLook(spot: Spot, template: JsonObject): void {
  const { imageAspectRatio: ratio, imageSize: size, imageBackgroundColor: colour } = template;
  if (ratio !== undefined && !ratios.includes(String(ratio))) {
    spot.at("imageAspectRatio").refuse(`Must be one of the following values: [${ratios.join(", ")}]`);
  }
  if (size !== undefined && !sizes.includes(String(size))) {
    spot.at("imageSize").refuse(`Must be one of the following values: [${sizes.join(", ")}]`);
  }
  if (colour !== undefined && !isColour(String(colour), false)) spot.at("imageBackgroundColor").refuse("invalid color");
}

function checkCard(spot: Spot, card: JsonObject, textMax: number): void {
  const headed = card["title"] !== undefined || card["thumbnailImageUrl"] !== undefined;
  checkText(spot.at("title"), card["title"], { max: 40, measure: "code points", optional: true });
  checkText(spot.at("text"), card["text"], { max: headed ? 60 : textMax, measure: "code points" });
  checkMediaUrl(spot.at("thumbnailImageUrl"), card["thumbnailImageUrl"], true);
  checkLook(spot, card);
}

function checkCarousel(spot: Spot, template: JsonObject): void {
  checkCount(spot.at("columns"), template["columns"], 1, 10);
  checkLook(spot, template);
  const columns = objectsOf(template["columns"]);
  columns.forEach((column, index) => {
    checkCard(spot.at("columns", index), column, 120);
    checkActions(spot.at("columns", index), column, 1, 3);
  });
  const varies = (of: (column: JsonObject) => unknown): boolean => new Set(columns.map(of)).size > 1;
  if (varies((column) => objectsOf(column["actions"]).length)) {
    spot.at("columns").refuse("the number of actions must be the same in all columns");
  }
  if (
    varies((column) => column["title"] !== undefined) ||
    varies((column) => column["thumbnailImageUrl"] !== undefined)
  ) {
    spot.at("columns").refuse("title and image must be in all columns or in none");
  }
}

const checkByType: Record<string, (spot: Spot, template: JsonObject) => void> = {
  buttons: (spot, template) => {
    checkCard(spot, template, 160);
    checkActions(spot, template, 1, 4);
  },
  confirm: (spot, template) => {
    checkText(spot.at("text"), template["text"], { max: 240, measure: "code points" });
    checkActions(spot, template, 2, 2);
  },
  carousel: checkCarousel,
  image_carousel: (spot, template) => {
    checkCount(spot.at("columns"), template["columns"], 1, 10);
    objectsOf(template["columns"]).forEach((column, index) => {
      checkMediaUrl(spot.at("columns", index, "imageUrl"), column["imageUrl"]);
      checkAction(spot.at("columns", index, "action"), column["action"], "image carousel");
    });
  },
};

/** Checks a template message of any of the four kinds. */
export function checkTemplateMessage(spot: Spot, message: JsonObject): void {
  checkText(spot.at("altText"), message["altText"], { max: 1500 });
  const template = message["template"];
  if (isObject(template)) checkByType[String(template["type"])]?.(spot.at("template"), template);
}
