import { describe, expect, it, jest } from "@jest/globals";
import { postbackCommands, textCommands } from "../../src/bot/registry";
import { closingCode } from "../../src/domain/ledger/closing-code";
import { newActionId, storeActions } from "../../src/storage/actions";
import { ApprovalModel } from "../../src/storage/approvals";
import { EntryModel } from "../../src/storage/journal";
import { driverOf } from "../../src/storage/model";
import { inTransaction } from "../../src/storage/tx";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";
import { auditorSays } from "./auditor-says";

describe("an auditor", () => {
  const village = useVillage({ today: "2026-03-05" });
  jest.setTimeout(240_000);

  async function table() {
    const auditor = await village.officer("chair", { committee: "audit", name: "อารี หวังดี" });
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    await village.member({ memberNo: "012", name: "มาลี ทองดี" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    return { auditor, treasurer };
  }

  async function closes(treasurer: Villager) {
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
  }

  it("compares the books with every closing that she was told: one changed byte, or a rewritten hash, shows plainly", async () => {
    const { auditor, treasurer } = await table();
    expect((await auditor.says("ตรวจบัญชี")).text).toMatch(/ตรงทั้งหมด.*ยังไม่เคยแจ้งรหัสปิดวันให้คุณ/s);
    await closes(treasurer);
    const [closing] = await village.entries("day.closed");
    const code = closingCode({ hash: closing?.hash ?? "" });

    const held = await auditor.says(`ตรวจบัญชี ${code.toLowerCase()}`);
    expect(held.text).toMatch(
      new RegExp(`✓ ตรงทั้งหมด.*ปิด 5 มี\\.ค\\. 69 · ${code}.*✓ ตรง.*รหัส ${code} ตรงกับการปิดวันทำการ`, "s"),
    );
    expect((await auditor.says("ตรวจบัญชี 00000000")).text).toMatch(/✕ มีที่ไม่ตรง.*ไม่ตรงกับการปิดวันใด/s);
    expect((await treasurer.says("ตรวจบัญชี")).text).toContain("✓ ตรงทั้งหมด");
    const member = await village.member();
    expect((await member.says("ตรวจบัญชี")).text).toMatch(refusalOf("role.missing"));

    const [deposit] = await village.entries("savings.deposit");
    if (!deposit || !closing) throw new Error("the day has a receipt and was closed");
    const change = (id: string, set: object) => driverOf(EntryModel).updateOne({ _id: id as never }, { $set: set });
    await change(deposit._id, { reason: "เปลี่ยน" });
    expect((await auditor.says("ตรวจบัญชี")).text).toMatch(
      new RegExp(`✕ มีที่ไม่ตรง.*✕ ไม่ตรง.*รายการที่ ${deposit.seq} ถูกเปลี่ยน.*แจ้งประธานและผู้ประสานงาน`, "s"),
    );
    await driverOf(EntryModel).updateOne({ _id: deposit._id }, { $unset: { reason: "" } });
    await change(closing._id, { hash: "a".repeat(64) });
    expect((await auditor.says("ตรวจบัญชี")).text).toMatch(/✕ มีที่ไม่ตรง.*✕ ไม่ตรง/s);
    await change(closing._id, { hash: closing.hash });
    expect((await auditor.says("ตรวจบัญชี")).text).toContain("✓ ตรงทั้งหมด");
  });

  it("reads entries, changes and who looked", async () => {
    const { auditor } = await table();
    expect((await auditor.says("สมุดรายวัน")).text).toMatch(/สมุดรายวัน.*รับเงิน 2569\/000001/s);
    expect((await auditor.says("ใครแก้อะไร")).text).toMatch(/ใครแก้อะไรเมื่อไร.*เปิดวันทำการ/s);
    expect((await auditor.says("ใครดูกระดาษ")).text).toMatch(/ประธาน.*อารี หวังดี ดู ใครแก้อะไรเมื่อไร \(การ์ด\)/s);
  });

  it("changes nothing by any word, nor by any button that somebody makes for her", async () => {
    const { auditor } = await table();
    const [deposit] = await village.entries("savings.deposit");
    const before = await village.entries();
    expect(Object.keys(auditorSays).sort()).toEqual([...textCommands.keys()].sort());

    // Locking her own phone would let nothing else through, and in a practice nothing would be real: they come last.
    const { "link.lock": lock, "practice.start": practise, ...others } = auditorSays;
    await auditor.act(async () => {
      for (const text of Object.values(others)) await auditor.phone.says(text);
    });
    const payload = {
      groupId: village.group.id,
      dayId: deposit?.dayId,
      memberId: `${village.group.id}:012`,
      memberNo: "012",
      entryId: deposit?._id,
      receipt: "2569/000001",
      reason: "ลองดู",
      on: "2026-03-05",
      amount: 100_00,
      total: 100_00,
      purpose: "pledge",
      split: [{ purpose: "pledge", amount: 100_00 }],
      parts: [{ memberId: `${village.group.id}:012`, split: [{ purpose: "pledge", amount: 100_00 }] }],
      payment: {
        kind: "bankDeposit",
        amount: 100,
        source: "cash",
        memberNo: null,
        purpose: null,
        payee: null,
        contractNo: null,
        resolution: null,
      },
      helperNo: "013",
      version: 0,
      anotherOne: true,
      from: 0,
      no: "1",
    };
    const made = [...postbackCommands.keys()].map((name) => ({ name, _id: newActionId() }));
    const person = auditor.person;
    if (!person) throw new Error("the auditor has LINE");
    const row = {
      version: 1,
      state: "open",
      voidBecause: null,
      result: null,
      subject: null,
      groupId: null,
      dayId: null,
      doneAt: null,
    } as const;
    await inTransaction((tx) =>
      storeActions(tx, {
        made: made.map((one) => ({ ...row, ...one, personId: person._id, payload, createdAt: new Date() })),
        ended: [],
      }),
    );
    await auditor.act(async () => {
      for (const { _id } of made) await auditor.phone.taps(`a1:${_id}`);
    });
    expect(auditor.received().text).toMatch(refusalOf("role.missing"));
    await auditor.says(practise);
    await auditor.says("เลิกซ้อม");
    await auditor.says(lock);

    expect((await village.entries()).slice(before.length).map(({ kind }) => kind)).toEqual([]);
    expect(await ApprovalModel.countDocuments({ groupId: village.group.id })).toBe(0);
  });
});
