import type { Phrasing } from "../command-names";

/** Asking for time with an instalment. */
export const gracePhrases: readonly Phrasing[] = [
  {
    command: "loan.grace",
    says: [
      ...["ขอผ่อนผัน", "ผ่อนผัน", "ขอผ่อนผันงวดนี้", "ขอเลื่อนงวด", "ส่งแต่ดอกได้ไหม", "ส่งแต่ดอก", "ส่งงวดไม่ไหว"],
      ...["ask for grace", "more time for my loan", "interest only"],
    ],
    holds: [
      ...["ผ่อนผัน", "ขอเลื่อนส่ง", "ขอเลื่อนงวด", "เลื่อนงวด", "ส่งแต่ดอก", "จ่ายแต่ดอก", "ส่งงวดไม่ไหว", "ส่งงวดไม่ทัน"],
      ...["ask for grace", "pay interest only"],
    ],
  },
];
