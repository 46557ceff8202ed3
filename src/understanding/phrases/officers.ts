import type { Phrasing } from "../command-names";

/** What officers say at the table, and about their members and matters. */
export const officerPhrases: readonly Phrasing[] = [
  { command: "savings.deposit", says: ["รับ", "รับเงิน", "รับสัจจะ", "รับฝาก", "take", "receive"] },
  { command: "savings.batch", says: ["รับครบ", "เก็บครบ", "take all due"] },
  {
    command: "payment.request",
    says: ["ขอจ่ายเงิน", "ทำใบสำคัญจ่าย", "ใบสำคัญจ่าย", "จ่ายเงินออก", "payment voucher", "pay out"],
  },
  {
    command: "savings.reverse",
    says: [
      ...["แก้รายการ", "ขอแก้รายการ", "แก้รายการที่ลงผิด", "ขอแก้รายการที่ลงผิด", "ลงผิด", "ลงรายการผิด", "กลับรายการ"],
      ...["reverse", "reverse entry", "correct an entry", "wrong entry"],
    ],
    opens: [
      ...["ขอแก้รายการที่ลงผิด", "แก้รายการที่ลงผิด", "ขอแก้รายการ", "แก้รายการ", "กลับรายการ", "reverse"],
      ...["ขอยกเลิกใบเสร็จ ", "ยกเลิกใบเสร็จ ", "cancel receipt"],
    ],
  },
  {
    command: "desk.page",
    says: [
      ...["โต๊ะรับเงิน", "เปิดโต๊ะรับเงิน", "หน้าโต๊ะรับเงิน", "เปิดโต๊ะ", "เปิดหน้ารับเงิน", "หน้ารับเงิน", "รับเงินทีละบ้าน"],
      ...["desk", "the desk", "open desk", "open the desk", "desk page"],
    ],
  },
  {
    command: "day.status",
    says: ["วันทำการ", "วันทำการวันนี้", "สถานะวันทำการ", "working day", "day"],
  },
  {
    command: "calendar.move",
    says: ["เลื่อนวันทำการ", "เลื่อนวันส่งสัจจะ", "move day", "move the working day"],
    opens: ["เลื่อนวันทำการ", "เลื่อนวันส่งสัจจะ", "วันทำการ ", "move the working day", "move day"],
  },
  {
    command: "calendar.cancel",
    says: ["ยกเลิกวันทำการ", "ยกเลิกวันส่งสัจจะ", "งดวันทำการ", "งดวันส่งสัจจะ", "cancel day", "cancel the working day"],
    opens: ["ยกเลิกวันทำการ", "ยกเลิกวันส่งสัจจะ", "งดวันทำการ", "งดวันส่งสัจจะ", "cancel day", "cancel the working day"],
  },
  {
    command: "reminder.on",
    says: ["เตือนวันส่งสัจจะ", "เตือนวันทำการ", "ขอให้เตือนวันส่งสัจจะ", "remind me", "remind me of the working day"],
  },
  {
    command: "reminder.off",
    says: ["ไม่ต้องเตือนวันส่งสัจจะ", "เลิกเตือนวันส่งสัจจะ", "หยุดเตือนวันส่งสัจจะ", "do not remind me"],
  },
  {
    command: "day.open",
    says: [
      ...["เปิดวันทำการ", "เปิดวัน", "เปิดวันส่งสัจจะ", "ขอเปิดวันทำการ", "เริ่มวันทำการ", "เปิดทำการ", "เปิดวันทำการวันนี้"],
      ...["open day", "open the day", "open working day", "start day"],
    ],
  },
  {
    command: "day.close",
    says: [
      ...["ปิดวันทำการ", "ปิดวัน", "ปิดวันส่งสัจจะ", "ขอปิดวันทำการ", "ปิดยอดวันนี้", "ปิดยอดสิ้นวัน", "ปิดทำการ", "ปิดวันทำการวันนี้"],
      ...["close day", "close the day", "close working day", "end day"],
    ],
  },
  {
    command: "waiting",
    says: [
      ...["รอเราตัดสิน", "รออนุมัติ", "เรื่องรออนุมัติ", "คำขอรออนุมัติ", "เรื่องที่รอ", "มีอะไรรอ", "มีเรื่องรอ", "คำขอ"],
      // A typed decision never decides: it lists what is open.
      ...[
        "อนุมัติ",
        "ไม่อนุมัติ",
        "เห็นชอบ",
        "ไม่เห็นชอบ",
        "ยกเลิก",
        "ยกเลิกคำขอ",
        "ยกเลิกรายการ",
        "ปฏิเสธ",
        "ตกลง",
        "ยืนยัน",
        "ไม่บันทึก",
        "ไม่ส่ง",
        "ไม่ส่งแล้ว",
      ],
      ...["to decide", "waiting", "pending", "approve", "reject", "cancel", "confirm"],
    ],
    holds: [
      "ไม่อนุมัติ",
      "รออนุมัติ",
      "อนุมัติเลย",
      "อนุมัติคำขอ",
      "อนุมัติทั้งหมด",
      "ยกเลิกรายการ",
      "ยกเลิกใบเสร็จ",
      "คำขอเลขที่",
      "รายละเอียดคำขอ",
      "ยกเลิกคำขอ",
      ["คำขอ", "กี่ราย"],
    ],
  },
  {
    command: "reports",
    says: [
      ...["รายงาน", "ดูรายงาน", "ขอรายงาน", "รายงานวันนี้", "รายงานกลุ่ม", "สรุปยอด", "สรุปยอดวันนี้", "สรุปวันนี้"],
      ...["report", "reports", "day report", "summary", "รายงานวันทำการ", "working day report"],
    ],
    opens: ["รายงานวันทำการ", "รายงานวันที่", "รายงานของวัน", "รายงาน ", "report of", "report"],
    holds: ["สรุปยอด", "ส่งรายงานกลุ่ม", "รายงานประจำวัน"],
  },
  {
    command: "members.find",
    says: ["สมาชิก", "ค้นหาสมาชิก", "หาสมาชิก", "รายชื่อสมาชิก", "members", "member", "find member"],
    opens: ["ค้นหาสมาชิก", "หาสมาชิก", "ดูสมาชิก", "สมาชิกเลขที่", "สมาชิก ", "find member", "member"],
  },
  {
    command: "callback.list",
    says: [...["รายชื่อโทรกลับ", "รายชื่อรอโทรกลับ", "ใครรอโทรกลับ", "รอโทรกลับ", "คนที่รอโทรกลับ", "callbacks", "callback list"]],
  },
];
