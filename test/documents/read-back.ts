import { execFile } from "node:child_process";
import path from "node:path";
import { readXlsx, type CellValue } from "hucre/xlsx";

/** A PDF's pages as lines of the texts that stand side by side, read by another library than the one that wrote it. */
export async function readPdf(bytes: Buffer): Promise<string[][][]> {
  const script = path.join(__dirname, "pdf-lines.mjs");
  const written = await new Promise<string>((resolve, reject) => {
    const child = execFile(process.execPath, [script], { maxBuffer: 1e8 }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
    child.stdin?.end(bytes);
  });
  return JSON.parse(written) as string[][][];
}

/** A PDF's words as one text; sara am comes back as two signs, and words are set apart only where lines may break. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const pages = await readPdf(bytes);
  return pages.map((lines) => lines.map((line) => thai(line.join(""))).join("\n")).join("\n");
}

const thai = (text: string): string => text.replaceAll("ำา", "ำ");

/** The rows of a workbook's only sheet. */
export async function readSheet(bytes: Buffer): Promise<CellValue[][]> {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]?.rows ?? [];
}
