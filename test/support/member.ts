import { localDate, type YearMonth } from "../../src/domain/dates";
import { memberId, type GroupId } from "../../src/domain/ids";
import type { Member } from "../../src/domain/members/member";
import { baht } from "../../src/domain/money";

/** A full, valid, active member who is linked to no LINE; in no database. */
export function memberOf(groupId: GroupId, memberNo: string, facts: Partial<Member> = {}): Member {
  return {
    id: memberId(groupId, memberNo),
    groupId,
    memberNo,
    name: `สมาชิก ทดลอง${memberNo}`,
    nickname: `ชื่อ${memberNo}`,
    kind: "ordinary",
    status: "active",
    joinedOn: localDate("2021-01-05"),
    pledge: baht(100),
    pledgePaidThrough: "2026-02" as YearMonth,
    pledgeBase: baht(0),
    spouseNo: null,
    guardianNo: null,
    lineHeadNo: null,
    household: null,
    bornOn: null,
    sex: null,
    welfareJoinedOn: null,
    signatoryNos: [],
    link: { personId: null, version: 0, linkedAt: null, decidesFrom: null },
    helpers: [],
    ...facts,
  };
}
