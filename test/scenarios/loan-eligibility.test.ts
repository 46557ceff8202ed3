import { describe, expect, it } from "@jest/globals";
import { localDate, type YearMonth } from "../../src/domain/dates";
import { memberId } from "../../src/domain/ids";
import { baht } from "../../src/domain/money";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { buildContract, buildOrdinaryContract } from "../support/contracts";
import { adoptRules } from "../support/decided-rules";
import { buildLoanRequest } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { versionOf } from "../support/proposed-rules";
import { refusalOf } from "../support/refusals";
import { useVillage, type VillagerOverrides } from "../support/village";
import type { Villager } from "../support/villager";

/** Somebody who asks: what she is, what she has, what she says and taps, and what she must read of it. */
interface Case {
  what: string;
  facts?: VillagerOverrides;
  has?: (who: Villager) => Promise<unknown>;
  says?: string;
  taps?: readonly string[];
  reads: RegExp;
  /** Whether the request may be put all the same. */
  isOpen?: boolean;
}

describe("who may not borrow reads why, by which clause, and the way out", () => {
  const village = useVillage({ today: "2026-03-05" });
  let contracts = 0;

  const owes = (who: Villager, owed = 3_000, principal = owed) =>
    buildContract(village.group, who.member, {
      contractNo: `${(contracts += 1)}/2568`,
      owed: baht(owed),
      principal: baht(principal),
    });
  const isBehind = (who: Villager, guarantorNo?: string) =>
    buildOrdinaryContract(village.group, who.member, {
      contractNo: `${(contracts += 1)}/2569`,
      owed: baht(6_000),
      guarantorNos: guarantorNo === undefined ? [] : [guarantorNo],
    });

  const cases: readonly Case[] = [
    {
      what: "too short a member",
      facts: { joinedOn: localDate("2026-01-05") },
      reads: /ยังยื่นไม่ได้ เพราะ.*เป็นสมาชิก 2 เดือน ต้องครบ 6 เดือน \(ระเบียบข้อ 7\).*ครบเดือนตามระเบียบแล้วยื่นได้/s,
    },
    {
      what: "behind with her own loan",
      has: (who) => isBehind(who),
      reads: /ยังยื่นไม่ได้.*งวดกู้ค้าง 1 งวด \(ระเบียบข้อ \d+\).*ส่งงวดที่ค้าง หรือคุยกับกรรมการ/s,
    },
    {
      what: "as many contracts as may be",
      has: async (who) => [await owes(who), await owes(who)],
      reads: /ยังยื่นไม่ได้.*กู้อยู่แล้ว 2 สัญญา กู้ได้ไม่เกิน 2 สัญญา \(ระเบียบข้อ 8\).*ปิดสัญญาเดิมก่อน หรือขอกู้ใหม่หักสัญญาเก่า/s,
    },
    {
      what: "more than the multiple of her savings",
      facts: { pledgeSavings: baht(1_000) },
      reads: /ยังยื่นไม่ได้.*ขอ 12,000 บาท แต่กู้ได้อีกไม่เกิน 5,000 บาท \(ระเบียบข้อ 7\).*ลดจำนวนที่ขอ/s,
    },
    {
      what: "more than what her other contract leaves of it",
      has: (who) => owes(who, 17_000),
      reads: /ยังยื่นไม่ได้.*ขอ 12,000 บาท แต่กู้ได้อีกไม่เกิน 8,000 บาท \(ระเบียบข้อ 7\)/s,
    },
    {
      what: "more than the cap",
      facts: { pledgeSavings: baht(11_000) },
      says: "อยากกู้สามัญ 51000 ซ่อมบ้าน",
      reads: /ยังยื่นไม่ได้.*ขอ 51,000 บาท แต่กู้ได้อีกไม่เกิน 50,000 บาท \(ระเบียบข้อ 7\)/s,
    },
    {
      what: "too many instalments",
      taps: ["25 งวด"],
      reads: /ยังยื่นไม่ได้.*ขอผ่อน 25 งวด ผ่อนได้ไม่เกิน 24 งวด \(ระเบียบข้อ 7\).*ลดจำนวนงวด/s,
    },
    {
      what: "too little paid back of what is renewed",
      has: (who) => owes(who, 6_000, 10_000),
      says: "กู้ใหม่หักสัญญาเก่า สามัญ 12000 ซ่อมบ้าน",
      reads: /ยังยื่นไม่ได้.*คืนแล้วร้อยละ 40 ต้องถึงร้อยละ 50 .*\(ระเบียบข้อ 8\).*ส่งสัญญาเก่าให้ถึงตามระเบียบ/s,
    },
    {
      what: "no larger than what is renewed",
      has: (who) => owes(who, 12_000, 40_000),
      says: "กู้ใหม่หักสัญญาเก่า สามัญ 12000 ซ่อมบ้าน",
      reads: /ยังยื่นไม่ได้.*กู้มากกว่าที่ค้าง/s,
    },
    {
      what: "more than the share of the box",
      facts: { pledgeSavings: baht(6_000) },
      says: "อยากกู้สามัญ 30000 ซ่อมบ้าน",
      reads: /ยื่นได้ กรรมการต้องดู เพราะ.*เงินกลุ่มยังไม่พอให้กู้เท่านี้ ต้องรอคิว \(ระเบียบข้อ 7\)/s,
      isOpen: true,
    },
    {
      what: "behind with her pledge",
      facts: { pledgePaidThrough: "2025-12" as YearMonth },
      reads: /กรรมการต้องดู.*ค้างสัจจะ 2 เดือน \(ระเบียบข้อ \d+\)/s,
      isOpen: true,
    },
    {
      what: "stands for who is behind",
      has: async (who) => isBehind(await village.member({ linked: false }), who.member.memberNo),
      reads: /กรรมการต้องดู.*ค้ำให้สัญญาที่ค้างงวดอยู่ 1 สัญญา \(ระเบียบข้อ 8\).*ค้ำให้คนอื่นอยู่ 6,000 บาท \(ระเบียบข้อ 8\)/s,
      isOpen: true,
    },
    {
      what: "does not let her other debts be seen",
      facts: { memberNo: "060" },
      has: async (who) => {
        const group = await village.addGroup();
        const { member } = await village.member({ phoneOf: who, group, memberNo: "777" });
        await buildContract(group, member, { contractNo: "1/2569", owed: baht(7_000) });
      },
      taps: ["060 ชื่อ060", "12 งวด", "ไม่ให้ดู"],
      reads: /กรรมการต้องดู.*ผู้กู้ไม่ได้ให้ดูหนี้กลุ่มอื่นในเครือข่าย/s,
      isOpen: true,
    },
    {
      what: "lets them be seen",
      facts: { memberNo: "061" },
      has: async (who) => {
        const group = await village.addGroup();
        const { member } = await village.member({ phoneOf: who, group, memberNo: "778" });
        await buildContract(group, member, { contractNo: "1/2569", owed: baht(7_000) });
      },
      taps: ["061 ชื่อ061", "12 งวด", "ให้ดูหนี้กลุ่มอื่น"],
      reads: /กรรมการต้องดู.*หนี้กลุ่มอื่นในเครือข่าย 7,000 บาท/s,
      isOpen: true,
    },
    {
      what: "a product that is closed",
      says: "อยากกู้พิเศษ 12000 ซ่อมบ้าน",
      taps: [],
      reads: /กู้พิเศษ กลุ่มยังไม่เปิดให้กู้ \(ระเบียบข้อ \d+\) เลือกแบบอื่นได้.*อยากกู้แบบไหน/s,
    },
    { what: "no member any more", facts: { status: "pending" }, taps: [], reads: refusalOf("member.not-active") },
  ];

  it("of membership, arrears, contracts, sums, cash, term, renewing, products and other groups", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    await adoptRules(
      village.group,
      versionOf(
        village.group,
        1,
        [
          { no: "7", key: "loan-ordinary", text: { th: "กู้สามัญ" }, values: { cashPercent: 30 } },
          { no: "8", key: "loan-limits", text: { th: "วงเงิน" }, values: {} },
        ],
        { from: "2026-03-01" },
      ),
    );
    await opensDay(treasurer);
    await closesDay(treasurer);
    await village.moveTo("2026-03-06", "09:00");
    const usual = { pledgeSavings: baht(5_000), pledgePaidThrough: "2026-03" as YearMonth };
    for (const { what, facts, has, says = "อยากกู้สามัญ 12000 ซ่อมบ้าน", taps = ["12 งวด"], reads, isOpen } of cases) {
      const who = await village.member({ ...usual, ...facts });
      await has?.(who);
      let screen = await who.says(says);
      // What stands on no button is typed.
      for (const choice of taps) screen = await (who.labels().includes(choice) ? who.taps(choice) : who.says(choice));
      expect(`${what}: ${screen.text}`).toMatch(reads);
      expect([what, who.labels().some((label) => label.startsWith("ยืนยันขอกู้"))]).toEqual([what, isOpen === true]);
    }
    expect(await LoanRequestModel.countDocuments({ groupId: village.group.id })).toBe(0);
  }, 60_000);

  it("of guarantors: herself, her spouse, who was asked, and, without her reasons, whom the rules leave no room", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    await opensDay(treasurer);
    await closesDay(treasurer);
    await village.moveTo("2026-03-06", "09:00");
    const malee = await village.member({ memberNo: "012", spouseNo: "019" });
    for (const memberNo of ["013", "014", "019"]) await village.member({ memberNo });
    await village.member({ memberNo: "015", status: "closed" });
    await village.member({ memberNo: "020", guardianNo: "014", linked: false });
    await village.member({ memberNo: "021", guardianNo: "012", bornOn: localDate("2001-01-01"), linked: false });
    await isBehind(await village.member({ memberNo: "016" }));
    const laden = await village.member({ memberNo: "017" });
    for (let at = 0; at < 3; at += 1)
      await buildContract(village.group, (await village.member({ linked: false })).member, {
        contractNo: `${at + 90}/2569`,
        owed: baht(1_000),
        guarantorNos: [laden.member.memberNo],
      });
    await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก1/2569",
      on: localDate("2026-03-06"),
      state: "guarantors",
      guarantorsNeeded: 2,
      decision: null,
      reservedUntil: null,
    });
    const names = async (no: string) => {
      await malee.says("คำขอกู้ของฉัน");
      await malee.taps("บอกชื่อผู้ค้ำ");
      return malee.says(no);
    };
    await names("013");
    await malee.taps("ยืนยันเชิญคนนี้");
    const words: [string, RegExp][] = [
      ["012", /ผู้กู้ค้ำเงินกู้ของตัวเองไม่ได้/],
      ["019", /สามีภรรยาค้ำให้กันไม่ได้/],
      ["020", /เด็กหรือคนที่อายุยังไม่ถึง 20 ปี ค้ำไม่ได้/],
      ["021", /ผู้ปกครองกับคนในปกครองค้ำกู้รายเดียวกันไม่ได้/],
      ["013", /เชิญท่านนี้ไปแล้ว/],
      ["015", /ท่านนี้ค้ำเพิ่มไม่ได้ตามระเบียบ/],
      ["016", /ท่านนี้ค้ำเพิ่มไม่ได้ตามระเบียบ/],
      ["017", /ท่านนี้ค้ำเพิ่มไม่ได้ตามระเบียบ/],
    ];
    for (const [no, why] of words) {
      const { text } = await names(no);
      expect([no, text]).toEqual([no, expect.stringMatching(refusalOf("guarantor.unable"))]);
      expect([no, text]).toEqual([
        no,
        expect.stringMatching(new RegExp(`${why.source} \\(ระเบียบข้อ \\d+\\).*เชิญท่านอื่นได้`, "s")),
      ]);
      expect(text).not.toMatch(/ค้าง|สัญญา/);
    }
    expect((await names("014")).text).toContain("ตรวจก่อนเชิญผู้ค้ำ");

    // A child who was named before: no officer enters that she agrees, and that she does not may be said.
    await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก2/2569",
      on: localDate("2026-03-06"),
      state: "guarantors",
      guarantorsNeeded: 1,
      guarantors: [
        {
          ...{ memberId: memberId(village.group.id, "020"), memberNo: "020", amount: baht(10_000) },
          ...{ state: "asked", askedAt: village.sajja.clock.now(), answeredAt: null, enteredBy: null },
        },
      ],
      decision: null,
      reservedUntil: null,
    });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    await secretary.says("คำตอบผู้ค้ำ");
    await secretary.taps(/^คำตอบ /);
    const [agrees, declines] = [secretary.dataOf(/^ผู้ค้ำรับค้ำ/), secretary.dataOf(/^ผู้ค้ำไม่สะดวก/)];
    expect((await secretary.sendsPostback(agrees)).text).toMatch(refusalOf("guarantor.unable"));
    expect((await secretary.sendsPostback(declines)).text).toContain("ตรวจก่อนลงคำตอบผู้ค้ำ");
  });
});
