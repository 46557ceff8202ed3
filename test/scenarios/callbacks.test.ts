import { describe, expect, it } from "@jest/globals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("a wish to be called", () => {
  const village = useVillage({ today: "2026-03-01" });

  async function committee() {
    const chair = await village.officer("chair", { name: "สมชาย ใจดี" });
    const vice = await village.officer("vice-chair", { name: "วรรณา ใจเย็น" });
    const secretary = await village.officer("secretary", { name: "อรุณี ศรีสุข" });
    const treasurer = await village.officer("treasurer", { name: "สมศรี มั่งมี" });
    const lender = await village.officer("chair", { committee: "loan", name: "วิชัย รักดี" });
    const auditor = await village.officer("chair", { committee: "audit", name: "ประนอม ตรงดี" });
    return { chair, vice, secretary, treasurer, lender, auditor };
  }

  async function asks(member: Villager, tile: string, button: string | RegExp, words: string) {
    await member.says(tile);
    await member.taps(button);
    return member.says(words);
  }

  /** Who was told, and who sees it in the list of those to be called. */
  async function hearers(people: Record<string, Villager>, words: string) {
    const told: string[] = [];
    const sees: string[] = [];
    for (const [name, person] of Object.entries(people)) {
      const kinds = (await village.outboxOf(person)).map(({ kind }) => kind);
      if (kinds.includes("callback.requested")) told.push(name);
      if ((await person.says("รายชื่อโทรกลับ")).text.includes(words)) sees.push(name);
    }
    return { told, sees };
  }

  it("about a loan is for the loan committee, and for chair and secretary where none of it has LINE", async () => {
    const people = await committee();
    const malee = await village.member({ memberNo: "012" });

    const asked = await asks(malee, "เงินกู้", "ฝากชื่อให้โทรกลับ", "ซื้อปุ๋ย โทร 0812223333");
    expect(asked.text).toMatch(/ผู้ที่จะโทร: ประธานกรรมการเงินกู้ วิชัย รักดี$/m);
    expect(await hearers(people, "0812223333")).toEqual({ told: ["lender"], sees: ["lender"] });

    await village.relink(people.lender);
    expect((await asks(malee, "เงินกู้", "ฝากชื่อให้โทรกลับ", "ซ่อมหลังคา")).text).toMatch(
      /ผู้ที่จะโทร: ประธาน สมชาย ใจดี, เลขานุการ อรุณี ศรีสุข$/m,
    );
    const { chair, vice, secretary, treasurer } = people;
    expect((await hearers({ chair, vice, secretary, treasurer }, "ซ่อมหลังคา")).sees).toEqual(["chair", "secretary"]);
  });

  it("about an event or a talk is for those who decide in the group, never for the loan chair", async () => {
    const people = await committee();
    const malee = await village.member({ memberNo: "012" });

    const event = await asks(malee, "สวัสดิการ", "แจ้งเหตุ", "เมื่อวาน");
    expect(event.text).toMatch(/ผู้ที่จะโทร: ประธาน สมชาย ใจดี, รองประธาน วรรณา ใจเย็น, เลขานุการ อรุณี ศรีสุข$/m);
    expect(await hearers(people, "28 ก.พ. 2569")).toEqual({
      told: ["chair", "vice", "secretary"],
      sees: ["chair", "vice", "secretary"],
    });
    await malee.says("ฝากชื่อให้โทรกลับ");
    expect((await malee.says("มาลี 0812223333 เรื่องสมุดของแม่")).text).toContain("ผู้ที่จะโทร");
    expect((await hearers(people, "0812223333")).sees).toEqual(["chair", "vice", "secretary"]);
  });

  it("about a death begins with condolence, whether she told it at first or only with the day", async () => {
    const people = await committee();
    const malee = await village.member({ memberNo: "012" });

    expect((await malee.says("แม่เสียแล้ว ต้องทำไงบ้าง")).text).toMatch(/^ขอแสดงความเสียใจด้วย/);
    await malee.taps("แจ้งเหตุ");
    expect((await malee.taps("เมื่อวาน")).text).toMatch(/^ขอแสดงความเสียใจด้วย.*กลุ่มรับทราบแล้ว/s);
    expect((await hearers(people, "มีผู้เสียชีวิต")).sees).toEqual(["chair", "vice", "secretary"]);
    expect((await asks(malee, "สวัสดิการ", "แจ้งเหตุ", "สามีเสียเมื่อวาน โทร 0812223333")).text).toMatch(/^ขอแสดงความเสียใจด้วย/);
    const birth = await asks(malee, "ลูกคลอดเมื่อวาน", "แจ้งเหตุ", "เมื่อวาน");
    expect(birth.text).not.toContain("เสียใจ");
  });

  it("about an officer goes to the auditors alone, with their telephone", async () => {
    const people = await committee();
    await village.changeGroup(({ officers }) => {
      for (const office of officers) if (office.committee === "audit") office.phone = "0899998888";
    });
    const malee = await village.member({ memberNo: "012" });

    for (const words of ["เหรัญญิกโกงเงินผม", "เงินหาย!", "ร้องเรียนกรรมการ"]) {
      const card = await malee.says(words);
      expect(card.text).toMatch(/ประนอม ตรงดี โทร 0899998888/);
      expect(card.text).not.toMatch(/สมชาย|อรุณี/);
      expect(card.labels).toEqual(expect.arrayContaining(["โทรหาผู้ตรวจสอบ", "ให้ผู้ตรวจสอบโทร"]));
    }
    expect((await malee.taps("ให้ผู้ตรวจสอบโทร")).text).toMatch(/ชื่อ เบอร์โทร และเรื่อง/);
    const asked = await malee.says("มาลี 0812223333 เหรัญญิกไม่ลงสมุด");
    expect(asked.text).toMatch(/ผู้ที่จะโทร: ประธานกรรมการตรวจสอบ ประนอม ตรงดี$/m);

    expect(await hearers(people, "0812223333")).toEqual({ told: ["auditor"], sees: ["auditor"] });
    expect((await people.auditor.taps(/^โทรหา/)).text).toContain("โทรหา");
    expect((await people.auditor.says("รายชื่อโทรกลับ")).text).toContain("ไม่มีใครรอโทรกลับ");
  });

  it("that turns into a complaint leaves those whom it may be about", async () => {
    const people = await committee();
    const malee = await village.member({ memberNo: "012" });
    await malee.says("ฝากชื่อให้โทรกลับ");

    expect((await malee.says("เหรัญญิกโกงเงินผม")).text).toMatch(/ผู้ตรวจสอบ.*ประนอม ตรงดี/s);

    expect(await hearers(people, "โกงเงินผม")).toEqual({ told: ["auditor"], sees: ["auditor"] });
  });

  it("is not promised where nobody would hear of it", async () => {
    await village.officer("secretary", { name: "อรุณี ศรีสุข", linked: false });
    const malee = await village.member({ memberNo: "012" });

    const answer = await malee.says("ฝากชื่อให้โทรกลับ");
    expect(answer.text).toContain("อรุณี ศรีสุข");
    expect(answer.text).not.toContain("จดไว้แล้ว");
    const complaint = await malee.says("เงินหาย!");
    expect(complaint.text).toContain("ยังไม่ได้ลงชื่อผู้ตรวจสอบ");
    expect(complaint.labels).not.toContain("ให้ผู้ตรวจสอบโทร");
  });

  it("stays for each event until it is marked done, each with a button of its own", async () => {
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012", nickname: "ลี" });
    await asks(malee, "สวัสดิการ", "แจ้งเหตุ", "วันนี้");
    await asks(malee, "สวัสดิการ", "แจ้งเหตุ", "เมื่อวาน");
    await malee.says("ฝากชื่อให้โทรกลับ");
    await malee.says("ถามเรื่องสมุด");

    const list = await secretary.says("รายชื่อโทรกลับ");
    expect(list.text).toMatch(/1 มี\.ค\. 2569.*28 ก\.พ\. 2569.*ถามเรื่องสมุด/s);
    const labels = list.labels.filter((label) => /โทร.*แล้ว$/.test(label));
    expect(new Set(labels).size).toBe(3);
    await secretary.taps(/28/);

    const left = lastOf(await secretary.says("รายชื่อโทรกลับ"));
    expect(left).toMatch(/1 มี\.ค\. 2569.*ถามเรื่องสมุด/s);
    expect(left).not.toContain("28 ก.พ.");
  });

  it("is told once while it is open, and the list shows the newest words", async () => {
    const { lender } = await committee();
    const malee = await village.member({ memberNo: "012" });
    for (const words of ["ซื้อปุ๋ย", "ซื้อเมล็ดพันธุ์", "ซ่อมหลังคา"]) await asks(malee, "เงินกู้", "ฝากชื่อให้โทรกลับ", words);

    expect((await village.outboxOf(lender)).filter(({ kind }) => kind === "callback.requested")).toHaveLength(1);
    const list = lastOf(await lender.says("รายชื่อโทรกลับ"));
    expect(list).toContain("ซ่อมหลังคา");
    expect(list).not.toMatch(/ซื้อปุ๋ย|เมล็ดพันธุ์/);
  });
});
