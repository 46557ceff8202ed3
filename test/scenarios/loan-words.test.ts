import { describe, expect, it } from "@jest/globals";
import type { FinanceMode } from "../../src/domain/groups/group";
import { baht } from "../../src/domain/money";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { pdfText } from "../documents/read-back";
import { adoptRules } from "../support/decided-rules";
import { fillBox } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { versionOf } from "../support/proposed-rules";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { pageOf } from "../web/api/support";

/** Words of interest, in both languages; who has a conflict has none of it in money. */
const interestWords = /ดอก|(?<!conflict of )\binterest\b(?!-free)/i;

describe("a loan of a group that takes no interest", () => {
  const village = useVillage({ today: "2026-03-04" });

  it.each<[FinanceMode, string, RegExp]>([
    ["service-fee", "ค่าบำรุง", /520 บาท.*500.*20/s],
    ["interest-free", "", /500 บาท.*500/s],
    ["murabaha", "กำไรขาย", /510 บาท.*500.*10/s],
  ])(
    "is asked for, decided, paid and paid back in words without interest: %s",
    async (mode, word, instalment) => {
      await village.changeGroup((group) => (group.financeMode = mode));
      const free = { guarantors: [{ upTo: null, count: 0 }] };
      const clause = { no: "7", key: "loan-ordinary" as const, text: { th: "กู้สามัญ" }, values: free };
      await adoptRules(village.group, versionOf(village.group, 1, [clause], { from: "2026-03-01" }));
      const treasurer = await village.officer("treasurer", { memberNo: "002" });
      const secretary = await village.officer("secretary", { memberNo: "003", language: "en" });
      const chair = await village.officer("chair", { memberNo: "001" });
      const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", pledgeSavings: baht(5_000) });
      await fillBox(village.group, baht(30_000));

      await malee.says("อยากกู้สามัญ 2000 ซ่อมบ้าน");
      await malee.says("4 งวด");
      expect((await malee.taps("ดูทุกงวด")).text).toContain(`${word}รวม`);
      await malee.taps(/^ยืนยันขอกู้/);
      await secretary.taps("Every instalment");
      await secretary.taps("Agree");
      for (const voter of [treasurer, chair]) await voter.taps("เห็นชอบ");
      await malee.says("คำขอกู้ของฉัน");
      const request = await LoanRequestModel.findOne({ groupId: village.group.id }).lean();
      expect(request?.state).toBe("approved");
      await malee.says("สัญญากู้ ก1");
      const paper = `/api/loan-papers/${village.group.id}/${request?._id}/contract`;
      const contract = await pdfText((await pageOf(village, malee).get(paper).responseType("blob")).body as Buffer);
      expect(contract).toContain("2,000 บาท");

      await village.moveTo("2026-03-05");
      await opensDay(treasurer);
      await treasurer.says("จ่ายเงินกู้ ก1");
      await treasurer.taps("เตรียมจ่ายเงินสด");
      await treasurer.taps("ยืนยันขอจ่ายเงิน");
      await chair.taps(/^ยืนยันจ่าย/);
      expect(await LoanContractModel.countDocuments({ groupId: village.group.id })).toBe(1);
      await closesDay(treasurer);
      await village.moveTo("2026-04-05");
      await opensDay(treasurer);
      expect((await treasurer.says("รับ 012 เงินกู้ 9000")).text).toMatch(refusalOf("loan.more-than-pay-off"));
      await treasurer.says("รับ 012 ต้น 100 ดอก 900");
      expect((await treasurer.says("รับ 012 ค่างวด")).text).toMatch(instalment);
      await treasurer.taps(/^ยืนยันรับ/);
      await malee.says("เงินกู้");
      await malee.taps("ดูตารางงวด");
      for (const words of ["จะปิดยอดทั้งหมดต้องจ่ายกี่บาท", "ยอดเงิน", "ใบเสร็จ", "ระเบียบเงินกู้"]) await malee.says(words);

      const read = [contract, ...[treasurer, secretary, chair, malee].map((phone) => phone.received().text)];
      for (const text of read) expect(text.split("\n").filter((line) => interestWords.test(line))).toEqual([]);
      expect(read.join("\n")).toContain(word);
    },
    60_000,
  );
});
