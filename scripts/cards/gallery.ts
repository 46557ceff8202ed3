import { cardEntries } from "./cards";
import { closingTexts } from "./closing-texts";
import { drawAll, type GalleryCard } from "./entry";
import { textEntries } from "./texts";

/** Every card and every text in every language with every example: for the gallery, the simulator's page and the tests. */
export function galleryCards(): GalleryCard[] {
  return drawAll([...cardEntries, ...textEntries, ...closingTexts]);
}
