import { describe, expect, it } from "@jest/globals";
import { readCsvTable } from "../../../../scripts/commands/setup/csv-table";
import { TableError } from "../../../../scripts/commands/setup/limits";
import { readMembers } from "../../../../scripts/commands/setup/read-members";

const read = (text: string) => readMembers("members/x.csv", readCsvTable(Buffer.from(text, "utf8")));
const problems = (text: string) => read(text).problems.map(({ row, field, message }) => [row, field, message]);

describe("a members file", () => {
  it("has its columns by name in any order, in English or Thai, with or without a byte-order mark", () => {
    const english = read('joined_on,name,member_no,pledge_savings_baht\n2021-01-05,นาง ก,001,"1,200.50"\n');
    const thai = read("\uFEFFยอดสัจจะยกมา,เลขสมาชิก,วันที่เข้า,ชื่อ-สกุล\r\n๑๒๐๐.๕๐,๐๐๑,5 ม.ค. 64,นาง ก\r\n");
    expect(english.problems).toEqual([]);
    expect(thai).toEqual(english);
    expect(english.members).toMatchObject([
      {
        row: 2,
        complete: true,
        memberNo: "001",
        name: "นาง ก",
        joinedOn: "2021-01-05",
        pledgeSavings: 120_050,
        kind: "ordinary",
        status: "active",
        spouseNo: null,
        signatoryNos: [],
      },
    ]);
  });

  it("may be separated by semicolons, and keeps commas and semicolons inside cells", () => {
    const { members } = read("member_no;name;joined_on;kind;signatory_nos\nG1;กลุ่มขนม;2021-01-05;กลุ่มอาชีพ;001,002,003\n");
    expect(members[0]).toMatchObject({ kind: "occupational-group", signatoryNos: ["001", "002", "003"] });
    expect(read("member_no,name,joined_on,signatory_nos\n1,ก,2021-01-05,1;2;3\n").members[0]?.signatoryNos).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("names every bad cell, not only the first", () => {
    const text =
      "member_no,name,joined_on,pledge_baht,kind,sex\n001,,5/1/21,abc,boss,x\n002,นาง ข,2021-01-05,100,ordinary,f\n,นาง ค,31/2/2564,,,\n";
    expect(problems(text)).toEqual([
      [2, "name", "The name is missing."],
      [2, "joined_on", expect.stringContaining("The year 21 is not certain")],
      [2, "pledge_baht", expect.stringContaining('"abc" is not a sum')],
      [2, "kind", '"boss" is none of ordinary, associate, honorary, occupational-group.'],
      [2, "sex", '"x" is none of f, m.'],
      [4, "member_no", "The member_no is missing."],
      [4, "joined_on", expect.stringContaining("a day that does not exist")],
    ]);
    expect(read(text).members.map((member) => member.complete)).toEqual([false, true, false]);
  });

  it("names unknown, double and missing columns", () => {
    expect(problems("member_no,ชื่อ,name,shoe_size\n1,ก,ก,42\n")).toEqual([
      [1, "name", "The column name stands twice."],
      [1, "shoe_size", "The column shoe_size is unknown."],
      [1, "joined_on", "The column joined_on (วันที่เข้า) is missing."],
      [2, null, "The row has a cell under no known column."],
    ]);
  });

  it("counts rows as a spreadsheet does, empty ones included", () => {
    expect(problems('member_no,name,joined_on\n\n1,"ก\nข",2021-01-05\n,,\n2,,2021-01-05\n')).toEqual([
      [5, "name", "The name is missing."],
    ]);
  });

  it("says so when it is empty or no text", () => {
    expect(problems("")).toEqual([[null, null, expect.stringContaining("The file is empty")]]);
    expect(() => readCsvTable(Buffer.from([0xc0, 0xe5, 0xa2]))).toThrow(
      new TableError("The file is not UTF-8: save it as “CSV UTF-8”, or as .xlsx."),
    );
    expect(() => readCsvTable(Buffer.from('a,b\n"x'))).toThrow(/no proper CSV/);
  });

  it("is refused when it lays out more cells than a register has", () => {
    expect(() => readCsvTable(Buffer.from(`${",".repeat(999)}\n`.repeat(2_001)))).toThrow(/more than 2000000 cells/);
  });
});
