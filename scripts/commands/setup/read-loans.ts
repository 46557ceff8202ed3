import { localDate } from "../../../src/domain/dates";
import { zero } from "../../../src/domain/money";
import type { LoanPlan } from "../../../src/domain/setup/loans";
import type { SetupProblem } from "../../../src/domain/setup/plan";
import { quoted, arabicDigits, readMemberNo, readMemberNos, readSum, readText, readWhole, type Reader } from "./cells";
import { readDate, readMonth } from "./dates";
import { emptyCells, readRows, type Column, type Table } from "./read-rows";

type Facts = Omit<LoanPlan, "row" | "complete">;
const column = <Key extends keyof Facts>(spec: Column<Facts, Key>) => spec as unknown as Column<Facts>;

const readContractNo: Reader<string> = (text) => {
  const value = arabicDigits(text);
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}./-]{0,19}$/u.test(value)
    ? { value }
    : { problem: `${quoted(text)} is no contract number: letters, digits, dots, dashes and slashes, at most 20.` };
};

const readRate: Reader<string> = (text) => {
  const value = arabicDigits(text).replace(/\s*%$/, "");
  return /^\d{1,2}(?:\.\d{1,4})?$/.test(value)
    ? { value }
    : { problem: `${quoted(text)} is not a yearly rate in percent, such as 12 or 7.5.` };
};

/** Every column that a loans file may have, in the order of the template. */
export const loanColumns: readonly Column<Facts>[] = [
  column({ fact: "contractNo", heading: "contract_no", thai: ["เลขที่สัญญา", "สัญญาเลขที่"], read: readContractNo }),
  column({ fact: "memberNo", heading: "member_no", thai: ["เลขสมาชิก", "เลขที่สมาชิก"], read: readMemberNo }),
  column({ fact: "product", heading: "product", thai: ["ประเภทเงินกู้", "ประเภท"], read: readText(60), empty: "" }),
  column({ fact: "disbursedOn", heading: "disbursed_on", thai: ["วันที่กู้", "วันทำสัญญา"], read: readDate }),
  column({ fact: "principal", heading: "principal_baht", thai: ["วงเงินกู้", "เงินต้นตามสัญญา"], read: readSum }),
  column({ fact: "outstanding", heading: "outstanding_baht", thai: ["เงินต้นคงเหลือ", "ยอดคงเหลือ"], read: readSum }),
  column({ fact: "instalments", heading: "instalments", thai: ["จำนวนงวด"], read: readWhole(1, 600), empty: null }),
  column({ fact: "paidThrough", heading: "paid_through", thai: ["ส่งดอกถึงเดือน"], read: readMonth, empty: null }),
  column({
    fact: "yearlyRatePercent",
    heading: "yearly_rate_percent",
    thai: ["ดอกเบี้ยต่อปี", "อัตราต่อปี"],
    read: readRate,
    empty: "",
  }),
  column({ fact: "method", heading: "method", thai: ["วิธีคิดดอกเบี้ย", "วิธีส่ง"], read: readText(60), empty: "" }),
  column({
    fact: "guarantorNos",
    heading: "guarantor_nos",
    thai: ["เลขสมาชิกผู้ค้ำ", "ผู้ค้ำ"],
    read: readMemberNos,
    empty: [],
  }),
];

/** Reads a table of loan contracts that were made on paper. */
export function readLoans(file: string, table: Table): { loans: LoanPlan[]; problems: SetupProblem[] } {
  const { read, problems } = readRows(file, table, loanColumns);
  const blank = {
    contractNo: "",
    memberNo: "",
    disbursedOn: localDate("1970-01-01"),
    principal: zero,
    outstanding: zero,
    ...emptyCells(loanColumns),
  };
  return {
    loans: read.map(({ row, complete, facts }) => ({ ...blank, ...facts, row, complete }) as LoanPlan),
    problems,
  };
}
