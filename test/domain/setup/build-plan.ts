import { localDate } from "../../../src/domain/dates";
import type { GroupId } from "../../../src/domain/ids";
import { baht, zero } from "../../../src/domain/money";
import type { GroupPlan, MemberPlan, OpeningPlan, SetupPlan } from "../../../src/domain/setup/plan";

/** A full, valid row of a members file, with 100 baht of pledge savings. */
export function buildMemberPlan(overrides: Partial<MemberPlan> = {}): MemberPlan {
  return {
    row: 2,
    complete: true,
    memberNo: "001",
    name: "นางตัวอย่าง ใจดี",
    nickname: "น้อย",
    kind: "ordinary",
    status: "active",
    joinedOn: localDate("2021-01-05"),
    pledge: baht(100),
    pledgePaidThrough: null,
    pledgeSavings: baht(100),
    specialSavings: zero,
    spouseNo: null,
    guardianNo: null,
    lineHeadNo: null,
    household: null,
    bornOn: null,
    sex: null,
    welfareJoinedOn: null,
    signatoryNos: [],
    ...overrides,
  };
}

/** Control totals that tie for so many members of buildMemberPlan. */
export function buildOpening(members: number, overrides: Partial<OpeningPlan> = {}): OpeningPlan {
  return {
    asOf: localDate("2026-10-31"),
    members,
    pledgeSavings: baht(100 * members),
    specialSavings: zero,
    cash: baht(100 * members),
    bank: zero,
    loans: zero,
    welfareFund: zero,
    reserve: zero,
    surplus: zero,
    accounts: [],
    difference: null,
    ...overrides,
  };
}

/** A group of five members whose books tie: 001 chairs, 002 keeps the money, 003 audits. */
export function buildGroupPlan(overrides: Partial<GroupPlan> = {}): GroupPlan {
  const members =
    overrides.members ??
    ["001", "002", "003", "004", "005"].map((memberNo, index) => buildMemberPlan({ memberNo, row: index + 2 }));
  return {
    id: "namkhao" as GroupId,
    name: { th: "กลุ่มออมทรัพย์ตัวอย่าง" },
    district: "จะนะ",
    workingDay: { dayOfMonth: 5, from: "09:00", to: "12:00", place: "ศาลา" },
    financeMode: "interest",
    mode: "digital",
    payment: {},
    delegates: [],
    officers: [
      { memberNo: "001", committee: "executive", position: "chair" },
      { memberNo: "002", committee: "executive", position: "treasurer" },
      { memberNo: "003", committee: "audit", position: "chair" },
    ],
    opening: buildOpening(members.length),
    benefits: null,
    rules: null,
    loans: null,
    members,
    membersFile: "members/namkhao.csv",
    complete: true,
    at: (path) => ({ file: "network.yaml", row: null, field: `groups[0].${path}` }),
    ...overrides,
  };
}

/** A network of one such group. */
export function buildPlan(overrides: Partial<SetupPlan> = {}): SetupPlan {
  return {
    network: { key: "songkhla", name: { th: "เครือข่ายตัวอย่าง" } },
    coordinators: [],
    groups: [buildGroupPlan()],
    at: (path) => ({ file: "network.yaml", row: null, field: path }),
    ...overrides,
  };
}
