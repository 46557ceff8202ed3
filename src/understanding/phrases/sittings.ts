import type { Phrasing } from "../command-names";

/** The meeting on loans, and who is behind with one. */
export const sittingPhrases: readonly Phrasing[] = [
  {
    command: "loan.arrears",
    says: [
      ...["ใครค้างเงินกู้", "ใครค้างงวด", "ค้างเงินกู้", "รายชื่อค้างเงินกู้", "ลูกหนี้ค้าง", "เงินกู้ค้างงวด", "ใครค้างเงินกู้บ้าง", "หนี้ค้าง"],
      ...["loan arrears", "who is behind with a loan"],
    ],
  },
  {
    command: "sitting",
    says: [
      ...["วาระเงินกู้", "วาระกู้", "เปิดวาระเงินกู้", "ประชุมเงินกู้", "พิจารณาเงินกู้", "พิจารณาคำขอกู้", "คิวเงินกู้", "คำขอกู้ที่รออยู่"],
      ...["loan meeting", "loan agenda", "loan sitting"],
    ],
  },
];
