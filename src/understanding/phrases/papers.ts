import type { Phrasing } from "../command-names";

/** Asking for a paper of the books or of the table; which one, and of when, its command reads again. */
export const paperPhrases: readonly Phrasing[] = [
  {
    command: "papers",
    says: [
      ...[
        "กระดาษ",
        "กระดาษและตาราง",
        "เอกสาร",
        "พิมพ์เอกสาร",
        "งบทดลอง",
        "ดูงบทดลอง",
        "ขอดูงบทดลอง",
        "สมุดเงินสด",
        "ดูสมุดเงินสด",
      ],
      ...["สมุดรายวัน", "ดูสมุดรายวัน", "ใครแก้อะไร", "ใครแก้อะไรเมื่อไร", "ทะเบียนสมาชิก", "ดูทะเบียนสมาชิก"],
      ...["ค้างส่ง", "ค้างส่งสัจจะ", "ใครค้างส่ง", "ใครค้าง", "ใครยังไม่ส่ง", "ใบเก็บเงิน", "ขอใบเก็บเงิน", "พิมพ์ใบเก็บเงิน"],
      ...["สลิปติดสมุด", "ใบติดสมุด", "สลิปคนไม่มีไลน์", "รายการรอเซ็น", "รายการรอเซ็นรับรู้", "ป้ายคิวอาร์", "ป้ายคิวอาร์ใบเสร็จ"],
      ...[
        "papers",
        "papers and tables",
        "trial balance",
        "cash book",
        "journal",
        "who changed what",
        "who changed what and when",
      ],
      ...[
        "member register",
        "register",
        "who is behind",
        "behind with the pledge",
        "collection sheet",
        "passbook slips",
      ],
      ...["acts to be signed", "table qr", "receipt qr for the table"],
    ],
    opens: [
      ...["งบทดลอง", "สมุดเงินสด", "สมุดรายวัน", "ใครแก้อะไร", "สลิปติดสมุด", "รายการรอเซ็น"],
      ...["trial balance", "cash book", "journal", "who changed what", "passbook slips", "acts to be signed"],
    ],
    holds: ["งบทดลอง", "สมุดเงินสด", "สมุดรายวัน", "ใครยังไม่ส่ง", "ใครค้าง", "ใบเก็บเงิน", "ทะเบียนสมาชิก"],
  },
  {
    command: "books.audit",
    says: ["ตรวจบัญชี", "ตรวจสมุด", "ตรวจสอบบัญชี", "ตรวจสมุดบัญชี", "check the books", "audit", "audit the books"],
    opens: ["ตรวจสอบบัญชี", "ตรวจบัญชี", "ตรวจสมุด", "check the books", "audit"],
  },
  {
    command: "books.looks",
    says: [
      ...["ใครดูรูป", "ใครดูกระดาษ", "ใครดูรูปและกระดาษ", "ใครเปิดดูอะไร", "การเปิดดู"],
      ...["who looked", "who looked at photos", "who looked at papers", "looks"],
    ],
  },
];
