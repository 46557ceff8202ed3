import { createRequire } from "node:module";
import path from "node:path";
import type { PdfDocument } from "./pdf-content";

/** pdfmake as it is used here. Its own types bring those of a browser into every room. */
interface Engine {
  addFonts(fonts: Record<string, Record<"normal" | "bold", string>>): void;
  setUrlAccessPolicy(may: (url: string) => boolean): void;
  setLocalAccessPolicy(may: (file: string) => boolean): void;
  createPdf(document: PdfDocument & { defaultStyle: object }): { getBuffer(): Promise<Buffer> };
}

const load = createRequire(__filename);
const folder = path.dirname(load.resolve("@expo-google-fonts/sarabun/package.json"));
const faces = {
  normal: path.join(folder, "400Regular", "Sarabun_400Regular.ttf"),
  bold: path.join(folder, "700Bold", "Sarabun_700Bold.ttf"),
};

let engine: Engine | null = null;

/** pdfmake, loaded with the first paper: it would be a tenth of every start. */
function theEngine(): Engine {
  if (engine) return engine;
  engine = load("pdfmake") as Engine;
  // Sarabun alone: with other fonts the engine sets the circle of sara am above the tone mark.
  engine.addFonts({ Sarabun: faces });
  engine.setUrlAccessPolicy(() => false);
  engine.setLocalAccessPolicy((file) => Object.values(faces).includes(file));
  return engine;
}

/** The bytes of a document. Nothing is read for it but the two files of its font. */
export async function pdfBytes(document: PdfDocument): Promise<Buffer> {
  const defaultStyle = { font: "Sarabun", lineHeight: 1.25, fontSize: 10 };
  return theEngine()
    .createPdf({ ...document, defaultStyle })
    .getBuffer();
}
