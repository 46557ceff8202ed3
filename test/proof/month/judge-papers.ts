import { printedBaht } from "../../../src/documents/decimal";
import { satang } from "../../../src/domain/money";
import type { EntryRow } from "../../../src/storage/journal";
import { check, type Check } from "../report";
import { paperRows, type FigureRow } from "./paper-rows";
import type { ReadPaper } from "./papers";
import type { People } from "./people";

/** Whether each paper shows the ledger's figures, all of them and in their order, in its PDF as in its sheet. */
export function judgePapers(papers: readonly ReadPaper[], entries: readonly EntryRow[], people: People): Check[] {
  const wanted = paperRows(entries, people);
  return papers.map(({ kind, pdf, sheet }) => {
    const rows = wanted[kind]?.() ?? [];
    const sums = rows.flat().flatMap((figure) => ("satang" in figure ? [printedBaht(satang(figure.satang))] : []));
    const inPdf = pdf.flat().filter((text) => /^-?\d[\d,]*\.\d\d$/.test(text));
    const inSheet = sheet.map(cellsOf).filter((row) => row !== "");
    const wrong = [...differences("PDF", inPdf, sums), ...differences("sheet", inSheet, rows.map(cellsIn))];
    return check(`${kind}: PDF and sheet show the ledger's ${sums.length} sums`, wrong.length === 0, wrong.join("; "));
  });
}

/** Numbers of a sheet's row with their columns. */
function cellsOf(row: readonly unknown[]): string {
  return row.flatMap((cell, column) => (typeof cell === "number" ? [`${column}: ${cell.toFixed(2)}`] : [])).join(", ");
}

function cellsIn(row: FigureRow): string {
  return row
    .map((figure) => `${figure.column}: ${("satang" in figure ? figure.satang / 100 : figure.count).toFixed(2)}`)
    .join(", ");
}

/** The first place at which two lists are not the same. */
function differences(where: string, found: readonly string[], wanted: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(found.length, wanted.length) }, (_, n) => n).find(
    (n) => found[n] !== wanted[n],
  );
  return at === undefined
    ? []
    : [`${where}: ${found[at]} instead of ${wanted[at]}, figure ${at + 1} of ${wanted.length}`];
}
