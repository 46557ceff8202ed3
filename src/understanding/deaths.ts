import { normalise } from "./normalise";

const kin =
  "แม่|พ่อ|ยาย|ตา|ปู่|ย่า|สามี|ภรรยา|เมีย|แฟน|ลูก|ลูกชาย|ลูกสาว|พี่|พี่ชาย|พี่สาว|น้อง|น้องชาย|น้องสาว|ป้า|ลุง|น้า|อา|หลาน|คนในบ้าน|สมาชิก";
const death = new RegExp(
  `เสียชีวิต|งานศพ|จัดศพ|ค่าศพ|สิ้นใจ|สิ้นลม|ถึงแก่กรรม|ฌาปนกิจ|(?:${kin})(?:ผม|ฉัน|หนู|เรา)? ?(?:ตาย|เสีย)(?!เงิน|ใจ|เวลา|หาย|ค่า|ดาย|สละ|ภาษี)|\\b(?:died|death|passed away|funeral)\\b`,
);

/** Whether a text tells of somebody's death. */
export function tellsOfDeath(text: string): boolean {
  return death.test(normalise(text));
}
