import { memberKinds, memberStatuses, sexes } from "../../../src/domain/members/member";
import { zero } from "../../../src/domain/money";
import type { MemberPlan } from "../../../src/domain/setup/plan";
import { readMemberNo, readMemberNos, readSum, readText, readWord } from "./cells";
import { readDate, readMonth } from "./dates";
import type { Column } from "./read-rows";

type Fact = Exclude<keyof MemberPlan, "row" | "complete">;

/** One column of a members file. */
export type MemberColumn<Key extends Fact = Fact> = Column<Pick<MemberPlan, Fact>, Key>;

const column = <Key extends Fact>(spec: MemberColumn<Key>) => spec as unknown as MemberColumn;

const kinds = readWord(memberKinds, {
  สามัญ: "ordinary",
  สมาชิกสามัญ: "ordinary",
  วิสามัญ: "associate",
  สมาชิกวิสามัญ: "associate",
  สมทบ: "associate",
  สมาชิกสมทบ: "associate",
  กิตติมศักดิ์: "honorary",
  สมาชิกกิตติมศักดิ์: "honorary",
  กลุ่มอาชีพ: "occupational-group",
});

const statuses = readWord(memberStatuses, {
  ปกติ: "active",
  ใช้งาน: "active",
  รอพิจารณา: "pending",
  ปิดบัญชี: "closed",
  ลาออก: "closed",
  เสียชีวิต: "closed",
});

const sexWords = readWord(sexes, { female: "f", male: "m", หญิง: "f", ญ: "f", ชาย: "m", ช: "m" });

/** Every column that a members file may have, in the order of the template. */
export const memberColumns: readonly MemberColumn[] = [
  column({ fact: "memberNo", heading: "member_no", thai: ["เลขสมาชิก", "เลขที่สมาชิก", "เลขทะเบียน"], read: readMemberNo }),
  column({ fact: "name", heading: "name", thai: ["ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อ"], read: readText(120) }),
  column({ fact: "nickname", heading: "nickname", thai: ["ชื่อเล่น"], read: readText(40), empty: "" }),
  column({ fact: "kind", heading: "kind", thai: ["ประเภทสมาชิก", "ประเภท"], read: kinds, empty: "ordinary" }),
  column({ fact: "status", heading: "status", thai: ["สถานะ"], read: statuses, empty: "active" }),
  column({ fact: "joinedOn", heading: "joined_on", thai: ["วันที่เข้า", "วันที่เข้าเป็นสมาชิก"], read: readDate }),
  column({ fact: "pledge", heading: "pledge_baht", thai: ["สัจจะต่อเดือน"], read: readSum, empty: zero }),
  column({
    fact: "pledgePaidThrough",
    heading: "pledge_paid_through",
    thai: ["ส่งสัจจะถึงเดือน", "ส่งสัจจะถึง"],
    read: readMonth,
    empty: null,
  }),
  column({ fact: "pledgeSavings", heading: "pledge_savings_baht", thai: ["ยอดสัจจะยกมา"], read: readSum, empty: zero }),
  column({
    fact: "specialSavings",
    heading: "special_savings_baht",
    thai: ["ยอดสัจจะพิเศษยกมา", "ยอดเงินฝากยกมา"],
    read: readSum,
    empty: zero,
  }),
  column({ fact: "spouseNo", heading: "spouse_no", thai: ["เลขสมาชิกคู่สมรส", "คู่สมรส"], read: readMemberNo, empty: null }),
  column({
    fact: "guardianNo",
    heading: "guardian_no",
    thai: ["เลขสมาชิกผู้ปกครอง", "ผู้ปกครอง"],
    read: readMemberNo,
    empty: null,
  }),
  column({
    fact: "lineHeadNo",
    heading: "line_head_no",
    thai: ["เลขสมาชิกหัวหน้าสาย", "หัวหน้าสาย"],
    read: readMemberNo,
    empty: null,
  }),
  column({ fact: "household", heading: "household", thai: ["ครัวเรือน"], read: readText(60), empty: null }),
  column({ fact: "bornOn", heading: "born_on", thai: ["วันเกิด"], read: readDate, empty: null }),
  column({ fact: "sex", heading: "sex", thai: ["เพศ"], read: sexWords, empty: null }),
  column({
    fact: "welfareJoinedOn",
    heading: "welfare_joined_on",
    thai: ["วันที่เข้าสวัสดิการ"],
    read: readDate,
    empty: null,
  }),
  column({
    fact: "signatoryNos",
    heading: "signatory_nos",
    thai: ["เลขสมาชิกผู้ลงนาม", "ผู้ลงนาม"],
    read: readMemberNos,
    empty: [],
  }),
];
