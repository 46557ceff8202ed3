import { localDate } from "../../../src/domain/dates";
import { zero } from "../../../src/domain/money";
import { problemAt, type MemberPlan, type SetupProblem } from "../../../src/domain/setup/plan";
import { cellText } from "./cells";
import { memberColumns, type MemberColumn } from "./member-columns";

/** A table as its file holds it: each row with its number in the file, counted from 1. */
export interface Table {
  rows: { row: number; cells: string[] }[];
}

/** The members of a file, as far as they could be read, and everything that could not. */
export interface MembersRead {
  members: MemberPlan[];
  problems: SetupProblem[];
}

/** Reads a table of members: columns by name in any order. Rows without a single filled cell are skipped. */
export function readMembers(file: string, { rows }: Table): MembersRead {
  const [heading, ...body] = rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ""));
  if (!heading)
    return {
      members: [],
      problems: [problemAt({ file, row: null, field: null }, "The file is empty: its first row names the columns.")],
    };
  const { columns, problems } = readHeading(file, heading);
  const members = body.map(({ row, cells }) => {
    const read = readMember(file, row, cells, columns);
    problems.push(...read.problems);
    return read.member;
  });
  return { members, problems };
}

function readHeading(
  file: string,
  { row, cells }: Table["rows"][number],
): { columns: (MemberColumn | null)[]; problems: SetupProblem[] } {
  const problems: SetupProblem[] = [];
  const report = (field: string, message: string) => problems.push(problemAt({ file, row, field }, message));
  const columns = cells.map((cell, index) => {
    const name = cellText(cell);
    if (name === "") return null;
    const found = memberColumns.find(({ heading, thai }) => heading === name.toLowerCase() || thai.includes(name));
    if (!found) report(name, `The column ${name} is unknown.`);
    const twice = found && cells.slice(0, index).some((other) => columnNamed(other) === found);
    if (twice) report(found.heading, `The column ${found.heading} stands twice.`);
    return found ?? null;
  });
  for (const needed of memberColumns) {
    if (!("empty" in needed) && !columns.includes(needed))
      report(needed.heading, `The column ${needed.heading} (${needed.thai[0] ?? ""}) is missing.`);
  }
  return { columns, problems };
}

function columnNamed(cell: string): MemberColumn | undefined {
  const name = cellText(cell);
  return memberColumns.find(({ heading, thai }) => heading === name.toLowerCase() || thai.includes(name));
}

function readMember(
  file: string,
  row: number,
  cells: readonly string[],
  columns: readonly (MemberColumn | null)[],
): { member: MemberPlan; problems: SetupProblem[] } {
  const problems: SetupProblem[] = [];
  const facts: Partial<Record<MemberColumn["fact"], MemberPlan[MemberColumn["fact"]]>> = {};
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
  return { member: { ...blankMember(), ...facts, row, complete: problems.length === 0 } as MemberPlan, problems };
}

/** What stands for cells that are empty or could not be read; a row with a problem is never written. */
function blankMember(): Omit<MemberPlan, "row" | "complete"> {
  const optional = Object.fromEntries(
    memberColumns.flatMap(({ fact, empty }) => (empty === undefined ? [] : [[fact, empty]])),
  );
  return { memberNo: "", name: "", joinedOn: localDate("1970-01-01"), pledge: zero, ...optional } as Omit<
    MemberPlan,
    "row" | "complete"
  >;
}
