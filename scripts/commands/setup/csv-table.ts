import { parse, CsvError } from "csv-parse/sync";
import { maxLaidOut, TableError } from "./limits";
import type { Table } from "./read-rows";

/** Reads a CSV file (UTF-8, with or without a byte-order mark). Throws TableError with a sentence for the operator. */
export function readCsvTable(bytes: Buffer): Table {
  let cellCount = 0;
  const text = decodeUtf8(bytes);
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      delimiter: delimiterOf(text),
      on_record: (record: string[]) => {
        cellCount += record.length;
        if (cellCount > maxLaidOut) throw new TableError(`The file has more than ${maxLaidOut} cells.`);
        return record;
      },
    });
    return { rows: records.map((cells, index) => ({ row: index + 1, cells })) };
  } catch (error) {
    if (error instanceof CsvError) throw new TableError(`The file is no proper CSV: ${error.message}.`);
    throw error;
  }
}

/** Spreadsheets of some countries write semicolons or tabs; the heading tells, since no heading of ours holds any of them. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return [",", ";", "\t"].find((delimiter) => heading.includes(delimiter)) ?? ",";
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TableError("The file is not UTF-8: save it as “CSV UTF-8”, or as .xlsx.");
  }
}
