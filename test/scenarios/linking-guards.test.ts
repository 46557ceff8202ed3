import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { PersonModel } from "../../src/storage/persons";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("who may make and use link codes", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("locks a phone after five wrong codes although each was a refusal, until a secretary unlocks it by its number", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false, pledgeSavings: baht(300) });
    const phone = await village.stranger();
    await phone.says("ยินยอม");

    for (const left of [4, 3, 2, 1]) expect((await phone.says("00000000")).text).toContain(`ส่งได้อีก ${left} ครั้ง`);
    const locked = await phone.says("00000000");
    const lockNo = /\b\d{6}\b/.exec(locked.text)?.[0] ?? "";
    expect(locked.text).toContain("ล็อกไว้ก่อนเพื่อความปลอดภัย");
    const code = await codeFor(secretary, "012");
    expect((await phone.says(code)).text).toContain(lockNo);
    expect((await secretary.says("ปลดล็อก 000000")).text).toMatch(refusalOf("lock.unknown"));

    const before = village.pushesTo(phone);
    expect((await secretary.says(`ปลดล็อก ${lockNo}`)).text).toContain(lockNo);
    expect(village.pushesTo(phone)).toBe(before + 1);
    expect(phone.received().text).toMatch(/ปลดล็อกแล้ว.*เลขานุการ secretary ทดลอง.*ถ้าคุณไม่ได้ขอให้ปลดล็อก/s);
    expect((await phone.says(code)).text).toContain("ผูกสมุดกับไลน์แล้ว");
    expect(await PersonModel.findOne({ lineUserId: phone.lineUserId }).lean()).toMatchObject({
      wrongTries: 0,
      lockedAt: null,
    });
  });

  it("counts wrong codes that arrive at once, each one", async () => {
    const phone = await village.stranger();
    await phone.says("ยินยอม");

    await phone.act(() =>
      Promise.all(["00000001", "00000002", "00000003", "00000004"].map((code) => phone.phone.says(code))),
    );

    expect(await PersonModel.findOne({ lineUserId: phone.lineUserId }).lean()).toMatchObject({ wrongTries: 4 });
  });

  it("lets nobody unlock but who may, and nobody herself", async () => {
    const secretary = await village.officer("secretary");
    const malee = await village.member();
    const locked = await secretary.says("ล็อก");
    const lockNo = /\b\d{6}\b/.exec(locked.text)?.[0] ?? "";

    expect((await malee.says(`ปลดล็อก ${lockNo}`)).text).toMatch(refusalOf("role.missing"));
    expect((await secretary.says(`ปลดล็อก ${lockNo}`)).text).toMatch(refusalOf("person.locked"));
    const stranger = await village.officer("secretary", { group: await village.addGroup() });
    expect((await stranger.says(`ปลดล็อก ${lockNo}`)).text).toMatch(refusalOf("lock.unknown"));
    const chair = await village.officer("chair");
    await chair.says(`ปลดล็อก ${lockNo}`);

    expect((await secretary.says("ยอดเงิน")).text).toContain("ยอดเงินสัจจะ");

    await malee.says("ส่งแล้วแต่ไม่ขึ้น");
    for (const code of ["00000001", "00000002", "00000003", "00000004", "00000005"]) await malee.says(code);
    expect((await malee.says("ส่งสองร้อยเมื่อวาน")).text).toMatch(refusalOf("person.locked"));
  });

  it("burns a code that was seen in a group chat, however it is written there", async () => {
    const secretary = await village.officer("secretary");
    for (const memberNo of ["012", "013", "014", "015"]) await village.member({ memberNo, linked: false });
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    const chat = village.simulator.addGroup({ name: "กลุ่มไลน์บ้านเรา", members: [phone.phone, secretary.phone] });
    await chat.invitesBot();
    const codes = [];
    for (const memberNo of ["012", "013", "014", "015"]) codes.push(await codeFor(secretary, memberNo));
    const [plain = "", spaced = "", glued = "", thai = ""] = codes;

    await chat.says(phone.phone, plain);
    await chat.says(phone.phone, `รหัส ${spaced.slice(0, 4)} ${spaced.slice(4)} ค่ะ`);
    await chat.says(phone.phone, `รหัสคือ${glued}นะ`);
    await chat.says(
      phone.phone,
      thai.replaceAll(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? ""),
    );
    await village.settle();

    const said = JSON.stringify(chat.messages().filter((message) => message.from === "bot"));
    expect(said.match(/รหัสนี้ใช้ไม่ได้แล้ว/g)).toHaveLength(4);
    for (const code of [plain, spaced, glued, thai]) {
      expect((await phone.says(code)).text).toMatch(refusalOf("link.burned"));
    }
    expect(await village.entries("link.made")).toEqual([]);
  });

  it("lets no member but her line head make codes, for her line only, and shows nobody else's name", async () => {
    const head = await village.member({ memberNo: "020" });
    const plain = await village.member({ memberNo: "030" });
    await village.member({ memberNo: "021", lineHeadNo: "020", linked: false, name: "นิด ในสาย" });
    await village.member({ memberNo: "031", linked: false, name: "นอก สายอื่น" });

    expect((await plain.says("ขอรหัส 031")).text).toMatch(refusalOf("role.missing"));
    const outside = await head.says("ขอรหัส 031");
    expect(outside.text).toMatch(refusalOf("link.other-line"));
    expect(outside.text).toMatch(/เฉพาะคนในสายของตัวเอง.*ให้เลขานุการ/s);
    expect((await head.says("ขอรหัส 999")).text).toMatch(refusalOf("link.other-line"));
    expect(outside.labels.join()).not.toContain("031");
    const code = await codeFor(head, "021");
    const phone = await village.stranger();
    await phone.says("ยินยอม");

    expect((await phone.says(code)).text).toContain("นิด ในสาย");
  });

  it("lets nobody make codes who recorded money that day", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const staff = await village.officer("staff", { memberNo: "040" });
    await village.changeGroup((group) => {
      group.officers.push({ memberNo: "040", committee: "executive", position: "secretary" });
    });
    await village.member({ memberNo: "012", linked: false });
    await staff.says("รับ 012 สัจจะ 100");
    await staff.taps(/^ยืนยันรับ/);
    await staff.says("ขอรหัส 012");

    expect((await staff.taps(/^012/)).text).toMatch(refusalOf("link.recorder-today"));
    expect((await treasurer.says("ขอรหัส 012")).text).toMatch(refusalOf("role.missing"));
  });
});
