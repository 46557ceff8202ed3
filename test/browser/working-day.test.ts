import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms } from "./support/room";

describe("a working day at the chat page", () => {
  const { village, windows } = useRooms({ today: "2026-03-02" });

  it("goes by buttons from the clock over the treasurer's deposit to the member's receipt", async () => {
    const treasurer = await village.officer("treasurer", { name: "สมศรี ใจดี" });
    const malee = await village.member({ name: "มาลี แก้วมณี", memberNo: "012", pledgeSavings: baht(400) });
    const room = await openRoom(windows, village, [treasurer, malee]);
    const [table, hers] = [room.phone("สมศรี ใจดี"), room.phone("มาลี แก้วมณี")];

    await room.page.getByRole("button", { name: /เลื่อนเวลา จ\. 2 มี\.ค\. 2569/ }).click();
    await room.page.getByRole("button", { name: /เช้าวันทำการ พฤ\. 5 มี\.ค\. 2569 08\.30 น\./ }).click();
    await room.page.getByRole("button", { name: /เลื่อนเวลา พฤ\. 5 มี\.ค\. 2569 08\.3\d น\./ }).waitFor();

    await table.says("เปิดวันทำการ");
    await table.taps(/^ยืนยันเปิด/);
    await table.shows(/เปิด.*แล้ว/);
    await table.says("รับ 012 สัจจะ 100");
    await table.taps(/^ยืนยันรับ 100/);
    await table.shows("2569/000001");
    expect(await hers.chat.getByText("2569/000001").count()).toBe(0);

    await hers.says("ใบเสร็จ");
    await hers.shows(/2569\/000001/);
    expect(await village.entries("savings.deposit")).toHaveLength(1);
    await expectAccessible(room.page);
  });

  it("shows behind a bubble the call and the webhook, counts the bill and keeps the log", async () => {
    const malee = await village.member({ name: "มาลี เบื้องหลัง", memberNo: "015" });
    const room = await openRoom(windows, village, [malee]);
    const phone = room.phone("มาลี เบื้องหลัง");
    await phone.says("ยอดเงิน");
    await phone.shows("ยอดเงินสัจจะ");

    await phone.place
      .getByRole("button", { name: /ดูเบื้องหลังข้อความ/ })
      .last()
      .click();
    await room.panel.getByText("replyMessage").waitFor();
    await room.panel.getByText("ไม่คิดเงิน").waitFor();
    await room.panel.getByText("POST /webhook").waitFor();
    await room.panel
      .getByText(/"altText"/)
      .first()
      .waitFor();
    await expectAccessible(room.page);

    await phone.place.getByRole("button", { name: /อ่านแล้ว.*ดูเบื้องหลังข้อความ/ }).click();
    await room.panel
      .getByText(/"text": "ยอดเงิน"|ยอดเงิน/)
      .first()
      .waitFor();
    await room.panel.getByRole("button", { name: "ส่งเหมือนเดิมอีกครั้ง" }).click();
    await expectCount(() => village.simulator.webhooks().length, 2);
    expect(malee.received().altTexts).toHaveLength(1);

    await room.panel.getByRole("button", { name: "การรับส่ง" }).click();
    await room.panel.getByText("message (text)").first().waitFor();
    await expectAccessible(room.page);
    await room.panel.getByRole("button", { name: "ล้างบันทึก" }).click();
    await room.panel.getByText("ยังไม่มีการรับส่ง").waitFor();
    expect(village.simulator.webhooks()).toEqual([]);

    await room.panel.getByRole("button", { name: "ค่าข้อความ" }).click();
    const replies = room.panel
      .getByRole("row", { name: /ตอบกลับ/ })
      .getByRole("cell")
      .first();
    await replies.waitFor();
    expect(await replies.textContent()).toBe(String(village.simulator.bill().calls.reply));
    await expectAccessible(room.page);
    await room.page.keyboard.press("Escape");
    await room.panel.waitFor({ state: "detached" });
  });

  it("says when a webhook does not get through", async () => {
    const malee = await village.member({ name: "มาลี ขัดข้อง", memberNo: "016" });
    const room = await openRoom(windows, village, [malee]);
    const { webhookUrl } = village.simulator.settings;
    village.simulator.set({ webhookUrl: "http://127.0.0.1:9/webhook" });

    await room.phone("มาลี ขัดข้อง").says("สวัสดี");

    await room.page.getByText("เซิร์ฟเวอร์ไม่รับเหตุการณ์นี้ (COULD_NOT_CONNECT)").waitFor();
    village.simulator.set({ webhookUrl });
  });
});

async function expectCount(count: () => number, wanted: number): Promise<void> {
  for (let tries = 0; tries < 100 && count() < wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(count()).toBe(wanted);
}
