import type { CellValue, ColumnDef } from "hucre/xlsx";
import { decimalBaht } from "./decimal";
import type { Cell, Paper, PaperTable } from "./paper";

type Styles = Map<string, { style: { numFmt?: string; font?: { bold: boolean } } }>;

/**
 * A paper as a workbook of one sheet (.xlsx). Sums are numbers with two places, read from their decimal text; nothing is a formula, and
 * words that spreadsheets would take for one begin with an apostrophe.
 */
export async function paperSheet(paper: Paper): Promise<Buffer> {
  const rows: CellValue[][] = [];
  const cells: Styles = new Map();
  const add = (row: readonly Cell[], bold = false): void => {
    row.forEach((cell, column) => {
      const numFmt = cell.kind === "money" ? "#,##0.00" : cell.kind === "count" ? "#,##0" : undefined;
      if (numFmt !== undefined || bold)
        cells.set(`${rows.length},${column}`, {
          style: { ...(numFmt === undefined ? {} : { numFmt }), ...(bold ? { font: { bold } } : {}) },
        });
    });
    rows.push(row.map(valueOf));
  };
  const said = (words: string, bold = false) => add([{ kind: "text", text: words }], bold);
  said(paper.group);
  said(paper.title, true);
  for (const line of paper.about) said(line);
  for (const clause of paper.clauses) said(clause);
  for (const { label, cell } of paper.facts) add([{ kind: "text", text: label }, cell]);
  for (const table of paper.tables) addTable(table, add);
  for (const { heading, lines, below } of paper.slips) {
    rows.push([]);
    said(heading, true);
    for (const { label, value } of lines) add([label, value].map((words) => ({ kind: "text", text: words })));
    said(below);
  }
  if (paper.qr) [paper.qr.text, ...paper.qr.below].forEach((line) => said(line));
  for (const line of [...paper.notes, paper.foot]) said(line);
  const orientation = paper.wide ? "landscape" : "portrait";
  const pageSetup = { paperSize: "a4", orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
  const { writeXlsx } = await import("hucre/xlsx"); // With the first sheet: it would be a tenth of every start.
  return Buffer.from(await writeXlsx({ sheets: [{ name: "Sajja", rows, cells, columns: widths(paper), pageSetup }] }));
}

function addTable({ heading, columns, rows, totals }: PaperTable, add: (row: readonly Cell[], bold?: boolean) => void) {
  add([]);
  if (heading !== null) add([{ kind: "text", text: heading }], true);
  add(
    columns.map((column) => ({ kind: "text", text: column.heading })),
    true,
  );
  for (const row of rows) add(row);
  if (totals) add(totals, true);
}

function valueOf(cell: Cell): CellValue {
  switch (cell.kind) {
    case "text":
      return cell.text === "" ? null : harmless(cell.text);
    case "money":
      return Number(decimalBaht(cell.amount));
    case "count":
      return cell.count;
    case "write":
      return null;
  }
}

/** Words that begin like a formula are told apart as spreadsheets' users do it. */
function harmless(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

/** Each column as wide as the widest of the tables asks for, in characters. */
function widths({ tables }: Paper): ColumnDef[] {
  const most = Math.max(2, ...tables.map(({ columns }) => columns.length));
  return Array.from({ length: most }, (_, at) => ({
    width: Math.max(14, ...tables.map(({ columns }) => 14 * (columns[at]?.width ?? 1))),
  }));
}
