import type { Phrasing } from "../command-names";

/** What is done with the group's people at the table, never in chat: joining, leaving, taking money out, another telephone number. */
export const deskPhrases: readonly Phrasing[] = [
  {
    command: "member.join",
    says: [
      "สมัครสมาชิก",
      "สมัครสมาชิกยังไง",
      "อยากเป็นสมาชิก",
      "ขอเป็นสมาชิก",
      "สมัครยังไง",
      "join",
      "how to join",
      "become a member",
    ],
    holds: ["สมัครสมาชิก", "สมัครเป็นสมาชิก", "อยากเป็นสมาชิก", "ขอเป็นสมาชิก", "become a member", "join the group"],
  },
  {
    command: "member.leave",
    says: ["ลาออก", "ขอลาออก", "อยากลาออก", "ลาออกจากสมาชิก", "ลาออกจากกลุ่ม", "เลิกเป็นสมาชิก", "resign", "leave the group"],
    holds: ["ลาออก", "เลิกเป็นสมาชิก", "leave the group"],
  },
  {
    command: "savings.withdraw",
    says: ["ถอนเงิน", "อยากถอนเงิน", "ขอถอนเงิน", "ขอถอน", "ถอนเงินสัจจะ", "ถอนเงินฝาก", "withdraw", "withdraw money"],
    holds: ["ถอนเงิน", "ขอถอน", "เบิกเงินสัจจะ", "เบิกเงินฝาก", "withdraw"],
  },
  {
    command: "member.phone",
    says: [
      "เปลี่ยนเบอร์",
      "เปลี่ยนเบอร์โทร",
      "ขอเปลี่ยนเบอร์",
      "แก้เบอร์โทร",
      "เปลี่ยนเบอร์โทรศัพท์",
      "change my number",
      "new phone number",
    ],
    holds: ["เปลี่ยนเบอร์", "แก้เบอร์", "change my number", "change my phone number"],
  },
];
