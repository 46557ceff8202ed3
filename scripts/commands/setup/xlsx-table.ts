import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { maxBytes, maxCells, maxLaidOut, TableError } from "./limits";
import type { Table } from "./read-rows";
import { storedZip } from "./stored-zip";
import { TagCounter } from "./tag-counter";
import { unzip, type ZipEntry } from "./unzip";

/** What a reader needs of a workbook; drawings, macros and the rest are never even inflated. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
/** A cell with text takes up to a dozen tags; a workbook with more than this is a trap for the parser. */
const maxTags = 3_000_000;
const tooManyCells = `The workbook has more than ${maxCells} cells.`;

type CellValue = Awaited<ReturnType<typeof readXlsx>>["sheets"][number]["rows"][number][number];

/**
 * Reads the first sheet of an .xlsx workbook. At most 64 MB unzipped and 200,000 cells, both held while inflating.
 * Throws TableError with a sentence for the operator.
 */
export async function readXlsxTable(archive: Buffer): Promise<Table> {
  const workbook = storedZip(await unzipWithinLimits(archive));
  try {
    await refuseWideSheet(workbook);
    const { sheets } = await readXlsx(workbook, { sheets: [0], readStyles: true });
    const [sheet] = sheets;
    if (!sheet) throw new TableError("The workbook has no sheet.");
    const formatOf = (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
    return {
      rows: sheet.rows.map((cells, row) => ({
        row: row + 1,
        cells: cells.map((value, column) => cellOf(value, formatOf(row, column))),
      })),
    };
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError("The file is no .xlsx workbook that can be read.", { cause: error });
  }
}

async function unzipWithinLimits(archive: Buffer): Promise<ZipEntry[]> {
  const tags = new TagCounter();
  let [bytes, current] = [0, ""];
  return unzip(
    archive,
    (name) => wanted.test(name),
    (name, piece) => {
      if (name !== current) tags.end();
      current = name;
      bytes += piece.length;
      if (bytes > maxBytes) throw new TableError(`The workbook has more than ${maxBytes / 1024 / 1024} MB unzipped.`);
      tags.take(piece);
      if (tags.cells > maxCells) throw new TableError(tooManyCells);
      if (tags.tags > maxTags) throw new TableError("The workbook holds far more markup than a members file needs.");
    },
  );
}

/** A few cells at the far corner make a sheet of a million rows once it is laid out as a table. */
async function refuseWideSheet(workbook: Buffer): Promise<void> {
  let [height, width] = [0, 0];
  for await (const { index, values } of streamXlsxRows(workbook)) {
    height = Math.max(height, index + 1);
    width = Math.max(width, values.length);
    if (height * width > maxLaidOut) throw new TableError(tooManyCells);
  }
}

function cellOf(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "number") return String(value);
  // Fifteen digits are what spreadsheets themselves keep and show; the rest is noise of binary fractions.
  const figure = String(Number(value.toPrecision(15)));
  return format !== undefined && /^0+$/.test(format) ? figure.padStart(format.length, "0") : figure;
}
