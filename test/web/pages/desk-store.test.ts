import { describe, expect, it } from "@jest/globals";
import type { DeskTexts, RowTexts } from "../../../src/messages/desk-page";
import { RefusedError } from "../../../src/web/pages/data/api";
import { DeskStore, heldMs } from "../../../src/web/pages/desk/data/desk-store";
import type { LineRow, TextStore } from "../../../src/web/pages/desk/data/lines";
import type { DeskPorts } from "../../../src/web/pages/desk/data/ports";

class Texts implements TextStore {
  private readonly texts = new Map<string, string>();
  get length(): number {
    return this.texts.size;
  }
  key = (at: number) => [...this.texts.keys()][at] ?? null;
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

const book = (memberNo: string) => ({
  ...{
    memberNo,
    name: `คน ${memberNo}`,
    nickname: "",
    status: "active" as const,
    arrears: 0,
    contracts: [],
    entries: [],
  },
  usual: [{ purpose: "pledge" as const, amount: 10_000 as never }],
});

const today: DeskTexts = {
  ...{ language: "th", group: "กลุ่ม", groupId: "namkhao", dayId: "namkhao:day:1", day: "พฤ. 5 มี.ค. 2569" },
  officer: { memberNo: "002", name: "เหรัญญิก สมศรี" },
  purposes: [{ purpose: "pledge", label: "เงินสัจจะ" }],
  households: ["012", "013", "014"].map((no) => ({ name: no, passbooks: [book(no)] })),
  boxes: [{ name: "เหรัญญิก สมศรี", isOwn: true, total: 0, count: 0 }],
  sheet: { day: "พ. 4 มี.ค. 2569", missing: 300_00 },
};

const rowOf = (memberNo: string): LineRow => ({ memberNo, split: [{ purpose: "pledge", amount: 10_000 }], seen: 0 });

/** A server that records once for each id, and a phone whose clock stands until it is moved. */
class Table implements DeskPorts {
  readonly recorded = new Map<string, RowTexts[]>();
  readonly asked: string[] = [];
  refuses: (memberNo: string) => string | null = () => null;
  fault: "none" | "no-signal" | "lost-answer" | "no-room" = "none";
  clock = 0;
  private made = 0;
  private timers: { at: number; run: () => void }[] = [];

  constructor(readonly store: TextStore = new Texts()) {}

  read = () => Promise.resolve(today);
  mint = (_day: string, count: number) =>
    this.fault === "no-signal"
      ? Promise.reject(new TypeError("no signal"))
      : Promise.resolve(Array.from({ length: count }, () => `id-${(this.made += 1)}`));
  now = () => this.clock;
  newId = () => `line-${(this.made += 1)}`;

  record: DeskPorts["record"] = async ({ operationId, rows }) => {
    this.asked.push(operationId);
    if (this.fault === "no-signal") throw new TypeError("no signal");
    const what = rows.map(({ memberNo }) => this.refuses(memberNo)).find((why) => why === "day.not-open");
    if (what) throw new RefusedError({ error: what, language: "th", what: "ปิดแล้ว", wayOut: "รอวันหน้า" });
    const first = this.recorded.get(operationId) ?? rows.map((row) => this.outcome(row));
    this.recorded.set(operationId, first);
    if (this.fault === "lost-answer") throw new TypeError("no answer");
    return first;
  };

  later = (ms: number, run: () => void) => {
    const timer = { at: this.clock + ms, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((one) => one !== timer));
  };

  /** Moves the phone's clock and lets everything that is due happen. */
  async passes(ms: number): Promise<void> {
    this.clock += ms;
    const due = this.timers.filter(({ at }) => at <= this.clock);
    this.timers = this.timers.filter(({ at }) => at > this.clock);
    for (const { run } of due) run();
    await settled();
  }

  private outcome({ memberNo, split }: LineRow): RowTexts {
    const error = this.refuses(memberNo);
    if (error) return { memberNo, refused: { error, what: "ลงแล้ว", rule: "กติกา", wayOut: "ดูใบเสร็จ" } };
    const total = split.reduce((all, { amount }) => all + amount, 0);
    return { memberNo, receipt: `2569/00000${this.recorded.size + 1}`, total, at: "09.30 น.", by: "เหรัญญิก สมศรี" };
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function desk(table: Table): Promise<DeskStore> {
  const store = new DeskStore(table, today);
  await store.start();
  return store;
}

const shown = ({ state }: DeskStore) => state.lines.map((line) => [line.state, line.rows.map((row) => row.memberNo)]);

describe("the desk on the phone", () => {
  it("holds the last household until the next one comes, or two minutes have passed", async () => {
    const table = new Table();
    const store = await desk(table);
    store.take([rowOf("012")]);
    await settled();
    expect([shown(store), table.recorded.size]).toEqual([[["held", ["012"]]], 0]);
    store.take([rowOf("013")]);
    await settled();
    expect([shown(store), table.recorded.size]).toEqual([[["held", ["013"]]], 1]);
    await table.passes(heldMs);
    expect([shown(store), table.recorded.size]).toEqual([[], 2]);
    expect(store.state.desk.boxes[0]).toMatchObject({ total: 20_000, count: 2 });
    expect(store.state.desk.households[0]?.passbooks[0]).toMatchObject({ usual: [], entries: [{ total: 10_000 }] });
  });

  it("can be changed and dropped while it is held, and is not sent while it is being changed", async () => {
    const table = new Table();
    const store = await desk(table);
    store.take([rowOf("012")]);
    const [line] = store.state.lines;
    if (!line) throw new Error("a line was taken");
    store.edit(line);
    await table.passes(2 * heldMs);
    expect(table.recorded.size).toBe(0);
    store.replace(line, [{ ...rowOf("012"), split: [{ purpose: "pledge", amount: 5_000 }] }]);
    store.release();
    await settled();
    expect(store.state.desk.boxes[0]).toMatchObject({ total: 5_000, count: 1 });
    store.take([rowOf("013")]);
    const [next] = store.state.lines;
    if (next) store.replace(next, []);
    expect([shown(store), table.store.length, table.recorded.size]).toEqual([[], 0, 1]);
  });

  it("keeps its place without a signal, and repeats under the same id what was recorded without an answer", async () => {
    const table = new Table();
    const store = await desk(table);
    table.fault = "lost-answer";
    for (const no of ["012", "013", "014"]) store.take([rowOf(no)]);
    store.release();
    await settled();
    expect([store.state.signal, shown(store).length, table.recorded.size]).toEqual([false, 3, 1]);
    table.fault = "no-signal";
    await table.passes(1_000);
    table.fault = "none";
    await table.passes(15_000);
    expect([shown(store), store.state.signal, table.recorded.size]).toEqual([[], true, 3]);
    expect(new Set(table.asked.slice(0, 3)).size).toBe(1);
    expect(store.state.desk.boxes[0]).toMatchObject({ total: 30_000, count: 3 });
  });

  it("is found again by the next window, with its id, and by a second one beside it", async () => {
    const table = new Table();
    const first = await desk(table);
    table.fault = "lost-answer";
    first.take([rowOf("012")]);
    first.release();
    await settled();
    first.stop();
    const [done] = [...table.recorded.values()].flat();
    if (!done || done.refused) throw new Error("the books have it");
    const households = today.households.map((house) =>
      house.name === "012" ? { ...house, passbooks: [{ ...book("012"), usual: [], entries: [done] }] } : house,
    );
    const boxes = today.boxes.map((box) => ({ ...box, total: 10_000, count: 1 }));
    const beside = new DeskStore(table, { ...today, households, boxes });
    table.fault = "none";
    beside.take([rowOf("013")]);
    await beside.start();
    beside.release();
    await settled();
    expect([table.recorded.size, table.store.length]).toEqual([2, 0]);
    expect(table.asked[0]).toBe(table.asked[1]);
    // What the desk knew already is not counted once more.
    expect(beside.state.desk.boxes[0]).toMatchObject({ total: 20_000, count: 2 });
  });

  it("keeps a row that the books refuse, with their words, until the officer says what becomes of it", async () => {
    const table = new Table();
    const store = await desk(table);
    table.refuses = (no) => (no === "013" ? "batch.already" : null);
    store.take([rowOf("012"), rowOf("013")]);
    store.release();
    await settled();
    const [line] = store.state.lines;
    expect(line).toMatchObject({
      state: "refused",
      rows: [{ memberNo: "013" }],
      why: [{ words: ["ลงแล้ว", "ดูใบเสร็จ"] }],
    });
    expect([store.state.desk.boxes[0]?.count, table.store.length]).toEqual([1, 1]);
    table.refuses = () => null;
    if (line) store.replace(line, [{ ...rowOf("013"), seen: 1 }]);
    store.release();
    await settled();
    expect([shown(store), table.store.length, store.state.desk.boxes[0]?.count]).toEqual([[], 0, 2]);
  });

  it("keeps a whole line when the day has closed, and waits for LINE when it wants the page opened anew", async () => {
    const table = new Table();
    const store = await desk(table);
    table.refuses = () => "day.not-open";
    store.take([rowOf("012")]);
    store.release();
    await settled();
    expect(store.state.lines).toMatchObject([
      { state: "refused", operationId: null, day: today.day, why: [{ words: ["ปิดแล้ว", "รอวันหน้า"] }] },
    ]);
    expect([store.state.signal, store.state.ended]).toEqual([true, ["ปิดแล้ว", "รอวันหน้า"]]);
    table.record = () => Promise.reject(new RefusedError({ error: "page.expired", language: "th", what: "หมดเวลา" }));
    store.take([rowOf("013")]);
    store.release();
    await settled();
    expect([store.state.signedOut, shown(store).length, table.store.length]).toEqual([true, 2, 2]);
  });

  it("says that the day was closed meanwhile, and goes on with the next one under ids of its own", async () => {
    const table = new Table();
    const store = await desk(table);
    table.read = () => Promise.reject(new RefusedError({ error: "day.not-open", language: "th", what: "ปิดแล้ว" }));
    await store.refresh();
    expect(store.state.ended).toEqual(["ปิดแล้ว", ""]);

    const next = { ...today, dayId: "namkhao:day:2", day: "ส. 4 เม.ย. 2569" };
    table.read = () => Promise.resolve(next);
    const minted: string[] = [];
    table.mint = (dayId) => Promise.resolve([minted.push(dayId)].map((count) => `${dayId} ${count}`));
    await store.refresh();
    expect(store.state.ended).toBeNull();
    store.take([rowOf("012")]);
    store.release();
    await settled();
    expect([minted[0], table.asked]).toEqual([next.dayId, [`${next.dayId} 1`]]);
  });

  it("keeps the day of a line that an earlier day refused, and does not take its refusal for that of the open one", async () => {
    const table = new Table();
    const first = await desk(table);
    table.fault = "no-signal";
    first.take([rowOf("012")]);
    first.release();
    await settled();
    first.stop();
    table.fault = "none";
    table.refuses = () => "day.not-open";
    const later = new DeskStore(table, { ...today, dayId: "namkhao:day:2", day: "ส. 4 เม.ย. 2569" });
    await later.start();
    expect(later.state).toMatchObject({ ended: null, lines: [{ state: "refused", day: today.day }] });
  });

  it("says so where the phone keeps nothing", async () => {
    const full = new Texts();
    full.setItem = () => {
      throw new Error("no room");
    };
    const store = await desk(new Table(full));
    store.take([rowOf("012")]);
    expect([store.state.keeps, shown(store)]).toEqual([false, [["held", ["012"]]]]);
  });
});
