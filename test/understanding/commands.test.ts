import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { locales } from "../../src/i18n/index";
import { changingCommands, commandNames, matchCommand, type CommandName } from "../../src/understanding/commands";
import { phrasings } from "./phrasings";

describe("the reference's phrasings", () => {
  it("are all there", () => {
    expect(new Set(phrasings.map(([no]) => no)).size).toBe(129);
  });

  it.each(phrasings.map(([no, text, command]) => ({ no, text, command })))(
    "$no $text: $command",
    ({ text, command }) => {
      expect(matchCommand(text)?.command ?? null).toBe(command);
    },
  );
});

describe("the words that open each thing", () => {
  it.each([
    ["ยินยอม", "consent.give", ""],
    ["ยอดเงิน", "savings.balance", ""],
    ["รายการ", "savings.entries", ""],
    ["ใบเสร็จ", "savings.receipts", ""],
    ["แจ้งโอน", "transfer.notice", ""],
    ["เปิดวันทำการ", "day.open", ""],
    ["รับ 001 สัจจะ 100", "savings.deposit", "001 สัจจะ 100"],
    ["ปิดวันทำการ", "day.close", ""],
    ["กู้เงิน", "loan.request", ""],
    ["สวัสดิการ", "welfare.info", ""],
    ["ประชุม", "meeting.next", ""],
    ["ช่วยเหลือ", "help", ""],
    ["ภาษา", "language", ""],
    ["แก้รายการ 2569/000123", "savings.reverse", "2569/000123"],
    ["ตรวจใบเสร็จ 2569/B/000123 AB12CD34 1,000", "receipt.check", "2569/B/000123 AB12CD34 1,000"],
    ["ขอรหัส ๐๑๒", "link.make-code", "012"],
    ["ทำรหัสให้ป้าแดง", "link.make-code", "ป้าแดง"],
    ["ปลดล็อก 482113", "link.unlock", "482113"],
    ["สมาชิก 012", "members.find", "012"],
    ["แจ้งโอน ๕๐๐", "transfer.notice", "500"],
    ["take 012 pledge 100", "savings.deposit", "012 pledge 100"],
    ["Check receipt 2569/000123 AB12CD34 100", "receipt.check", "2569/000123 AB12CD34 100"],
    ["รับ 012 สัจจะ 100 ต้น 1000", "savings.deposit", "012 สัจจะ 100 ต้น 1000"],
    ["เลิกผูกไลน์", "link.end", ""],
    ["ผูกกลุ่มไลน์", "chat.code", ""],
    ["ขอรหัสกลุ่ม", "chat.code", ""],
    ["ยกเลิกใบเสร็จ 2569/000123", "savings.reverse", "2569/000123"],
    ["รหัสผูกไลน์ 011", "link.make-code", "011"],
    ["รหัส 011", "link.make-code", "011"],
    ["รหัส ๐๑๑ ค่ะ", "link.make-code", "011"],
    ["ผูกไลน์ 011", "link.make-code", "011"],
    ["ผูกสมุดให้สมาชิกเลขที่ 11", "link.make-code", "11"],
    ["code 011", "link.make-code", "011"],
    ["เริ่มส่งข้อความ", "stop.undo", ""],
    ["รายการเดือน ต.ค. 69", "savings.entries", "รายการเดือน ต.ค. 69"],
    ["ลาออก", "member.leave", ""],
    ["อยากถอนเงิน", "savings.withdraw", ""],
    ["สมัครสมาชิกยังไง", "member.join", ""],
    ["เปลี่ยนเบอร์", "member.phone", ""],
    ["ทำไมได้ข้อความนี้?", "why", ""],
    ["รอเราตัดสิน", "waiting", ""],
  ])("%s: %s with «%s»", (text, command, rest) => {
    expect(matchCommand(text)).toMatchObject({ command, rest, certainty: "exact" });
  });

  it.each(["เปิด วันทำการ", "เปิดวันทำการครับ", "  เปิดวันทำการ!! ", "เปิดวันทำการ\u200b"])("%s too", (text) => {
    expect(matchCommand(text)).toMatchObject({ command: "day.open", certainty: "exact" });
  });

  it("are those that buttons and tiles say", () => {
    const said: Record<keyof typeof locales.th.common.commands, CommandName> = {
      waiting: "waiting",
      balance: "savings.balance",
      entries: "savings.entries",
      receipts: "savings.receipts",
      transfer: "transfer.notice",
      loans: "loan.home",
      welfare: "welfare.info",
      nextDay: "meeting.next",
      help: "help",
      talk: "person.talk",
      complaint: "person.talk",
      rules: "rules.show",
      language: "language",
      stop: "stop",
      resume: "stop.undo",
      consent: "consent.give",
      unlink: "link.end",
      privacy: "privacy",
      openDay: "day.open",
      closeDay: "day.close",
      callbacks: "callback.list",
      receiptCheck: "receipt.check",
      menu: "menu",
      leaveHelping: "helper.leave",
      makeCode: "link.make-code",
      bindChat: "chat.code",
      desk: "desk.page",
      practice: "practice.start",
      practiceEnd: "practice.end",
      practiceEndAll: "practice.end-all",
    };
    for (const { common } of Object.values(locales)) {
      for (const [key, command] of Object.entries(said)) {
        const text = common.commands[key as keyof typeof said];
        expect([text, matchCommand(text)]).toEqual([text, expect.objectContaining({ command, certainty: "exact" })]);
      }
    }
  });
});

describe("slips and dialect", () => {
  it.each([
    ["ยดเงิน", "savings.balance"],
    ["ยอดงเิน", "savings.balance"],
    ["รยาการ", "savings.entries"],
    ["อยากถอนเงิน 500 บาท", "savings.withdraw"],
    ["เปลี่ยนเบอร์โทรใหม่ทำยังไง", "member.phone"],
    ["เหรัญญิกโกง ขอถอนเงิน", "person.talk"],
    ["สวัสดิกา", "welfare.info"],
    ["ประชุใ", "meeting.next"],
    ["รอเราตดสิน", "waiting"],
    ["ballance", "savings.balance"],
    ["แลยอดหิด", "savings.balance"],
    ["ยืมเบี้ยได้ม้าย", "loan.limit"],
    ["ดอกเบี้ยเท่าใด", "loan.info"],
    ["ต่อโพรกประชุมม้าย", "meeting.next"],
    ["ขอบคุณค่ะ ขอดูยอดเงินหน่อยนะคะ", "savings.balance"],
    ["ขอถอนค้ำ", "loan.guarantees"],
    ["อยากถอนตัวจากการค้ำ", "loan.guarantees"],
    ["คำขอถึงไหนแล้ว", "loan.standing"],
    ["ไม่กู้แล้ว", "loan.standing"],
    ["กู้ตังค์", "loan.request"],
    ["กู้ให้ลูก", "loan.request"],
    ["กู้ ๑๐๐๐๐", "loan.request"],
    ["ต้องการเงินด่วน", "loan.request"],
    ["เอาปุ๋ย 10 ลูก", "loan.request"],
    ["จะกู้เงินจ่ายค่าเทอมลูกสองหมื่นได้ไหมจ๊ะ", "loan.request"],
    ["กู้หมื่นกว่า", "loan.request"],
    ["กู้เงิน 1e9", "loan.request"],
    ["กู้ 20000 ดอกเท่าไร", "loan.info"],
    ["กู้ไป 2 หมื่นเหลือเท่าไร", "loan.home"],
    ["วงเงินเหลือเท่าไร", "loan.limit"],
    ["คุยกับกรรมการ", "person.talk"],
  ])("%s: %s", (text, command) => {
    expect(matchCommand(text)?.command).toBe(command);
  });

  it("never take ดอกเบี้ย for money", () => {
    expect(matchCommand("ดอกเบี้ยเหลือเท่าใด")?.command).toBe("loan.info");
    expect(matchCommand("เบี้ยเหลือเท่าใด")?.command).toBe("savings.balance");
  });
});

describe("what must not happen", () => {
  it.each(["อนุมัติ", "อนุมัติครับ", "ไม่อนุมัติ", "ยกเลิก", "ยกเลิกใบเสร็จ", "เห็นชอบ", "ไม่เห็นชอบ", "ยืนยัน", "ไม่บันทึก", "approve"])(
    "a typed %s only lists what is open",
    (text) => {
      expect(matchCommand(text)?.command).toBe("waiting");
    },
  );

  it.each([
    ...["เปิดวันทำกา", "ปดวันทำการ", "ยินยอ", "ไม่ยินยอม", "ยินยอมไหม", "เลิกผูกสมด", "ล็อกไลน", "ขอรหสั 012", "รบ 012 สัจจะ 100"],
    ...["อยากรู้ว่าเปิดวันทำการยังไง", "ใครปิดวันทำการ", "หยุดส่งข้อความไหม", "แกรายการ 2569/000123", "รับสวัสดิการยังไง", "ฝากชือ"],
    ...["รหัส 12345678", "รหัส 1234 5678", "รหัสผูกสมุด ๑๒๓๔๕๖๗๘", "ผูกไลน์ 12345678", "รหัส 1234567", "รหัสผ่าน 123456 คืออะไร"],
    ...["เริ่มส่งขอ้ความ", "unlnk", "open dya", "i agreed to nothing", "lockk"],
  ])("%s changes nothing", (text) => {
    const match = matchCommand(text);
    expect(match && changingCommands.has(match.command)).not.toBe(true);
  });

  it("no text that is only near its words reaches a command that changes something", () => {
    const letters = [..."กขคงจดตนมยรลวสอเแไ่้ัิีาะ x1"];
    const changing = ["เปิดวันทำการ", "ปิดวันทำการ", "ยินยอม", "แก้รายการ", "เลิกผูกไลน์", "ล็อกไลน์", "หยุดส่งข้อความ", "ฝากชื่อ"];
    fc.assert(
      fc.property(fc.constantFrom(...changing), fc.nat(20), fc.constantFrom(...letters), (words, at, letter) => {
        const match = matchCommand(words.slice(0, at) + letter + words.slice(at));
        if (match && changingCommands.has(match.command)) expect(match.certainty).toBe("exact");
      }),
    );
  });

  it("nothing throws, and every answer is a known command", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        const match = matchCommand(text);
        if (match) {
          expect(commandNames).toContain(match.command);
          expect(match.meanings[0]).toBe(match.command);
        }
      }),
    );
  });

  it.each(["", "   ", "😀", "12345678", "asdf qwer", "นกบินสูง"])("«%s» means nothing", (text) => {
    expect(matchCommand(text)).toBeNull();
  });
});

describe("words with two meanings", () => {
  it.each([
    ["ปิดยอด", ["day.close", "loan.pay-off"]],
    ["ยอด", ["savings.balance", "loan.home"]],
    ["วันทำการ", ["day.status", "meeting.next"]],
  ])("%s gives them all", (text, meanings) => {
    expect(matchCommand(text)?.meanings).toEqual(meanings);
  });
});
