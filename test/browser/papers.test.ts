import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { buildLoanRequest } from "../support/loans";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms } from "./support/room";

describe("the page of papers in LINE", () => {
  const { village, windows } = useRooms();
  beforeAll(() => void windows.alsoAsked.push(`http://127.0.0.1:${village.sajja.port}`));

  it("opens from the card in chat, gives PDF and sheet to who may read them, and nothing in a browser that nobody answers for", async () => {
    const treasurer = await village.officer("treasurer", { name: "สมศรี เหรัญญิก" });
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี" });
    await buildLoanRequest(village.group, malee.member, { requestNo: "ก12/2569", on: village.today });
    const room = await openRoom(windows, village, [treasurer], { width: 360, height: 780 });
    const phone = room.phone("สมศรี เหรัญญิก");
    await treasurer.says("งบทดลอง");

    await phone.taps("เปิดกระดาษ");

    const page = phone.place.frameLocator("iframe");
    await page.getByRole("heading", { name: "กระดาษและตาราง" }).waitFor();
    await page.getByRole("heading", { name: "ทะเบียนสมาชิก" }).waitFor();
    await expectAccessible(room.page);
    for (const [name, begins] of [
      ["ทะเบียนสมาชิก PDF", "%PDF"],
      ["ทะเบียนสมาชิก Excel", "PK"],
    ] as const) {
      const [file] = await Promise.all([
        room.page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      expect(
        readFileSync(await file.path())
          .subarray(0, begins.length)
          .toString(),
      ).toBe(begins);
    }
    await page.getByText(/การเปิดดูถูกจดไว้แล้ว/).waitFor();

    // The papers of a loan have a page of their own.
    await room.page.getByRole("button", { name: "ปิด", exact: true }).click();
    await treasurer.says("สัญญากู้ ก12/2569");
    await phone.taps("เปิดสัญญา");
    await page.getByRole("heading", { name: "สัญญาเงินกู้ ก12/2569" }).waitFor();
    await expectAccessible(room.page);
    const [contract] = await Promise.all([
      room.page.waitForEvent("download"),
      page.getByRole("button", { name: "สัญญากู้เงิน" }).click(),
    ]);
    expect(
      readFileSync(await contract.path())
        .subarray(0, 4)
        .toString(),
    ).toBe("%PDF");

    const bare = await windows.open(`http://127.0.0.1:${village.sajja.port}/pages/papers/${village.group.id}`, {
      width: 360,
    });
    await bare.getByRole("heading", { name: "ยังไม่รู้ว่าคุณเป็นใคร หน้านี้จึงยังเปิดไม่ได้" }).waitFor();
    expect(await bare.getByRole("button").count()).toBe(0);
    windows.complaints.splice(0); // The browser notes the refused request by itself.
  });
});
