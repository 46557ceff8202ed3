import { describe, expect, it } from "@jest/globals";
import { matchCommand } from "../../src/understanding/commands";
import { readAskedClause } from "../../src/understanding/rule-clause";

describe("asking for the rules", () => {
  it.each([
    ["ระเบียบ", null],
    ["ใครแก้ระเบียบ", null],
    ["ระเบียบข้อ5", { no: "5" }],
    ["ระเบียบ ข้อที่ ๕.๑ ค่ะ", { no: "5.1" }],
    ["กฎ ข้อ 3", { no: "3" }],
    ["ข้อบังคับข้อ 12", { no: "12" }],
    ["rules 5", { no: "5" }],
    ["clause 5.1", { no: "5.1" }],
    ["ค่าปรับเดือนละเท่าไหร่ครับ", { key: "late-pledge" }],
    ["ส่งช้าเสียค่าปรับไหม", { key: "late-pledge" }],
    ["ค่าแรกเข้าเท่าไหร่", { key: "entry-fee" }],
    ["สัจจะขั้นต่ำกี่บาท", { key: "pledge" }],
    ["how much is the fine", { key: "late-pledge" }],
    ["ระเบียบเงินกู้", { since: "loan-ordinary" }],
    ["ขอดูระเบียบการกู้เงินหน่อยค่ะ", { since: "loan-ordinary" }],
    ["loan rules", { since: "loan-ordinary" }],
    ["กู้ฉุกเฉินได้เท่าไรคะ", { key: "loan-emergency" }],
    ["กู้ปุ๋ยได้กี่บาท", { key: "loan-in-kind" }],
    ["ระเบียบกู้สามัญ", { key: "loan-ordinary" }],
    ["ระเบียบกู้เพื่อการผลิต", { key: "loan-production" }],
    ["ใครอนุมัติเงินกู้", { key: "loan-decisions" }],
    ["ส่งค่างวดช้าโดนปรับไหม", { key: "late-loan" }],
    ["ค่าปรับเงินกู้เท่าไร", { key: "late-loan" }],
  ] as const)("%s: %j", (text, asked) => {
    expect(matchCommand(text)?.command).toBe("rules.show");
    expect(readAskedClause(text)).toEqual(asked);
  });

  it.each(["รับ 012 ค่าปรับ 20", "จ่ายค่าปรับ 20 บาท", "ระเบียบวาระการประชุม", "กู้ได้เท่าไรตามระเบียบ", "กฎหมาย", "ข้อ 5"])(
    "is not what %s does",
    (text) => expect(matchCommand(text)?.command).not.toBe("rules.show"),
  );
});
