// Reads a PDF from stdin and writes its pages as JSON: each a list of lines, each a list of the texts that stand side by side.
import { Buffer } from "node:buffer";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const bytes = await new Promise((resolve) => {
  const chunks = [];
  process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks)));
});
const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const pages = [];
for (let no = 1; no <= pdf.numPages; no++) {
  const { items } = await (await pdf.getPage(no)).getTextContent();
  const lines = new Map();
  for (const { str, transform } of items) {
    if (str.trim() === "") continue;
    const y = Math.round(transform[5]);
    lines.set(y, [...(lines.get(y) ?? []), { x: transform[4], str }]);
  }
  const down = [...lines].sort(([a], [b]) => b - a);
  pages.push(down.map(([, texts]) => texts.sort((a, b) => a.x - b.x).map(({ str }) => str.trim())));
}
process.stdout.write(JSON.stringify(pages));
