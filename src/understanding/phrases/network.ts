import type { Phrasing } from "../command-names";

/** What coordinators and curious members ask about the network. */
export const networkPhrases: readonly Phrasing[] = [
  {
    command: "broadcast.info",
    says: ["ประกาศ", "ขอประกาศ", "ส่งประกาศ", "ประกาศให้สมาชิกทราบ", "announce", "announcement", "broadcast"],
    holds: ["ประกาศให้", "ส่งประกาศ"],
  },
  {
    command: "groups.info",
    says: ["กลุ่ม", "กลุ่มในเครือข่าย", "รายชื่อกลุ่ม", "เครือข่าย", "groups", "group", "network"],
    holds: ["กลุ่มไหน"],
  },
  {
    command: "knowledge.info",
    says: ["ความรู้", "แลกเปลี่ยนความรู้", "คลังความรู้", "ดูงาน", "knowledge", "learn"],
    holds: ["ความรู้", "แบ่งปันเรื่อง", "ดูงาน", "ศึกษาดูงาน"],
  },
];

/** Pieces of things that Sajja does not do yet: such a text is not understood rather than taken for something near. */
export const notYet: readonly string[] = [
  ...["สั่งข้าว", "สั่งปุ๋ย", "สั่งของ", "สั่งซื้อ", "กองกลาง", "ผู้รับผลประโยชน์"],
  ...["เพิ่มสัจจะ", "ลดสัจจะ", "ลืมรหัส", "เปลี่ยนชื่อ"],
];
