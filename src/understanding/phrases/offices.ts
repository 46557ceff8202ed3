import type { Phrasing } from "../command-names";

/** What officers say of their own offices and of the group's own matters that two of them decide. */
export const officePhrases: readonly Phrasing[] = [
  {
    command: "officers.change",
    says: [
      ...["เปลี่ยนกรรมการ", "ขอเปลี่ยนกรรมการ", "เปลี่ยนตัวกรรมการ", "ตั้งกรรมการ", "แต่งตั้งกรรมการ", "พ้นตำแหน่ง", "เปลี่ยนเหรัญญิก"],
      ...["change officers", "change an officer", "appoint an officer"],
    ],
  },
  {
    command: "officers.hand-over",
    says: ["ส่งมอบ", "ส่งมอบงาน", "ส่งมอบเงิน", "รับมอบ", "รับมอบงาน", "ส่งมอบเหรัญญิก", "hand over", "handover"],
  },
];
