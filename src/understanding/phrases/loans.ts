import type { Phrasing } from "../command-names";

/** Asking for the loans that one has: what is due, what is owed, what ends them. */
export const loanPhrases: readonly Phrasing[] = [
  {
    command: "loan.pay-off",
    says: ["ปิดหนี้", "ขอปิดยอด", "ปิดยอดเงินกู้", "ปิดสัญญา", "ปิดยอดทั้งหมด", "ปิดยอดต้องจ่ายเท่าไร", "pay off", "pay off my loan"],
    holds: ["ปิดยอดทั้งหมด", "ปิดหนี้", "ปิดยอดเงินกู้", ["ปิดยอด", "กี่บาท"], ["ปิดยอด", "เท่าไหร่"], "pay off"],
  },
  {
    command: "loan.schedule",
    says: ["ตารางงวด", "ตารางผ่อน", "ดูตารางงวด", "ดูตารางผ่อน", "ตารางเงินกู้", "loan schedule", "schedule of my loan"],
    holds: ["ตารางงวด", "ตารางผ่อน", "ดอกคิด", "คิดดอก"],
  },
  {
    command: "loan.home",
    says: [
      ...["เงินกู้", "เงินกู้ของฉัน", "ดูเงินกู้", "หนี้", "ดูหนี้", "ยอดหนี้", "หนี้ของฉัน", "ยอดเงินกู้", "ค่างวด", "งวดนี้", "ค้ำให้ใครบ้าง"],
      ...["loan", "loans", "my loan", "my loans", "debt", "my debt"],
    ],
    holds: [
      ...["งวดนี้", "งวดต่อไป", "ค่างวด", "ค้างงวด", "หนี้", "ค้างกี่งวด", "ครบกำหนด", "ใครค้ำให้ฉัน", "ฉันค้ำให้ใคร"],
      ...[
        ["ค้าง", "เท่าไหร่"],
        ["ติดเงิน", "เท่าไหร่"],
        ["เงินกู้", "เหลือ"],
        ["กู้", "เหลือเท่าไหร่"],
      ],
      ...["instalment", "installment"],
    ],
  },
];
