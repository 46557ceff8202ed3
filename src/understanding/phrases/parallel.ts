import type { Phrasing } from "../command-names";

/** What officers say of the months in which they keep paper beside Sajja. */
export const parallelPhrases: readonly Phrasing[] = [
  {
    command: "parallel.start",
    says: ["เริ่มใช้คู่กระดาษ", "เริ่มใช้คู่กับสมุดกระดาษ", "ใช้คู่กับกระดาษ", "start beside paper"],
  },
  {
    command: "parallel.status",
    says: [
      "สมุดที่ไม่ตรง",
      "สมุดไม่ตรงมีใครบ้าง",
      "ดูสมุดไม่ตรง",
      "ใช้คู่กระดาษถึงไหน",
      "คู่ขนาน",
      "passbooks that differ",
      "beside paper",
    ],
  },
  {
    command: "parallel.differ",
    says: ["สมุดไม่ตรง", "สมุดไม่ตรงกัน", "สมุดกระดาษไม่ตรง", "passbook differs"],
  },
  { command: "parallel.agree", says: ["สมุดตรงแล้ว", "สมุดตรงกันแล้ว", "passbook agrees"] },
  { command: "parallel.live", says: ["เริ่มใช้จริง", "ขอเริ่มใช้จริง", "เลิกใช้กระดาษ", "go live"] },
];
