import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { FrameLocator } from "playwright-core";
import { baht } from "../../src/domain/money";
import { MemberModel, memberRow } from "../../src/storage/members";
import { driverOf } from "../../src/storage/model";
import { memberOf } from "../support/member";
import { openDayOf } from "../support/open-day";
import type { Villager } from "../support/villager";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms, type Room } from "./support/room";

/** What of a page does not fit on its width, or is smaller than a thumb: names of the elements. */
const misfits = `(() => {
  const page = document.documentElement;
  const told = (element) => element.tagName + " " + (element.textContent || element.id).trim().slice(0, 40);
  const wide = [...document.querySelectorAll("main *")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const isCut = element.matches("button, input, p, h1, h2, dd, dt, legend") && element.scrollWidth > element.clientWidth + 1;
    return width > 1 && !element.matches(".hidden, .hidden *") && (left < -0.5 || right > page.clientWidth + 0.5 || isCut);
  });
  const small = [...document.querySelectorAll("button, label:has(input), input:not([type=radio])")].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 44 || height < 44;
  });
  return [
    ...(page.scrollWidth > page.clientWidth ? ["scrolls sideways"] : []),
    ...wide.map((element) => "wide: " + told(element)),
    ...small.map((element) => "small: " + told(element)),
  ];
})()`;

/** A busy machine makes so many taps slow. */
const patienceMs = 180_000;

describe("the desk page under a hurried thumb and on little room", () => {
  const { village, windows } = useRooms({ today: "2026-03-05" });
  let treasurer: Villager;
  beforeAll(() => void windows.alsoAsked.push(`http://127.0.0.1:${village.sajja.port}`));
  beforeEach(async () => {
    treasurer = await village.officer("treasurer", { memberNo: "900", name: "สมศรี ใจดี", pledge: baht(0) });
    await openDayOf(village, treasurer);
  });

  const noOf = (number: number) => String(number).padStart(3, "0");

  async function register(count: number, houses: number, name?: string): Promise<void> {
    const rows = Array.from({ length: count }, (_, at) =>
      memberRow(
        memberOf(village.group.id, noOf(at + 1), {
          household: `${(at % houses) + 1}/1`,
          ...(name === undefined ? {} : { name }),
        }),
      ),
    );
    await driverOf(MemberModel).insertMany(rows);
  }

  async function openDesk(room: Room): Promise<FrameLocator> {
    const phone = room.phone("สมศรี ใจดี");
    await phone.says("โต๊ะรับเงิน");
    await phone.taps("เปิดโต๊ะรับเงิน");
    const page = phone.place.frameLocator("iframe");
    await page.getByRole("heading", { name: "โต๊ะรับเงิน", exact: true }).waitFor();
    return page;
  }

  const button = (page: FrameLocator, name: string | RegExp) => page.getByRole("button", { name });

  it(
    "takes a double tap for one tap: it opens no pad, takes no other household, and takes nothing out",
    async () => {
      await register(4, 3);
      const room = await openRoom(windows, village, [treasurer], { width: 360, height: 780 });
      const page = await openDesk(room);
      await button(page, "รับครบ 200 บาท บ้าน 1/1").dblclick();
      await button(page, /^แก้ บ้าน 1\/1/).waitFor();
      expect(await page.getByRole("textbox").count()).toBe(0);

      // Found by number: after the tap the whole list stands there again, with another household under the finger.
      await page.getByRole("searchbox").fill("002");
      await button(page, "รับครบ 100 บาท บ้าน 2/1").dblclick();
      await button(page, /^แก้ บ้าน 2\/1/).waitFor();
      await button(page, "ยอดอื่น บ้าน 3/1").dblclick();
      await button(page, "รับ 100 บาท").dblclick();
      await button(page, /^ส่งเลย บ้าน 3\/1/).click();
      await page.getByText("ลงบัญชีครบแล้ว").waitFor();
      await page.getByText("400 บาท · 4 เล่ม").waitFor();
      const entries = await village.entries("savings.deposit");
      expect(entries.map(({ memberIds }) => memberIds[0]?.split(":").at(-1))).toEqual(["001", "004", "002", "003"]);
    },
    patienceMs,
  );

  it(
    "enters a day from paper, with what is missing in sight, at 320 pixels and with letters twice as large",
    async () => {
      await register(5, 2, "นางสาวกัญญาณัฐพัชร์ ศรีสุวรรณรัตนโกสินทร์ไพศาล");
      const secretary = await village.officer("secretary", { memberNo: "901", name: "สุดา ทองดี", pledge: baht(0) });
      await treasurer.says("ลงจากกระดาษ 5 มี.ค.");
      await treasurer.taps("ชื่อ901");
      const room = await openRoom(windows, village, [treasurer], { width: 320, height: 640 });
      const unsealed = await openDesk(room);
      await unsealed.getByText(/ลงจากกระดาษของวัน พฤ\. 5 มี\.ค\. 2569: รอยอดที่สองคนนับ/).waitFor();
      await room.page.getByRole("button", { name: "ปิด", exact: true }).click();
      for (const counter of [treasurer, secretary]) {
        await counter.taps("พิมพ์ยอดที่นับ");
        await counter.says("500");
        await village.settle();
      }

      const page = await openDesk(room);
      const fits = async (letters = 1): Promise<void> => {
        await page.locator("html").evaluate(`document.documentElement.style.fontSize = "${letters * 100}%"`);
        expect(await page.locator("html").evaluate(misfits)).toEqual([]);
      };
      await page.getByText("ยังขาด 500 บาท จากยอดที่นับ").waitFor();
      expect(await page.locator("html").evaluate("document.fonts.check('16px Sarabun', 'สัจจะ')")).toBe(true);
      await fits();
      await button(page, "รับครบ 300 บาท บ้าน 1/1").click();
      await fits();
      await fits(2);
      // Low as a phone on its side: the household that was taken last can be changed without going to the list's end.
      await fits();
      await room.page.setViewportSize({ width: 640, height: 360 });
      const below = "innerHeight - document.querySelector('.held-bar button').getBoundingClientRect().bottom";
      expect(await page.locator("html").evaluate(below)).toBeGreaterThanOrEqual(0);
      await room.page.setViewportSize({ width: 320, height: 640 });
      await fits(2);
      await button(page, /^ส่งเลย/).click();
      await page.getByText("ยังขาด 200 บาท จากยอดที่นับ").waitFor();
      await button(page, "ยอดอื่น บ้าน 2/1").click();
      await fits(2);
      await fits();
      await expectAccessible(room.page, "iframe");
      await button(page, "รับ 200 บาท").click();
      await button(page, /^ส่งเลย/).click();
      await page.getByText("✓ ครบตามยอดที่นับแล้ว").waitFor();
      await fits(2);
      const entries = await village.entries("savings.deposit");
      expect(entries.map(({ source, effectiveOn }) => [source, effectiveOn])).toEqual(
        entries.map(() => ["paper", "2026-03-05"]),
      );
      expect(entries).toHaveLength(5);
    },
    patienceMs,
  );
});
