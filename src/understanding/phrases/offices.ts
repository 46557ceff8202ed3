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
    command: "paper.name",
    says: ["เซ็นกระดาษ", "คนที่สองเซ็นกระดาษ", "คนที่สองไม่มีโทรศัพท์", "คนที่สองไม่มีไลน์", "signed paper"],
  },
  {
    command: "payment-details.change",
    says: ["เปลี่ยนบัญชีรับโอน", "เปลี่ยนบัญชีกลุ่ม", "เปลี่ยนพร้อมเพย์กลุ่ม", "change payment details"],
  },
  {
    command: "payment-details.stop",
    says: [
      ...["หยุดเปลี่ยนบัญชีรับโอน", "หยุดการเปลี่ยนบัญชีรับโอน", "ยกเลิกเปลี่ยนบัญชีรับโอน", "ไม่เปลี่ยนบัญชีรับโอน"],
      ...["stop changed payment details", "stop changing payment details"],
    ],
  },
  {
    command: "office-cash.open",
    says: [
      ...["รับเงินนอกวันทำการ", "ขอรับเงินนอกวันทำการ", "เปิดรับเงินนอกวันทำการ", "รับเงินสดนอกวันทำการ", "เปิดรับเงินสดนอกวันทำการ"],
      ...["office cash", "open office cash", "take cash outside the working day", "cash outside the working day"],
    ],
  },
  {
    command: "office-cash.close",
    says: [
      ...["ปิดรับเงินนอกวันทำการ", "เลิกรับเงินนอกวันทำการ", "ปิดรับเงินสดนอกวันทำการ", "หยุดรับเงินนอกวันทำการ"],
      ...["close office cash", "stop office cash"],
    ],
  },
  {
    command: "officers.hand-over",
    says: ["ส่งมอบ", "ส่งมอบงาน", "ส่งมอบเงิน", "รับมอบ", "รับมอบงาน", "ส่งมอบเหรัญญิก", "hand over", "handover"],
  },
];
