import path from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";

/** The weights of Sarabun that pictures are drawn with, by the folder and number of each. */
const faces = ["500Medium", "600SemiBold"];

/** Makes Sarabun known to the canvas; once is enough. Throws an Error where it cannot be read: an unknown font would be replaced in silence. */
export function registerSarabun(): void {
  if (GlobalFonts.has("Sarabun")) return;
  const folder = path.dirname(require.resolve("@expo-google-fonts/sarabun/package.json"));
  for (const face of faces) {
    const file = path.join(folder, face, `Sarabun_${face}.ttf`);
    if (!GlobalFonts.registerFromPath(file, "Sarabun")) throw new Error("Sarabun cannot be read");
  }
}
