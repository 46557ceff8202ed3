import type { Phrasing } from "../command-names";

/** What is said to practise a working day with invented money, and to end that. */
export const practicePhrases: readonly Phrasing[] = [
  {
    command: "practice.start",
    says: [
      ...["วันซ้อม", "เริ่มวันซ้อม", "เปิดวันซ้อม", "ขอซ้อม", "ซ้อม", "อยากซ้อม", "เริ่มซ้อม", "เข้าร่วมวันซ้อม", "ซ้อมวันทำการ", "ลองซ้อม"],
      ...["practice", "practice day", "practise", "start practice", "start practising"],
    ],
  },
  {
    command: "practice.end",
    says: [
      ...["เลิกซ้อม", "หยุดซ้อม", "จบซ้อม", "ออกจากวันซ้อม", "เลิกวันซ้อม", "ไม่ซ้อมแล้ว", "พอแล้วไม่ซ้อม"],
      ...["stop practising", "stop practicing", "stop practice", "end practice", "leave practice"],
    ],
  },
  {
    command: "practice.end-all",
    says: [
      ...["จบวันซ้อมทุกคน", "จบวันซ้อม", "ปิดวันซ้อม", "เลิกซ้อมทุกคน", "จบวันซ้อมทั้งกลุ่ม", "เลิกซ้อมทั้งกลุ่ม"],
      ...["end practice for all", "end practice day", "close practice day"],
    ],
  },
];
