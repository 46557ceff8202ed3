import { beforeEach, describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { findActor } from "../../../src/app/people/find-actor";
import { closeDay } from "../../../src/app/days/days";
import type { YearMonth } from "../../../src/domain/dates";
import { account } from "../../../src/domain/ledger/accounts";
import { baht } from "../../../src/domain/money";
import type { DepositSplit } from "../../../src/domain/savings/deposit";
import { inTransaction } from "../../../src/storage/tx";
import { buildContract, buildOrdinaryContract } from "../../support/contracts";
import { openDayOf } from "../../support/open-day";
import { refusalOf } from "../../support/refusals";
import { useVillage } from "../../support/village";
import type { Villager } from "../../support/villager";
import { pageOf } from "./support";

describe("the desk's part of the API", () => {
  const village = useVillage({ today: "2026-03-05" });
  let treasurer: Villager;
  let dayId = "";
  beforeEach(async () => {
    treasurer = await village.officer("treasurer", { memberNo: "002", name: "สมศรี ใจดี", pledge: baht(0) });
    dayId = await openDayOf(village, treasurer);
  });

  const desk = (villager: Villager, group = village.group) => pageOf(village, villager).get(`/api/desk/${group.id}`);

  async function minted(villager: Villager, subject = dayId): Promise<string> {
    const { body } = await pageOf(village, villager).post("/api/operations", { name: "desk.record", subject });
    return String(body.ids[0]);
  }

  const row = (
    memberNo: string,
    parts: Partial<Record<DepositSplit["purpose"], number>>,
    seen = 0,
    contractNo = "",
  ) => ({
    memberNo,
    seen,
    split: Object.entries(parts).map(([purpose, amount]) => ({
      purpose,
      amount: baht(amount),
      ...(contractNo !== "" && ["principal", "interest"].includes(purpose) ? { contractNo } : {}),
    })),
  });

  const send = (villager: Villager, id: string, rows: object[], subject = dayId) =>
    pageOf(village, villager).post(`/api/operations/${id}`, {
      name: "desk.record",
      subject,
      input: { groupId: village.group.id, rows },
    });

  it("tells of every household what is due of each passbook, what was recorded today and what each officer took", async () => {
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี", nickname: "มาลี", household: "7/1" });
    const child = { guardianNo: "012", linked: false, pledge: baht(20), pledgePaidThrough: "2025-12" as YearMonth };
    await village.member({ ...child, memberNo: "013", name: "ด.ญ. แก้ว", nickname: "" });
    await village.member({ memberNo: "020", linked: false, pledgePaidThrough: "2026-03" as YearMonth });
    await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(5_000) });
    const staff = await village.officer("staff", { memberNo: "003", name: "ดำ ช่วยโต๊ะ", pledge: baht(0) });
    await send(treasurer, await minted(treasurer), [row("013", { pledge: 20 })]);

    const { body } = await desk(staff);
    expect(body).toMatchObject({
      language: "th",
      group: village.group.name.th,
      day: "พฤ. 5 มี.ค. 2569",
      officer: { memberNo: "003", name: "เจ้าหน้าที่ ดำ ช่วยโต๊ะ" },
      boxes: [
        { isOwn: true, total: 0, count: 0 },
        { isOwn: false, name: "เหรัญญิก สมศรี ใจดี", total: baht(20), count: 1 },
      ],
    });
    const houses = body.households as { name: string | null; passbooks: Record<string, unknown>[] }[];
    expect(houses.map(({ name, passbooks }) => [name, passbooks.map(({ memberNo }) => memberNo)])).toEqual([
      [null, ["002"]],
      [null, ["003"]],
      ["7/1", ["012", "013"]],
      [null, ["020"]],
    ]);
    expect(houses[2]?.passbooks[0]).toMatchObject({
      nickname: "มาลี",
      usual: [{ purpose: "pledge", amount: baht(100) }],
      arrears: 0,
      contracts: [{ contractNo: "15/2568", owed: baht(5_000) }],
      entries: [],
    });
    expect(houses[2]?.passbooks[1]).toMatchObject({
      usual: [{ purpose: "pledge", amount: baht(40) }],
      arrears: 1,
      entries: [{ receipt: "2569/000001", total: baht(20), by: "เหรัญญิก สมศรี ใจดี" }],
    });
    expect(houses[3]?.passbooks[0]).toMatchObject({ usual: [] });
  });

  it("records a household of six in one request, a receipt each, once however often it is sent", async () => {
    const nos = ["101", "102", "103", "104", "105", "106"];
    for (const memberNo of nos) await village.member({ memberNo, household: "7/1", linked: memberNo === "101" });
    const id = await minted(treasurer);
    const commands: { name: string; transaction: string; into: unknown }[] = [];
    const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) =>
      commands.push({
        name: commandName,
        transaction: JSON.stringify([command["lsid"], command["txnNumber"]]),
        into: command[commandName],
      });
    const client = mongoose.connection.getClient().on("commandStarted", listen);
    const first = await send(
      treasurer,
      id,
      nos.map((memberNo) => row(memberNo, { pledge: 100 })),
    );
    client.off("commandStarted", listen);
    const again = await Promise.all(
      [1, 2].map(() =>
        send(
          treasurer,
          id,
          nos.map((no) => row(no, { pledge: 100 })),
        ),
      ),
    );

    expect(first.status).toBe(200);
    expect(first.body.rows).toMatchObject(
      nos.map((memberNo, at) => ({ memberNo, receipt: `2569/00000${at + 1}`, total: baht(100) })),
    );
    expect(again.map(({ body }) => body)).toEqual([first.body, first.body]);
    const entries = await village.entries("savings.deposit");
    expect(entries.map(({ source, actor }) => [source, actor.memberId])).toEqual(
      nos.map(() => ["desk", treasurer.member.id]),
    );
    expect(await village.balance(account.cash)).toBe(baht(600));
    const posting = commands.find(({ name, into }) => name === "insert" && into === "journal_entries");
    const ofRequest = commands
      .filter(({ transaction }) => transaction === posting?.transaction)
      .map(({ name }) => name);
    expect(ofRequest.at(-1)).toBe("commitTransaction");
    expect(ofRequest.slice(0, 16)).toEqual(ofRequest);
  });

  it("refuses a row and none of the others: of nobody, too many months ahead, a foreign contract, twice, recorded meanwhile", async () => {
    const malee = await village.member({ memberNo: "012" });
    const somchai = await village.member({ memberNo: "013", linked: false });
    await village.member({ memberNo: "014", linked: false });
    await buildContract(village.group, somchai.member, { contractNo: "15/2568", owed: baht(500) });
    await treasurer.says("รับ 014 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);

    const { body } = await send(treasurer, await minted(treasurer), [
      row("012", { pledge: 100, welfare: 30 }),
      row("999", { pledge: 100 }),
      row("012", { pledge: 100 }),
      row("013", { principal: 200, interest: 20 }, 0, "15/2568"),
      row("014", { pledge: 100 }),
    ]);
    const told = (body.rows as { memberNo: string; receipt?: string; refused?: { error: string; what: string } }[]).map(
      ({ memberNo, receipt, refused }) => [memberNo, receipt ?? refused?.error],
    );
    expect(told).toEqual([
      ["012", "2569/000002"],
      ["999", "member.not-found"],
      ["012", "batch.twice"],
      ["013", "2569/000003"],
      ["014", "batch.already"],
    ]);
    expect(body.rows[4].refused.what).toMatch(refusalOf("batch.already"));
    expect((await malee.says("ใบเสร็จ")).text).toContain("2569/000002");

    const next = await send(treasurer, await minted(treasurer), [
      row("014", { pledge: 100 }, 1),
      row("012", { principal: 100 }, 1, "15/2568"),
      row("013", { principal: 400 }, 1, "15/2568"),
    ]);
    expect(next.body.rows).toMatchObject([
      { receipt: "2569/000004" },
      { refused: { error: "loan.no-contract" } },
      { refused: { error: "loan.more-than-owed" } },
    ]);
    const ahead = await send(treasurer, await minted(treasurer), [row("012", { pledge: 2_000 }, 1)]);
    expect(ahead.body.rows[0].refused.error).toBe("pledge.too-far-ahead");
    expect(await village.balance(account.cash)).toBe(baht(550));
  });

  it("takes what is due of a contract with terms as it shows it before, with a receipt of what is left and when the next is due", async () => {
    const malee = await village.member({ memberNo: "012", pledgePaidThrough: "2026-03" as YearMonth });
    const contract = await buildOrdinaryContract(village.group, malee.member, {
      contractNo: "15/2569",
      owed: baht(12_000),
    });
    const due = [
      { purpose: "interest", amount: baht(120), contractNo: "15/2569" },
      { purpose: "principal", amount: baht(1_000), contractNo: "15/2569" },
    ];
    const bookOf = async () => {
      const { body } = await desk(treasurer);
      const houses = body.households as { passbooks: { memberNo: string; usual: object[]; contracts: object[] }[] }[];
      return houses.flatMap(({ passbooks }) => passbooks).find(({ memberNo }) => memberNo === "012");
    };
    expect(await bookOf()).toMatchObject({ usual: due, contracts: [{ contractNo: "15/2569", owed: baht(12_000) }] });

    const more = await send(treasurer, await minted(treasurer), [
      { memberNo: "012", seen: 0, split: [{ purpose: "interest", amount: baht(1_000), contractNo: "15/2569" }] },
    ]);
    expect(more.body.rows[0].refused.error).toBe("loan.more-than-asked");
    const id = await minted(treasurer);
    const first = await send(treasurer, id, [{ memberNo: "012", seen: 0, split: due }]);
    expect(first.body.rows).toMatchObject([{ receipt: "2569/000001", total: baht(1_120) }]);
    expect((await send(treasurer, id, [{ memberNo: "012", seen: 0, split: due }])).body).toEqual(first.body);
    await village.settle();
    expect(await village.owed(contract)).toBe(baht(11_000));
    expect(await bookOf()).toMatchObject({ usual: [], contracts: [{ owed: baht(11_000) }] });
    expect((await malee.says("ยอดเงิน")).text + malee.received().text).toMatch(
      /ใบเสร็จรับเงิน.*12,000 → 11,000 บาท.*งวดต่อไป 5 เม\.ย\. 69 1,110 บาท.*2569\/000001/s,
    );

    // The day's second one on it comes only from who has seen the first.
    const part = [{ purpose: "principal", amount: baht(500), contractNo: "15/2569" }];
    const unseen = await send(treasurer, await minted(treasurer), [{ memberNo: "012", seen: 0, split: part }]);
    expect(unseen.body.rows[0].refused.error).toBe("batch.already");
    const seen = await send(treasurer, await minted(treasurer), [{ memberNo: "012", seen: 1, split: part }]);
    expect(seen.body.rows).toMatchObject([{ receipt: "2569/000002" }]);
    expect(await village.owed(contract)).toBe(baht(10_500));
  });

  it("is shut to who does not record money, on a closed day, and for what cannot be read", async () => {
    await village.member({ memberNo: "012", linked: false });
    const rows = [row("012", { pledge: 100 })];
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const elsewhere = await village.officer("treasurer", { group: await village.addGroup() });
    for (const villager of [secretary, elsewhere]) {
      expect((await desk(villager)).body.error).toBe("role.missing");
      const refused = await send(villager, await minted(villager), rows);
      expect([refused.status, refused.body.error]).toEqual([403, "role.missing"]);
    }
    const id = await minted(treasurer);
    const pledge = (amount: number) => ({ purpose: "pledge", amount });
    for (const split of [[pledge(0)], [pledge(10.5)], [pledge(100), pledge(100)], [], [{ purpose: "tip", amount: 5 }]])
      expect((await send(treasurer, id, [{ memberNo: "012", seen: 0, split }])).body.error).toBe("page.outdated");

    await inTransaction(async (tx) => {
      const actor = await findActor(tx, treasurer.lineUserId);
      if (actor)
        await closeDay(tx, actor, {
          group: village.group,
          dayId,
          counted: false,
          seen: "",
          now: village.sajja.clock.now(),
        });
    });
    expect((await desk(treasurer)).body.error).toBe("day.not-open");
    expect((await send(treasurer, id, rows)).body.error).toBe("day.not-open");
    expect(await village.entries("savings.deposit")).toEqual([]);
  });
});
