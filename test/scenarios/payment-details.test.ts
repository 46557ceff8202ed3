import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { paymentDetailsInForce } from "../../src/domain/groups/payment-details";
import { getGroup } from "../../src/storage/groups";
import { inTransaction } from "../../src/storage/tx";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { onConnected } from "../scripts/commands/tool";

describe("changed payment details", () => {
  const village = useVillage({ today: "2026-03-10" });
  const line = "เปลี่ยนบัญชีรับโอน พร้อมเพย์ 0898765432 ชื่อ กลุ่มออมทรัพย์บ้านน้ำขาว";

  async function office() {
    await village.changeGroup((group) => (group.payment = { promptPay: "0812345678" }));
    const treasurer = await village.officer("treasurer", { name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { name: "สุดา ทองดี" });
    const auditor = await village.officer("chair", { committee: "audit", name: "อารี หวังดี" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ" });
    return { treasurer, secretary, auditor, malee };
  }

  const inForce = async (on: string) =>
    paymentDetailsInForce(await inTransaction((tx) => getGroup(tx, village.group.id)), localDate(on));

  const job = async () => {
    const now = village.sajja.clock.now();
    expect((await onConnected(["jobs", "run", "tell-payment-changes", "--json"], { now })).code).toBe(0);
    await village.settle();
  };

  const confirmed = async ({ treasurer, secretary }: Awaited<ReturnType<typeof office>>) => {
    await treasurer.says(line);
    await treasurer.taps("ยืนยันขอเปลี่ยน");
    secretary.received();
    return secretary.taps("ยืนยันบัญชีใหม่");
  };

  it("need two officers, are told to every member, and are in force after seven days", async () => {
    const { treasurer, secretary, auditor, malee } = await office();
    expect((await malee.says(line)).text).toMatch(refusalOf("role.missing"));
    expect((await auditor.says(line)).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("เปลี่ยนบัญชีรับโอน")).text).toContain("พร้อมเพย์ 0812345678 ชื่อ");
    expect((await treasurer.says("เปลี่ยนบัญชีรับโอน พร้อมเพย์ 0212345678 ชื่อ กลุ่ม")).text).toMatch(
      refusalOf("payment-details.unreadable"),
    );
    const whole = "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร 020-1-23456-7";
    expect((await treasurer.says(`เปลี่ยนบัญชีรับโอน ${whole} ชื่อ กลุ่มบ้านน้ำขาว`)).text).toContain(whole);
    await treasurer.taps("ไม่บันทึก");
    expect((await treasurer.says(`เปลี่ยนบัญชีรับโอน ธ.ก.ส. 020-1-23456-7 ชื่อ ${"กลุ่มบ้านน้ำขาว ".repeat(5)}`)).text).toMatch(
      refusalOf("payment-details.too-long"),
    );
    expect((await treasurer.says("เปลี่ยนบัญชีรับโอน พร้อมเพย์ 0994000123455 ชื่อ กลุ่ม")).text).toMatch(
      refusalOf("payment-details.masked"),
    );

    expect((await treasurer.says(line)).text).toMatch(/0898765432.*กลุ่มออมทรัพย์บ้านน้ำขาว.*17 มี\.ค\. 2569.*0812345678/s);
    await treasurer.taps("ยืนยันขอเปลี่ยน");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันบัญชีใหม่/);
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect((await secretary.says(line.replace("0898765432", "0811111111"))).text).toMatch(
      refusalOf("payment-details.waiting"),
    );
    await secretary.act(() => Promise.all([secretary.phone.taps(approve), secretary.phone.taps(approve)]));

    expect(await village.entries("payment-details.changed")).toHaveLength(1);
    expect(JSON.stringify(await village.entries("payment-details.changed"))).not.toContain("0898765432");
    expect(auditor.received().text).toContain("จะเปลี่ยนตามวันเริ่มใช้");
    expect((await treasurer.says(line.replace("0898765432", "0811111111"))).text).toMatch(
      refusalOf("payment-details.waiting"),
    );
    await job();
    await job();
    const told = (await village.outboxOf(malee)).filter(({ kind }) => kind === "payment-details.changed");
    expect(told).toHaveLength(1);
    expect((await malee.says("ยอดเงิน")).text).toMatch(/กลุ่มจะเปลี่ยนบัญชีรับโอน.*0898765432.*17 มี\.ค\./s);

    expect((await inForce("2026-03-16")).details.promptPay).toBe("0812345678");
    expect(await inForce("2026-03-17")).toEqual({
      details: { promptPay: "0898765432", promptPayName: "กลุ่มออมทรัพย์บ้านน้ำขาว" },
      coming: null,
      lately: expect.objectContaining({ from: "2026-03-17" }),
    });
    expect((await inForce("2026-05-16")).lately).toBeNull();
    // Who has not written for months hears of it still.
    expect(told[0]?.expiresAt).toBeNull();
    await village.moveTo("2026-03-17");
    expect((await auditor.says("หยุดเปลี่ยนบัญชีรับโอน")).text).toMatch(refusalOf("payment-details.none"));
    expect((await treasurer.says(line.replace("0898765432", "0811111111"))).text).toContain("24 มี.ค.");
  });

  it("are stopped by any officer within the seven days, once, and members hear that too", async () => {
    const people = await office();
    const { secretary, auditor, malee } = people;
    expect((await auditor.says("หยุดเปลี่ยนบัญชีรับโอน")).text).toMatch(refusalOf("payment-details.none"));
    await confirmed(people);
    await job();
    expect((await malee.says("หยุดเปลี่ยนบัญชีรับโอน")).text).toMatch(refusalOf("role.missing"));
    await auditor.says("หยุดเปลี่ยนบัญชีรับโอน");
    const stop = auditor.dataOf(/^ยืนยันหยุดการเปลี่ยน/);
    await auditor.act(() => Promise.all([auditor.phone.taps(stop), auditor.phone.taps(stop)]));

    expect(secretary.received().text).toMatch(/ไม่เปลี่ยน.*ประธานกรรมการตรวจสอบ อารี/s);
    expect(await village.entries("payment-details.stopped")).toHaveLength(1);
    expect(await inForce("2026-03-20")).toEqual({ details: { promptPay: "0812345678" }, coming: null, lately: null });
    await job();
    expect((await malee.says("ยอดเงิน")).text).toContain("ไม่เปลี่ยนบัญชีรับโอนแล้ว");
    expect((await confirmed(people)).text).toContain("จะเปลี่ยนตามวันเริ่มใช้");
  });
});
