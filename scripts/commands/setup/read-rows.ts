import { problemAt, type SetupProblem } from "../../../src/domain/setup/plan";
import { cellText, type Reader } from "./cells";

/** A table as its file holds it: each row with its number in the file, counted from 1. */
export interface Table {
  rows: { row: number; cells: string[] }[];
}

/** One column of a file: its heading, what Thai registers call it, and how its cells are read. */
export interface Column<Facts, Key extends keyof Facts = keyof Facts> {
  fact: Key;
  heading: string;
  thai: readonly string[];
  read: Reader<Facts[Key]>;
  /** What an empty cell means; a column without it must be filled. */
  empty?: Facts[Key];
}

/** One row as far as it could be read; a row that is not complete is never written. */
export interface RowRead<Facts> {
  row: number;
  complete: boolean;
  facts: Partial<Facts>;
}

/** Reads a table: columns by name in any order, what is wrong told by place. Rows without a single filled cell are skipped. */
export function readRows<Facts>(
  file: string,
  { rows }: Table,
  columns: readonly Column<Facts>[],
): { read: RowRead<Facts>[]; problems: SetupProblem[] } {
  const [heading, ...body] = rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ""));
  if (!heading) {
    const place = { file, row: null, field: null };
    return { read: [], problems: [problemAt(place, "The file is empty: its first row names the columns.")] };
  }
  const { named, problems } = readHeading(file, heading, columns);
  const read = body.map(({ row, cells }) => {
    const { facts, problems: found } = readRow(file, row, cells, named);
    problems.push(...found);
    return { row, complete: found.length === 0, facts };
  });
  return { read, problems };
}

function readHeading<Facts>(
  file: string,
  { row, cells }: Table["rows"][number],
  columns: readonly Column<Facts>[],
): { named: (Column<Facts> | null)[]; problems: SetupProblem[] } {
  const problems: SetupProblem[] = [];
  const report = (field: string, message: string) => problems.push(problemAt({ file, row, field }, message));
  const columnOf = (cell: string) => {
    const name = cellText(cell);
    return columns.find(({ heading, thai }) => heading === name.toLowerCase() || thai.includes(name));
  };
  const named = cells.map((cell, index) => {
    const name = cellText(cell);
    if (name === "") return null;
    const found = columnOf(cell);
    if (!found) report(name, `The column ${name} is unknown.`);
    const twice = found && cells.slice(0, index).some((other) => columnOf(other) === found);
    if (twice) report(found.heading, `The column ${found.heading} stands twice.`);
    return found ?? null;
  });
  for (const needed of columns) {
    if (!("empty" in needed) && !named.includes(needed))
      report(needed.heading, `The column ${needed.heading} (${needed.thai[0] ?? ""}) is missing.`);
  }
  return { named, problems };
}

function readRow<Facts>(
  file: string,
  row: number,
  cells: readonly string[],
  columns: readonly (Column<Facts> | null)[],
): { facts: Partial<Facts>; problems: SetupProblem[] } {
  const problems: SetupProblem[] = [];
  const facts: Partial<Facts> = {};
  columns.forEach((column, index) => {
    const text = cellText(cells[index] ?? "");
    if (!column) return;
    const report = (message: string) => problems.push(problemAt({ file, row, field: column.heading }, message));
    if (text === "") {
      if (!("empty" in column)) report(`The ${column.heading} is missing.`);
      return;
    }
    const reading = column.read(text);
    if ("problem" in reading) report(reading.problem);
    else facts[column.fact] = reading.value;
  });
  const stray =
    cells.slice(columns.length).some((cell) => cellText(cell) !== "") ||
    columns.some((column, index) => !column && cellText(cells[index] ?? "") !== "");
  if (stray) problems.push(problemAt({ file, row, field: null }, "The row has a cell under no known column."));
  return { facts, problems };
}

/** What stands for the empty cells of a row: what each column says of them. */
export function emptyCells<Facts>(columns: readonly Column<Facts>[]): Partial<Facts> {
  const cells = columns.flatMap(({ fact, empty }) => (empty === undefined ? [] : [[fact, empty]]));
  return Object.fromEntries(cells) as Partial<Facts>;
}
