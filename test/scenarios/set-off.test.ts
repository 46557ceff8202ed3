import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { MemberModel } from "../../src/storage/members";
import { insertResolution } from "../../src/storage/resolutions";
import { inTransaction } from "../../src/storage/tx";
import { buildContract } from "../support/contracts";
import { opensDay } from "../support/open-day";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("savings that pay their owner's debt", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("end the whole contract by two officers, once, leave the pledge paid as far as it was, and come back with a reversal", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit" });
    const malee = await village.member({
      memberNo: "012",
      nickname: "ลี",
      pledgeSavings: baht(3_000),
      specialSavings: baht(500),
    });
    const poor = await village.member({ memberNo: "013", pledgeSavings: baht(900) });
    const contract = await buildContract(village.group, malee.member, {
      contractNo: "15/2568",
      owed: baht(2_100),
      guarantorNos: ["003"],
    });
    await buildContract(village.group, poor.member, { contractNo: "16/2568", owed: baht(1_000) });
    const savings = async () => [
      await village.balance(account.specialSavings, malee.member),
      await village.balance(account.pledgeSavings, malee.member),
      (await MemberModel.findById(malee.member.id).lean())?.pledgeBase,
      await village.owed(contract),
    ];
    const decidedAt = village.sajja.clock.now();
    const other = { resolutionNo: "2/2569", year: 2569, no: 2, how: "chat" as const, decidedAt };
    await inTransaction((tx) =>
      insertResolution(tx, {
        ...other,
        id: `${village.group.id}/2/2569`,
        groupId: village.group.id,
        items: [],
        voices: [],
        excluded: [],
      }),
    );

    expect((await malee.says("หักสัจจะใช้หนี้ 012 มติ 3/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("หักสัจจะใช้หนี้ 012")).text).toContain("สัญญา และมติ");
    expect((await treasurer.says("หักสัจจะใช้หนี้ 013 มติ 3/2569")).text).toMatch(/ยอดปิด 1,000 บาท.*900 บาท/s);
    expect((await treasurer.says("หักสัจจะใช้หนี้ 012 สัญญา 9/2568 มติ 3/2569")).text).toMatch(
      refusalOf("loan-change.unknown"),
    );
    expect((await treasurer.says("หักสัจจะใช้หนี้ 012 มติ 2/69")).text).toMatch(refusalOf("resolution.other"));
    expect((await treasurer.says("หักเงินสัจจะใช้หนี้ 012 มติ 3/2569")).text).toMatch(
      /15\/2568 · มติที่ 3\/2569.*2,100 บาท.*−500 → 0 บาท.*−1,600 → 1,400 บาท/s,
    );
    await treasurer.taps("ยืนยันขอหัก");
    const outdated = chair.dataOf(/^ยืนยันหักใช้หนี้/);
    // What she pays in between makes another sum of it: that request takes the place of the first.
    await opensDay(treasurer);
    await treasurer.says("รับ 012 ต้น 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("หักสัจจะใช้หนี้ 012 มติ 3/2569");
    expect((await treasurer.taps("ยืนยันขอหัก")).text).toContain("2,000 บาท");
    const before = await savings();
    await chair.act(() => chair.phone.taps(outdated));
    expect(chair.received().text).toMatch(refusalOf("card.outdated"));
    expect(secretary.received().text).not.toContain("หักสัจจะใช้หนี้");
    expect((await chair.says("รอเราตัดสิน")).text).toContain("หักสัจจะใช้หนี้ของ 012");
    await chair.taps("หักหนี้ ลี");
    const approve = chair.dataOf(/^ยืนยันหักใช้หนี้/);
    await chair.act(() => Promise.all([chair.phone.taps(approve), chair.phone.taps(approve)]));

    expect(malee.received().text).toMatch(/15\/2568 ทั้งหมด 2,000 บาท.*เงินสัจจะ 1,500 บาท เหลือ 1,500 บาท.*2569\/000002/s);
    expect(await village.entries("loan.set-off")).toHaveLength(1);
    expect(await savings()).toEqual([0, baht(1_500), baht(1_500), 0]);
    expect(await village.balance(account.cash)).toBe(baht(100));
    expect(auditor.received().text).toContain("กลุ่มหักเงินสัจจะของ 012");

    await treasurer.says("แก้รายการ 2569/000002");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    chair.received();
    await chair.taps("ยืนยันแก้รายการ");
    expect(await savings()).toEqual(before);
  });
});
