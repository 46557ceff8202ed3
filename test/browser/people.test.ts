import { describe, expect, it } from "@jest/globals";
import { createCanvas } from "@napi-rs/canvas";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms } from "./support/room";

describe("people at the chat page", () => {
  const { village, windows } = useRooms();

  it("lets a stranger come with a new phone, add the account, send a sticker and a photo, block and come back", async () => {
    const malee = await village.member({ name: "มาลี คนแรก" });
    const room = await openRoom(windows, village, [malee]);
    await room.page.getByRole("button", { name: /^เพิ่มโทรศัพท์/ }).click();
    await room.page.getByLabel("ชื่อในไลน์").fill("ป้าแป๋ว");
    await expectAccessible(room.page);
    await room.page.getByRole("button", { name: "หยิบโทรศัพท์เครื่องใหม่" }).click();
    const phone = room.phone("ป้าแป๋ว");

    await phone.taps("เพิ่มเพื่อน");
    await phone.shows(/ยินดีต้อนรับ/);
    await phone.taps("สติกเกอร์");
    await phone.place.getByRole("group", { name: "สติกเกอร์" }).getByRole("button", { name: "สติกเกอร์ ขอบคุณ" }).click();
    await phone.chat.getByRole("img", { name: "สติกเกอร์ ขอบคุณ" }).waitFor();
    const buffer = createCanvas(40, 30).toBuffer("image/png");
    await phone.place.locator("input[type=file]").setInputFiles({ name: "slip.png", mimeType: "image/png", buffer });
    await phone.chat.getByRole("img", { name: "รูป", exact: true }).waitFor();
    await expectAccessible(room.page);

    await phone.taps(/ตั้งค่าโทรศัพท์/);
    await room.page.getByRole("button", { name: "บล็อกบัญชีนี้" }).click();
    await room.page.getByRole("dialog").getByRole("button", { name: "เลิกบล็อก" }).waitFor();
    await expectAccessible(room.page);
    await room.page.keyboard.press("Escape");
    expect(await phone.place.getByRole("textbox").isDisabled()).toBe(true);
    await phone.taps("เลิกบล็อก");
    await phone.place.getByText("คุณบล็อกบัญชีนี้อยู่").waitFor({ state: "detached" });
    expect(await phone.place.getByRole("textbox").isDisabled()).toBe(false);
  });

  it("finds people by their office, remembers the table, and puts a phone away", async () => {
    const malee = await village.member({ name: "มาลี อยู่ก่อน" });
    const wichai = await village.member({ name: "วิชัย หาเจอ" });
    wichai.phone.changes({ statusMessage: "เหรัญญิก · เลขที่ 002" });
    const room = await openRoom(windows, village, [malee]);
    await room.page.getByRole("button", { name: /^เพิ่มโทรศัพท์/ }).click();
    await room.page.getByRole("searchbox").fill("เหรัญญิก");
    await room.page.getByRole("button", { name: /วิชัย หาเจอ/ }).click();
    await room.phone("วิชัย หาเจอ").place.getByText("เหรัญญิก · เลขที่ 002").waitFor();

    await room.page.reload();
    await room.phone("วิชัย หาเจอ").place.waitFor();
    await room.phone("วิชัย หาเจอ").taps("เก็บโทรศัพท์ วิชัย หาเจอ");
    await room.phone("วิชัย หาเจอ").place.waitFor({ state: "detached" });
  });

  it("makes a group chat, in which the account answers a mention and is silent else", async () => {
    const malee = await village.member({ name: "มาลี ในกลุ่ม" });
    const wichai = await village.member({ name: "วิชัย ในกลุ่ม" });
    const room = await openRoom(windows, village, [malee, wichai]);
    await room.page.getByRole("button", { name: /^เพิ่มโทรศัพท์/ }).click();
    await room.page.getByLabel("ชื่อห้อง").fill("ห้องบ้านน้ำขาว");
    await room.page.getByRole("button", { name: "ตั้งห้อง", exact: true }).click();
    const phone = room.phone("มาลี ในกลุ่ม", "ห้องบ้านน้ำขาว");
    await phone.shows(/#สัจจะ/);
    const { botName } = village.simulator.settings;

    await phone.says("ยอดเงินเท่าไร");
    await village.settle();
    const [group] = village.simulator.groups();
    const answers = () => group?.messages().filter(({ from }) => from === "bot").length;
    expect(answers()).toBe(1);
    await phone.taps("กล่าวถึงสัจจะ");
    await room.page.keyboard.type("ยอดเงิน");
    await room.page.keyboard.press("Enter");
    await phone.shows(`@${botName} ยอดเงิน`);
    await village.settle();
    await phone.shows(/แชทส่วนตัว/);
    expect(answers()).toBe(2);
    await expectAccessible(room.page);
  });

  it("speaks English too", async () => {
    const malee = await village.member({ name: "มาลี สองภาษา" });
    const room = await openRoom(windows, village, [malee]);

    await room.page.getByRole("button", { name: "English" }).click();

    await room.page.getByRole("region", { name: "มาลี สองภาษา’s phone" }).waitFor();
    await room.page.getByRole("button", { name: /^Move the clock Sun 1 Mar 2026/ }).click();
    await room.page.getByRole("button", { name: /Morning of the working day Thu 5 Mar 2026 08:30/ }).waitFor();
    expect(await room.page.locator("html").getAttribute("lang")).toBe("en");
    await expectAccessible(room.page);
  });
});
