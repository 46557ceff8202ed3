import type { JsonObject } from "../json";
import type { Spot } from "../problem";
import { checkMediaUrl, checkText } from "./checks";
import { isSendableSticker } from "./stickers";

/** Checks a sticker: one of LINE's sendable list. */
export function checkSticker(spot: Spot, message: JsonObject): void {
  if (!isSendableSticker(message["packageId"], message["stickerId"])) spot.at("stickerId").refuse("invalid sticker");
}

/** Checks an image: both URLs https. The files themselves are not fetched. */
export function checkImage(spot: Spot, message: JsonObject): void {
  checkMediaUrl(spot.at("originalContentUrl"), message["originalContentUrl"]);
  checkMediaUrl(spot.at("previewImageUrl"), message["previewImageUrl"]);
}

/** Checks a video: URLs as of an image, and the tracking id's alphabet. */
export function checkVideo(spot: Spot, message: JsonObject): void {
  checkImage(spot, message);
  const tracking = message["trackingId"];
  if (tracking !== undefined && !/^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/.test(String(tracking))) {
    spot.at("trackingId").refuse("invalid value");
  }
}

/** Checks an audio message: URL and a duration in milliseconds. */
export function checkAudio(spot: Spot, message: JsonObject): void {
  checkMediaUrl(spot.at("originalContentUrl"), message["originalContentUrl"]);
  if (!(Number(message["duration"]) > 0)) spot.at("duration").refuse("Must be greater than 0");
}

/** Checks a location: title and address up to 100 characters, a point on earth. */
export function checkLocation(spot: Spot, message: JsonObject): void {
  checkText(spot.at("title"), message["title"], { max: 100 });
  checkText(spot.at("address"), message["address"], { max: 100 });
  if (Math.abs(Number(message["latitude"])) > 90) spot.at("latitude").refuse("Must be between -90 and 90");
  if (Math.abs(Number(message["longitude"])) > 180) spot.at("longitude").refuse("Must be between -180 and 180");
}
