import type { Phrasing } from "../command-names";

/** The meeting on loans. */
export const sittingPhrases: readonly Phrasing[] = [
  {
    command: "sitting",
    says: [
      ...["วาระเงินกู้", "วาระกู้", "เปิดวาระเงินกู้", "ประชุมเงินกู้", "พิจารณาเงินกู้", "พิจารณาคำขอกู้", "คิวเงินกู้", "คำขอกู้ที่รออยู่"],
      ...["loan meeting", "loan agenda", "loan sitting"],
    ],
  },
];
