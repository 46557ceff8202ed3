import type { Phrasing } from "../command-names";

/** What officers say about granted loans; a line with a request's number is read by `payout-line.ts`. */
export const loanPayoutPhrases: readonly Phrasing[] = [
  {
    command: "loan.payouts",
    says: [
      ...["จ่ายเงินกู้", "จ่ายกู้", "รายการจ่ายเงินกู้", "เงินกู้รอจ่าย", "เงินกู้ที่รอจ่าย", "กู้รอจ่าย", "รอจ่ายเงินกู้"],
      ...["เซ็นสัญญาแล้ว", "เซ็นสัญญากู้แล้ว", "pay loan", "pay loans", "loans to pay out"],
    ],
  },
  {
    command: "loan.papers",
    says: ["สัญญากู้", "สัญญาเงินกู้", "สัญญากู้เงิน", "สัญญาค้ำ", "สัญญาค้ำประกัน", "ขอสัญญากู้", "loan contract", "contract"],
  },
  {
    command: "loan.set-off",
    says: ["หักสัจจะใช้หนี้", "หักเงินสัจจะใช้หนี้", "หักเงินออมใช้หนี้", "หักสัจจะชำระหนี้", "set off"],
    opens: ["หักสัจจะใช้หนี้", "หักเงินสัจจะใช้หนี้"],
  },
  {
    command: "loan.change",
    says: [
      ...["เปลี่ยนสัญญา", "เปลี่ยนสัญญากู้", "เปลี่ยนสัญญาเงินกู้", "ปรับโครงสร้างหนี้", "ปรับหนี้", "ตัดหนี้สูญ", "ผู้ค้ำรับหนี้"],
      ...["ผู้ค้ำรับภาระหนี้", "change contract", "restructure", "write off", "guarantor takes over"],
    ],
  },
];
