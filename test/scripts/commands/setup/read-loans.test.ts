import { describe, expect, it } from "@jest/globals";
import { readCsvTable } from "../../../../scripts/commands/setup/csv-table";
import { readLoans } from "../../../../scripts/commands/setup/read-loans";

const file = "loans/namkhao.csv";
const read = (text: string) => readLoans(file, readCsvTable(Buffer.from(text)));

describe("a loans file", () => {
  it("is read by English or Thai headings, in any order", () => {
    const english = read(
      "contract_no,member_no,product,disbursed_on,principal_baht,outstanding_baht,instalments,paid_through,yearly_rate_percent,method,guarantor_nos\n" +
        '15/2568,012,กู้สามัญ,5/6/2568,"40,000","37,550",24,10/2569,12,ลดต้นลดดอก,013 014\n',
    );
    const thai = read(
      "เลขสมาชิก,เลขที่สัญญา,วันที่กู้,วงเงินกู้,เงินต้นคงเหลือ,ประเภทเงินกู้,จำนวนงวด,ส่งดอกถึงเดือน,อัตราต่อปี,วิธีคิดดอกเบี้ย,เลขสมาชิกผู้ค้ำ\n" +
        '๐๑๒,๑๕/๒๕๖๘,5 มิ.ย. 68,"๔๐,๐๐๐","๓๗,๕๕๐",กู้สามัญ,๒๔,ต.ค. 69,12 %,ลดต้นลดดอก,"013, 014"\n',
    );
    expect(english.problems).toEqual([]);
    expect(thai.problems).toEqual([]);
    expect(thai.loans).toEqual(english.loans);
    expect(english.loans).toEqual([
      {
        row: 2,
        complete: true,
        contractNo: "15/2568",
        memberNo: "012",
        product: "กู้สามัญ",
        disbursedOn: "2025-06-05",
        principal: 40_000_00,
        outstanding: 37_550_00,
        instalments: 24,
        paidThrough: "2026-10",
        yearlyRatePercent: "12",
        method: "ลดต้นลดดอก",
        guarantorNos: ["013", "014"],
      },
    ]);
  });

  it("needs five columns; the others may be left out", () => {
    const { loans, problems } = read(
      "contract_no,member_no,disbursed_on,principal_baht,outstanding_baht\n1,012,2025-06-05,500,0\n",
    );
    expect(problems).toEqual([]);
    expect(loans[0]).toMatchObject({ instalments: null, paidThrough: null, yearlyRatePercent: "", guarantorNos: [] });
    expect(read("contract_no,member_no\n1,012\n").problems.map(({ field }) => field)).toEqual([
      "disbursed_on",
      "principal_baht",
      "outstanding_baht",
    ]);
  });

  it("names every cell that cannot be read", () => {
    const { loans, problems } = read(
      "contract_no,member_no,disbursed_on,principal_baht,outstanding_baht,instalments,yearly_rate_percent\n" +
        "a b,012,31/2/2568,x,-5,0,150\n",
    );
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [2, "contract_no"],
      [2, "disbursed_on"],
      [2, "principal_baht"],
      [2, "outstanding_baht"],
      [2, "instalments"],
      [2, "yearly_rate_percent"],
    ]);
    expect(loans[0]?.complete).toBe(false);
  });
});
