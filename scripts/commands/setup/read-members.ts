import { localDate } from "../../../src/domain/dates";
import { zero } from "../../../src/domain/money";
import type { MemberPlan, SetupProblem } from "../../../src/domain/setup/plan";
import { memberColumns } from "./member-columns";
import { emptyCells, readRows, type Table } from "./read-rows";

/** The members of a file, as far as they could be read, and everything that could not. */
export interface MembersRead {
  members: MemberPlan[];
  problems: SetupProblem[];
}

/** Reads a table of members. */
export function readMembers(file: string, table: Table): MembersRead {
  const { read, problems } = readRows(file, table, memberColumns);
  const blank = {
    memberNo: "",
    name: "",
    joinedOn: localDate("1970-01-01"),
    pledge: zero,
    ...emptyCells(memberColumns),
  };
  const members = read.map(({ row, complete, facts }) => ({ ...blank, ...facts, row, complete }) as MemberPlan);
  return { members, problems };
}
