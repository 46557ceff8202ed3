import type { messagingApi } from "@line/bot-sdk";
import { languages, type Language } from "../../src/i18n/language";
import type { Card, CardSpec } from "../../src/messages/card";
import type { Reader } from "../../src/messages/speak";
import type { Samples } from "../../flex-messages/values.sample";

/** One message of the gallery: which card or text, for whom, with which example. */
export interface GalleryCard {
  name: string;
  language: Language;
  sample: string;
  message: messagingApi.Message;
}

/** A card or text with its examples; the view's type stays inside. */
export interface GalleryEntry {
  name: string;
  samples: readonly string[];
  draw(language: Language): GalleryCard[];
  /** What a card's layout needs, by example; null for texts, which have none. */
  layouts: null | { spec: Pick<CardSpec<unknown>, "name" | "template">; of(reader: Reader): Map<string, object> };
}

type Draw<View> = (reader: Reader, view: View) => messagingApi.Message;

/** An entry of a card. */
export function cardEntry<View>(name: string, card: Card<View>, samples: Samples<View>): GalleryEntry {
  return {
    ...textEntry(name, card, samples),
    layouts: {
      spec: card.spec,
      of: (reader) => new Map(Object.entries(samples).map(([sample, view]) => [sample, card.layoutOf(reader, view)])),
    },
  };
}

/** An entry of a message that has no template. */
export function textEntry<View>(name: string, draw: Draw<View>, samples: Samples<View>): GalleryEntry {
  return {
    name,
    samples: Object.keys(samples),
    draw: (language) =>
      Object.entries(samples).map(([sample, view]) => ({
        name,
        language,
        sample,
        message: draw({ language, particle: "ค่ะ" }, view),
      })),
    layouts: null,
  };
}

/** Every message of the entries in every language. */
export function drawAll(entries: readonly GalleryEntry[]): GalleryCard[] {
  return entries.flatMap((entry) => languages.flatMap((language) => entry.draw(language)));
}
