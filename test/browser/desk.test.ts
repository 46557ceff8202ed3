import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { FrameLocator } from "playwright-core";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { MemberModel, memberRow } from "../../src/storage/members";
import { driverOf } from "../../src/storage/model";
import { memberOf } from "../support/member";
import { openDayOf } from "../support/open-day";
import type { Villager } from "../support/villager";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms, type Room } from "./support/room";

/** So many households, with two or three passbooks each. */
const households = 60;
const members = 150;

/** A busy machine makes sixty taps slow. */
const patienceMs = 180_000;

describe("the desk page", () => {
  const { village, windows } = useRooms({ today: "2026-03-05" });
  let treasurer: Villager;
  beforeAll(() => void windows.alsoAsked.push(`http://127.0.0.1:${village.sajja.port}`));
  beforeEach(async () => {
    treasurer = await village.officer("treasurer", { memberNo: "900", name: "สมศรี ใจดี", pledge: baht(0) });
    await openDayOf(village, treasurer);
  });

  /** A register of members who all owe this month's hundred baht; the first of a house has its number. */
  async function register(count: number, houses: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, at) =>
      memberRow(memberOf(village.group.id, noOf(at + 1), { household: `${(at % houses) + 1}/1` })),
    );
    await driverOf(MemberModel).insertMany(rows);
  }

  const noOf = (number: number) => String(number).padStart(3, "0");

  /** Opens the desk from the chat of an officer's phone. */
  async function openDesk(room: Room, officer: string): Promise<FrameLocator> {
    const phone = room.phone(officer);
    await phone.says("โต๊ะรับเงิน");
    await phone.taps("เปิดโต๊ะรับเงิน");
    const page = phone.place.frameLocator("iframe");
    await page.getByRole("heading", { name: "โต๊ะรับเงิน", exact: true }).waitFor();
    return page;
  }

  /** [รับครบ] of a house, found by its heading: among so many houses that is quicker than by the names of buttons. */
  const takeAll = (page: FrameLocator, house: number) =>
    page.locator(`li:has(> #house-${noOf(house)})`).getByRole("button", { name: /^รับครบ/ });

  const sendsHeld = (page: FrameLocator) => page.getByRole("button", { name: /^ส่งเลย/ }).click();
  const allSent = (page: FrameLocator) => page.getByText("ลงบัญชีครบแล้ว").waitFor({ timeout: 60_000 });

  it(
    "takes 150 members of 60 households with a tap each, over a lost signal, and loses and doubles nothing",
    async () => {
      await register(members, households);
      const room = await openRoom(windows, village, [treasurer], { width: 800, height: 1100 });
      const context = room.page.context();
      const page = await openDesk(room, "สมศรี ใจดี");
      let taps = 0;
      for (let house = 1; house <= households; house += 1) {
        // The signal goes for ten households; later the books take some of which no answer comes back.
        if (house === 25) await context.setOffline(true);
        if (house === 35) {
          await page.getByText(/สัญญาณขาด เก็บไว้ในเครื่องนี้ \d+ รายการ/).waitFor();
          await context.setOffline(false);
        }
        if (house === 45)
          await context.route(
            /\/api\/operations\/[0-9a-f]{32}$/,
            async (route) => {
              await route.fetch();
              await route.abort("connectionreset");
            },
            { times: 2 },
          );
        await takeAll(page, house).click();
        taps += 1;
      }
      await sendsHeld(page);
      await allSent(page);

      expect(taps + 1).toBeLessThanOrEqual(3 * households);
      await page.getByText("15,000 บาท · 150 เล่ม").waitFor();
      expect(await village.balance(account.cash)).toBe(baht(15_000));
      const entries = await village.entries("savings.deposit");
      expect(entries.map(({ receipt, source }) => [receipt?.no, source])).toEqual(
        Array.from({ length: members }, (_, at) => [at + 1, "desk"]),
      );
      expect(new Set(entries.flatMap(({ memberIds }) => memberIds)).size).toBe(members);
      windows.complaints.splice(0); // The browser notes each request that broke off.
    },
    patienceMs,
  );

  it(
    "serves two officers at once, each with an own box; other sums are typed on the pad, also by keyboard alone",
    async () => {
      await register(6, 2);
      const staff = await village.officer("staff", { memberNo: "901", name: "ดำ ช่วยโต๊ะ", pledge: baht(0) });
      const hisPhone = `#phone-${staff.lineUserId}`;
      const room = await openRoom(windows, village, [treasurer, staff], { width: 820, height: 1000 });
      const hers = await openDesk(room, "สมศรี ใจดี");
      await expectAccessible(room.page);
      const his = await openDesk(room, "ดำ ช่วยโต๊ะ");
      await takeAll(hers, 1).click();
      await sendsHeld(hers);
      await allSent(hers);

      // He does not know yet that she took the house: the books tell him, and nothing is taken twice.
      await takeAll(his, 1).click();
      await sendsHeld(his);
      await his.getByText("ยังไม่ลงบัญชี ต้องดูก่อน").waitFor();
      await expectAccessible(room.page, hisPhone);
      await his.getByRole("button", { name: /^เอาออกจากรายการ/ }).click();
      await his.getByRole("button", { name: /^ยืนยันเอาออก/ }).click();

      await his.getByRole("searchbox", { name: /^หาเลข/ }).fill("ชื่อ002");
      await his.getByRole("button", { name: "ยอดอื่น บ้าน 2/1" }).press("Enter");
      await his.getByRole("textbox", { name: /^เงินสัจจะพิเศษ/ }).focus();
      await his.getByRole("button", { name: "5", exact: true }).click();
      await his.getByRole("button", { name: "00" }).press("Enter");
      await his.getByRole("radio", { name: /^004/ }).press("Space");
      await his.getByRole("textbox", { name: "เงินสัจจะ", exact: true }).fill("");
      await expectAccessible(room.page, hisPhone);
      await his.getByRole("button", { name: "รับ 700 บาท" }).press("Enter");
      await his.getByRole("button", { name: /^แก้ บ้าน 2\/1/ }).click();
      await his.getByRole("button", { name: "กลับ" }).click();
      await sendsHeld(his);
      await allSent(his);

      await his.getByText("700 บาท · 2 เล่ม").waitFor();
      const boxes = (await village.entries("savings.deposit")).map(({ actor, postings, memberIds }) => [
        actor.memberId,
        memberIds[0]?.split(":").at(-1),
        postings.filter(({ side }) => side === "credit").map(({ code, amount }) => [code, amount]),
      ]);
      const pledge = ["2100", baht(100)];
      expect(boxes).toEqual([
        ...["001", "003", "005"].map((no) => [treasurer.member.id, no, [pledge]]),
        [staff.member.id, "002", [pledge, ["2110", baht(500)]]],
        [staff.member.id, "006", [pledge]],
      ]);
      windows.complaints.splice(0);
    },
    patienceMs,
  );

  it("keeps what was taken without a signal when the page is closed, and sends it once it is opened again", async () => {
    await register(2, 1);
    const room = await openRoom(windows, village, [treasurer], { width: 360, height: 780 });
    const page = await openDesk(room, "สมศรี ใจดี");
    const width = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    expect(await page.locator("html").evaluate(width)).toBe(true);
    await room.page.context().setOffline(true);
    await takeAll(page, 1).click();
    await sendsHeld(page);
    await page.getByText(/สัญญาณขาด เก็บไว้ในเครื่องนี้ 2 รายการ 200 บาท/).waitFor();
    await room.page.getByRole("button", { name: "ปิด", exact: true }).click();
    expect(await village.entries("savings.deposit")).toEqual([]);
    await room.page.context().setOffline(false);

    await room.page.reload();
    const again = await openDesk(room, "สมศรี ใจดี");
    await allSent(again);
    await again.getByText("200 บาท · 2 เล่ม").waitFor();
    expect(await village.entries("savings.deposit")).toHaveLength(2);

    // Another officer closes the day: the page says so and takes nothing more.
    await again.getByRole("button", { name: "ยอดอื่น บ้าน 1/1" }).waitFor();
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    await again.locator("html").evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await again.getByText(/^✕ .*ยังไม่ได้เปิดวันทำการ/).waitFor();
    expect(await again.getByRole("button", { name: /^(รับครบ|ยอดอื่น)/ }).count()).toBe(0);
    await expectAccessible(room.page);
    windows.complaints.splice(0);
  });

  it("stays shut to who does not record money, whoever sent the link on, and when the day is closed", async () => {
    const secretary = await village.officer("secretary", { memberNo: "901", name: "สุดา ทองดี" });
    const room = await openRoom(windows, village, [secretary], { width: 360, height: 780 });
    const phone = room.phone("สุดา ทองดี");
    await phone.says("โต๊ะรับเงิน");
    await phone.shows(/เหรัญญิก/);
    const address = `http://127.0.0.1:${village.sajja.port}/pages/desk/${village.group.id}`;
    const nobody = await windows.open(address, { width: 360 });
    await nobody.getByRole("heading", { name: "ยังไม่รู้ว่าคุณเป็นใคร หน้านี้จึงยังเปิดไม่ได้" }).waitFor();
    expect(await nobody.getByText("บ้าน").count()).toBe(0);
    await expectAccessible(nobody);
    windows.complaints.splice(0);
  });
});
