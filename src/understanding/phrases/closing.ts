import type { Phrasing } from "../command-names";

/** What is said around the closing of a working day: totals for every member, passbooks at the door, and lines for paper. */
export const closingPhrases: readonly Phrasing[] = [
  {
    command: "group.money",
    says: [
      ...["เงินของกลุ่ม", "เงินกลุ่ม", "เงินกลุ่มเท่าไหร่", "ยอดเงินกลุ่ม", "ยอดเงินของกลุ่ม", "กลุ่มมีเงินเท่าไหร่"],
      ...["group money", "money of the group"],
    ],
    holds: ["เงินของกลุ่ม", "กลุ่มมีเงิน", "เงินในกลุ่ม"],
  },
  {
    command: "sheet.begin",
    says: ["ลงจากกระดาษ", "ลงรายการจากกระดาษ", "ลงย้อนหลังจากกระดาษ", "from paper", "enter from paper"],
    opens: ["ลงจากกระดาษของวัน", "ลงจากกระดาษ", "ลงรายการจากกระดาษ", "from paper ", "enter from paper "],
  },
  {
    command: "difference.list",
    says: ["ผลต่าง", "ส่วนต่าง", "ผลต่างรอตรวจสอบ", "สะสางผลต่าง", "differences", "difference"],
    opens: ["ผลต่าง", "ส่วนต่าง", "difference "],
  },
  {
    command: "passbook.tally",
    says: ["นับสมุด", "นับสมุดหน้าประตู", "passbooks"],
    opens: ["นับสมุดหน้าประตู", "นับสมุดได้", "นับสมุด", "passbooks "],
  },
  {
    command: "passbook.text",
    says: ["ข้อความจดสมุด", "passbook text"],
    opens: ["ข้อความจดสมุด", "passbook text "],
  },
  {
    command: "passbook.signing",
    says: ["รายการแทนสมาชิก", "รายการทำแทนสมาชิก", "done for members"],
  },
];
