import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { matchPeople } from "../../src/understanding/people";

const members = [
  { memberNo: "001", name: "นายสมชาย ใจดี", nickname: "ชาย" },
  { memberNo: "012", name: "นางสาวสมศรี ทองคำ", nickname: "ศรี" },
  { memberNo: "013", name: "แดง ขาวสะอาด", nickname: "เล็ก" },
  { memberNo: "014", name: "นางวิมล แก้วน้ำ", nickname: "แดง" },
  { memberNo: "015", name: "ตาล หวานเย็น" },
  { memberNo: "112", name: "Malee Suksan", nickname: "Lee" },
  { memberNo: "A7", name: "อารี พันธ์ดี", nickname: "รี" },
];
const found = (query: string): string[] => matchPeople(query, members).map(({ memberNo }) => memberNo);

describe("matchPeople", () => {
  it.each([
    ["a number", "012", ["012"]],
    ["a number without its zeros", "12", ["012"]],
    ["a number with more zeros", "0012", ["012"]],
    ["Thai digits", "๐๑๒", ["012"]],
    ["a number that nobody has", "99", []],
    ["a number with a letter", "a7", ["A7"]],
    ["a nickname", "ศรี", ["012"]],
    ["a nickname with a word of address", "ป้าศรี", ["012"]],
    ["a nickname that is another's first name", "ป้าแดง", ["013", "014"]],
    ["a whole name with its title", "นางสาวสมศรี ทองคำ", ["012"]],
    ["a whole name without it", "สมศรี ทองคำ", ["012"]],
    ["a whole name with another title", "น.ส.สมศรี ทองคำ", ["012"]],
    ["a first name", "วิมล", ["014"]],
    ["the beginning of several", "สม", ["001", "012"]],
    ["the beginning of a name and a surname", "สมศรี ท", ["012"]],
    ["two เ for แ", "เเดง", ["013", "014"]],
    ["the other encoding of น้ำ", "วิมล แก้วน\u0e4d\u0e49\u0e32", ["014"]],
    ["capitals and spaces", "  malee   SUKSAN ", ["112"]],
    ["a name that begins like a title", "ตาล", ["015"]],
    ["another that begins like a title", "อารี", ["A7"]],
    ["a beginning of one letter", "ส", []],
    ["nobody", "ประยุทธ", []],
    ["nothing", "  ", []],
    ["a word of address alone", "ป้า", []],
  ])("finds by %s", (_what, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it("gives candidates as they came, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (query) => {
        for (const member of matchPeople(query, members)) expect(members).toContain(member);
      }),
    );
  });

  it("finds everybody by number, and by name among others", () => {
    for (const member of members) {
      expect(matchPeople(member.memberNo, members)).toEqual([member]);
      expect(matchPeople(member.name, members)).toEqual([member]);
    }
  });
});
