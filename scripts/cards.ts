import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { galleryCards } from "./cards/gallery";
import { galleryPage } from "./cards/page";

const folder = path.join(__dirname, "../.cache/cards");
const cards = galleryCards();
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "index.html"), galleryPage(cards));
process.stdout.write(`${cards.length} messages in .cache/cards/index.html\n`);
