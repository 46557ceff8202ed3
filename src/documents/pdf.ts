import { translator } from "../i18n/index";
import { printedBaht } from "./decimal";
import type { Block, PdfDocument } from "./pdf-content";
import { pdfBytes } from "./pdf-engine";
import type { Cell, Column, Paper, PaperTable } from "./paper";
import { slipSheet } from "./pdf-slips";
import { breakable } from "./thai-lines";

const colours = { ink: "#1F2A24", grey: "#5B6660", line: "#DDE3DF", green: "#1B6B45" } as const;

/** Points: a margin of 15 mm, and the foot's room below. */
const margins: [number, number, number, number] = [42, 42, 42, 60];
const pageWidth = { portrait: 595.28, landscape: 841.89 } as const;

/** A paper as an A4 PDF: page x of y and the check code of the books on every page, table headings again on each. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const orientation = paper.wide ? "landscape" : "portrait";
  const room = pageWidth[orientation] - margins[0] - margins[2];
  const document: PdfDocument = {
    pageSize: "A4",
    pageOrientation: orientation,
    pageMargins: margins,
    info: { title: `${paper.title} ${paper.group}`, creator: "Sajja", producer: "Sajja" },
    footer: (page, pages) => footOf(paper, page, pages),
    content: [
      ...headOf(paper, room),
      ...paper.clauses.map((clause, at): Block => ({ text: breakable(`${at + 1}. ${clause}`), margin: [0, 5, 0, 0] })),
      ...factsOf(paper),
      ...paper.tables.flatMap((table) => tableOf(table, room)),
      ...slipSheet(paper.slips),
      ...qrOf(paper),
      ...paper.notes.map((note): Block => ({ text: breakable(note), color: colours.grey, margin: [0, 6, 0, 0] })),
      ...signaturesOf(paper),
    ],
  };
  return pdfBytes(document);
}

function headOf({ group, title, about }: Paper, room: number): Block[] {
  return [
    { canvas: [{ type: "rect", x: 0, y: 0, w: room, h: 3, color: colours.green }] },
    { text: breakable(group), color: colours.grey, margin: [0, 6, 0, 0] },
    { text: breakable(title), fontSize: 16, bold: true, color: colours.ink },
    ...about.map((line): Block => ({ text: breakable(line), color: colours.grey })),
  ];
}

function factsOf({ facts }: Paper): Block[] {
  if (facts.length === 0) return [];
  const body = facts.map(({ label, cell }): Block[] => [
    { text: breakable(label), color: colours.grey },
    { text: wordsOf(cell), alignment: "right", bold: true },
  ]);
  return [{ table: { widths: [220, 130], body }, layout: "noBorders", margin: [0, 8, 0, 0] }];
}

function tableOf(table: PaperTable, room: number): Block[] {
  const { heading, columns, rows, totals } = table;
  const body = [
    columns.map(({ heading: label, align }): Block => ({ text: breakable(label), alignment: align, bold: true })),
    ...rows.map((row) => row.map((cell, at) => drawn(cell, columns[at]))),
    ...(totals ? [totals.map((cell, at): Block => ({ ...drawnText(cell, columns[at]), bold: true }))] : []),
  ];
  const rules = {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => colours.line,
    vLineColor: () => colours.line,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  };
  const title: Block[] =
    heading === null ? [] : [{ text: breakable(heading), bold: true, fontSize: 12, margin: [0, 10, 0, 0] }];
  const widths = widthsOf(columns, room);
  const grid = { headerRows: 1, dontBreakRows: true, widths, body };
  return [...title, { table: grid, layout: rules, fontSize: 9, margin: [0, heading === null ? 10 : 4, 0, 0] }];
}

/** What is left beside padding and lines, shared out by the columns' widths; in points. */
function widthsOf(columns: readonly Column[], room: number): number[] {
  const whole = columns.reduce((total, { width }) => total + width, 0);
  const left = room - columns.length * 8.5 - 0.5;
  return columns.map(({ width }) => (left * width) / whole);
}

function drawn(cell: Cell, column: Column | undefined): Block {
  // Room to write by hand.
  return cell.kind === "write" ? { text: " ", fontSize: 14 } : drawnText(cell, column);
}

function drawnText(cell: Cell, column: Column | undefined): Block {
  return { text: cell.kind === "text" ? breakable(cell.text) : wordsOf(cell), alignment: column?.align ?? "left" };
}

function wordsOf(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "money":
      return printedBaht(cell.amount);
    case "count":
      return String(cell.count);
    case "write":
      return "";
  }
}

function qrOf({ qr }: Paper): Block[] {
  if (!qr) return [];
  return [
    { qr: qr.text, fit: 300, eccLevel: "M", alignment: "center", margin: [0, 40, 0, 20] },
    ...qr.below.map((line): Block => ({ text: breakable(line), fontSize: 20, alignment: "center" })),
  ];
}

function signaturesOf({ signatures }: Paper): Block[] {
  if (signatures.length === 0) return [];
  const columns = signatures.map((who): Block => ({
    text: `${".".repeat(36)}\n${who}`,
    alignment: "center",
    color: colours.ink,
  }));
  return [{ columns, columnGap: 12, margin: [0, 36, 0, 0], unbreakable: true }];
}

function footOf({ language, foot }: Paper, page: number, pages: number): Block {
  return {
    margin: [margins[0], 12, margins[2], 0],
    fontSize: 8,
    color: colours.grey,
    columns: [
      { width: "*", text: breakable(foot) },
      { width: 70, text: translator(language)("papers.page", { page, pages }), alignment: "right" },
    ],
  };
}
