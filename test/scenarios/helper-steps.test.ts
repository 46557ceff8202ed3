import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { MemberModel } from "../../src/storage/members";
import { helps, pairOf } from "../support/pair";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a helper who steps back on her own", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("does so by one word and one button, once; the owner, officers and auditor hear of it, and it stands in the chain", async () => {
    const { malee, somchai } = await helped();
    const chair = await village.officer("chair");
    const auditor = await village.officer("chair", { committee: "audit" });
    expect((await somchai.says("ยอดเงิน")).text).toContain("4,200");
    const card = await somchai.says("เลิกเป็นผู้ช่วย");
    expect(card.text).toMatch(/คุณจะดูสมุดของ มาลี ไม่ได้อีก.*มีผลทันที/s);
    const confirm = somchai.dataOf(/^ยืนยันเลิกเป็นผู้ช่วย/);
    const done = await somchai.taps("ยืนยันเลิกเป็นผู้ช่วย");
    expect(done.text).toContain("ผู้ช่วยขอเลิกเอง");
    await village.settle();

    for (const phone of [malee, chair, auditor]) {
      expect(phone.received().text).toMatch(/ดูสมุดของ มาลี ไม่ได้แล้ว.*ผู้ช่วยขอเลิกเอง/s);
      expect(village.pushesTo(phone)).toBe(1);
    }
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    expect((await somchai.sendsPostback(confirm)).text).toBe(done.text);
    expect((await somchai.says("เลิกเป็นผู้ช่วย")).text).toMatch(refusalOf("helper.not-helping"));
    expect(await village.entries("helper.ended")).toMatchObject([
      {
        actor: { memberId: somchai.member.id, position: "helper" },
        record: { memberNo: "012", helperNo: "034" },
      },
    ]);
  });

  it("may think again; nobody else's press counts, and two presses at once end it once", async () => {
    const { malee, somchai } = await helped();
    await somchai.says("ขอเลิกเป็นผู้ช่วย");
    const confirm = somchai.dataOf(/^ยืนยันเลิก/);
    expect((await malee.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    await somchai.taps("เป็นผู้ช่วยต่อ");
    expect((await somchai.sendsPostback(confirm)).text).toMatch(refusalOf("card.dropped"));
    expect((await somchai.says("ยอดเงิน")).text).toContain("4,200");

    await somchai.says("เลิกเป็นผู้ช่วย");
    const fresh = somchai.dataOf(/^ยืนยันเลิก/);
    await somchai.act(() => Promise.all(Array.from({ length: 4 }, () => somchai.phone.taps(fresh))));
    expect(await village.entries("helper.ended")).toHaveLength(1);
    for (const nobody of [malee, await village.officer("treasurer")])
      expect((await nobody.says("เลิกเป็นผู้ช่วย")).text).toMatch(refusalOf("helper.not-helping"));
  });

  it("finds that the owner was quicker, without a second record", async () => {
    const { malee, somchai } = await helped();
    await somchai.says("เลิกเป็นผู้ช่วย");
    await malee.says("ยกเลิกผู้ช่วย");
    await malee.taps("ยืนยันยกเลิกผู้ช่วย");

    expect((await somchai.taps("ยืนยันเลิกเป็นผู้ช่วย")).text).toMatch(refusalOf("helper.none"));
    expect(await village.entries("helper.ended")).toHaveLength(1);
  });

  it("chooses whom no longer to help, in English too, and the others stay helped", async () => {
    const { somchai } = await helped();
    const third = await village.member({ memberNo: "050", nickname: "จันทร์", pledgeSavings: baht(61) });
    await helps(third, "034");
    expect((await somchai.says("เลิกเป็นผู้ช่วย")).text).toMatch(/ของใครแล้ว.*012 มาลี.*050/s);
    await somchai.taps(/^050/);
    await somchai.taps("ยืนยันเลิกเป็นผู้ช่วย");
    expect((await somchai.says("ยอดเงิน")).text).toContain("4,200");
    await somchai.says("ภาษา");
    await somchai.taps("English");

    expect((await somchai.says("stop helping")).text).toContain("You will no longer see the passbook of มาลี");
    expect((await somchai.taps("Confirm: step back")).text).toContain("the helper stepped back");
    expect((await somchai.says("stop helping")).text).toMatch(refusalOf("helper.not-helping", "en"));
  });

  async function helped(): Promise<{ malee: Villager; somchai: Villager }> {
    const { malee, somchai } = await pairOf(village);
    await helps(malee, "034");
    return { malee, somchai };
  }
});

describe("who may record a helper besides the secretary", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("is the chair or vice-chair, so that the only secretary can be a helper too; the helper gets the way to step back", async () => {
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const vice = await village.officer("vice-chair", { memberNo: "004" });
    await village.member({ memberNo: "012", name: "ยายมา แก่ดี", linked: false, pledgeSavings: baht(4_200) });
    expect((await secretary.says("ผู้ช่วย 012 คือ 003")).text).toMatch(refusalOf("helper.recorder"));

    await chair.says("ผู้ช่วย 012 คือ 003");
    expect((await chair.taps(/^ยืนยันว่า/)).text).toContain("รอกรรมการอีก 1 คน");
    expect((await secretary.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
    await vice.taps("ยืนยันผู้ช่วย");
    await village.settle();

    expect((await secretary.says("ยอดเงิน")).text).toContain("4,200");
    expect(await village.entries("helper.made")).toMatchObject([
      {
        actor: { position: "executive.chair" },
        secondedBy: { position: "executive.vice-chair" },
        record: { memberNo: "012", helperNo: "003", witnessNo: "001" },
      },
    ]);
    expect(secretary.received().text).toContain("คุณเลิกเป็นผู้ช่วยได้ทุกเมื่อ");
    await secretary.taps("เลิกเป็นผู้ช่วย");
    await secretary.taps("ยืนยันเลิกเป็นผู้ช่วย");
    expect((await secretary.says("ยอดเงิน")).text).not.toContain("4,200");
  });

  it("is a line head for her own line, with a second officer; she hears the answer, and may end it before the owner", async () => {
    const { head, somchai, chair } = await line();
    await head.says("ผู้ช่วย 012 คือ 034");
    const confirm = head.dataOf(/^ยืนยันว่า/);
    const first = await head.taps(/^ยืนยันว่า/);
    expect((await head.sendsPostback(confirm)).text).toBe(first.text);
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    await chair.taps("ยืนยันผู้ช่วย");
    await village.settle();

    expect((await somchai.says("ยอดเงิน")).text).toContain("4,200");
    expect(head.received().text).toContain("✓ ยืนยันแล้ว");
    expect(await village.entries("helper.made")).toMatchObject([
      { actor: { memberId: head.member.id }, record: { witnessNo: "020" } },
    ]);
    await head.says("ยกเลิกผู้ช่วย 034 ของ 012");
    await head.taps("ยืนยันยกเลิกผู้ช่วย");
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
  });

  it("is no line head for another line, herself as helper, or on a phone that is too new; and no member without a line", async () => {
    const { head, somchai } = await line();
    await village.member({ memberNo: "060", name: "คนสายอื่น", linked: false, lineHeadNo: "061" });

    expect((await head.says("ผู้ช่วย 060 คือ 034")).text).toMatch(refusalOf("member.not-found"));
    expect((await head.says("ผู้ช่วย คนสายอื่น คือ 034")).text).toMatch(refusalOf("member.not-found"));
    expect((await head.says("ยกเลิกผู้ช่วย 034 ของ 060")).text).toMatch(refusalOf("member.not-found"));
    expect((await head.says("ผู้ช่วย 012 คือ 020")).text).toMatch(refusalOf("helper.recorder"));
    for (const words of ["ผู้ช่วย 012 คือ 034", "ผู้ช่วย"])
      expect((await somchai.says(words)).text).toMatch(refusalOf("role.missing"));
    const decidesFrom = new Date("2026-03-03T00:00:00Z");
    await MemberModel.updateOne({ _id: head.member.id }, { $set: { "link.decidesFrom": decidesFrom } });
    expect((await head.says("ผู้ช่วย 012 คือ 034")).text).toMatch(refusalOf("role.too-new"));
    expect(await village.entries("helper.made")).toEqual([]);
  });

  async function line(): Promise<{ head: Villager; somchai: Villager; chair: Villager }> {
    const chair = await village.officer("chair", { memberNo: "001" });
    const head = await village.member({ memberNo: "020", name: "สายใจ หัวหน้าสาย" });
    await village.member({ memberNo: "012", linked: false, lineHeadNo: "020", pledgeSavings: baht(4_200) });
    const somchai = await village.member({ memberNo: "034", name: "สมชาย ใจดี" });
    return { head, somchai, chair };
  }
});
