import { isObject, objectsOf, type JsonObject } from "../json";
import type { Spot } from "../problem";
import { checkCount, checkLink, checkMediaUrl, checkText } from "./checks";

function checkArea(spot: Spot, area: unknown, base: JsonObject): void {
  if (!isObject(area)) return spot.refuse("May not be empty");
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => Number(area[key])) as [
    number,
    number,
    number,
    number,
  ];
  const inside = x >= 0 && y >= 0 && width >= 1 && height >= 1;
  if (!inside || x + width > Number(base["width"]) || y + height > Number(base["height"])) {
    spot.refuse("must be inside of the base size");
  }
}

function checkImagemapAction(spot: Spot, action: JsonObject, base: JsonObject): void {
  checkText(spot.at("label"), action["label"], { max: 100, optional: true });
  checkArea(spot.at("area"), action["area"], base);
  if (action["type"] === "uri") checkLink(spot.at("linkUri"), action["linkUri"]);
  if (action["type"] === "message") checkText(spot.at("text"), action["text"], { max: 400 });
  if (action["type"] === "clipboard") checkText(spot.at("clipboardText"), action["clipboardText"], { max: 1000 });
}

function checkVideo(spot: Spot, video: JsonObject, base: JsonObject): void {
  checkMediaUrl(spot.at("originalContentUrl"), video["originalContentUrl"]);
  checkMediaUrl(spot.at("previewImageUrl"), video["previewImageUrl"]);
  checkArea(spot.at("area"), video["area"], base);
  const link = video["externalLink"];
  if (!isObject(link)) return;
  checkLink(spot.at("externalLink", "linkUri"), link["linkUri"]);
  checkText(spot.at("externalLink", "label"), link["label"], { max: 30 });
}

/** Checks an imagemap: base 1040 pixels wide, at most 50 areas inside it, no file extension in the base URL. */
export function checkImagemap(spot: Spot, message: JsonObject): void {
  checkText(spot.at("altText"), message["altText"], { max: 1500 });
  checkMediaUrl(spot.at("baseUrl"), message["baseUrl"]);
  if (/\.(png|jpe?g)$/i.test(String(message["baseUrl"]))) spot.at("baseUrl").refuse("must not have a file extension");
  const base = isObject(message["baseSize"]) ? message["baseSize"] : {};
  if (base["width"] !== 1040) spot.at("baseSize", "width").refuse("must be 1040");
  checkCount(spot.at("actions"), message["actions"], 0, 50);
  objectsOf(message["actions"]).forEach((action, index) =>
    checkImagemapAction(spot.at("actions", index), action, base),
  );
  if (isObject(message["video"])) checkVideo(spot.at("video"), message["video"], base);
}
