import { describe, expect, it } from "@jest/globals";
import { languages } from "../../src/i18n/language";
import { help, helpTopic } from "../../src/messages/help";
import { actsOfTopics, helpActs, officeTopics, ownActs, type HelpAct } from "../../src/messages/help-acts";
import { heightOf, linesOf, screenHeight } from "../../src/messages/paging";
import { matchCommand } from "../../src/understanding/commands";

/** Letters of usual size in a speech bubble, three quarters of a phone 320 wide. */
const perLine = { th: 24, en: 28 };
const labelsOf = (message: ReturnType<typeof help>): string[] =>
  (message.quickReply?.items ?? []).map(({ action }) => String((action as { label?: string }).label));

describe("help", () => {
  it.each(languages)(
    "of an officer who may do everything is at most one screen high in %s, with room for every quick reply",
    (language) => {
      const message = help({ language, particle: "ค่ะ" }, { role: "committee", acts: helpActs });
      const lines = message.text.split("\n").map((line) => linesOf(line, perLine[language]));
      expect(lines.length).toBe(officeTopics.length + 2);
      expect(lines.reduce((all, line) => all + line, 0) * heightOf.md).toBeLessThanOrEqual(screenHeight);
      expect(labelsOf(message).length).toBeLessThanOrEqual(13);
    },
  );

  it("names nothing but what the person may do", () => {
    const of = (...acts: HelpAct[]) => help({ language: "th" }, { role: "committee", acts });
    expect(of("reports", "calls").text).toMatch(/รายชื่อโทรกลับ.*รายงาน/s);
    expect(of("reports", "calls").text).not.toMatch(/เปิดวันทำการ|รับ 012|ขอรหัส|ผูกแชทกลุ่ม/);
    expect(labelsOf(of("reports", "calls"))).not.toEqual(expect.arrayContaining(["เปิดวันทำการ", "ขอรหัส"]));
    expect(labelsOf(of("reports", "calls"))).not.toEqual(expect.arrayContaining(["ช่วยเหลือ เงินออก"]));
    expect(labelsOf(of("day", "code", "chat"))).toEqual(
      expect.arrayContaining(["เปิดวันทำการ", "ปิดวันทำการ", "ขอรหัส", "ผูกแชทกลุ่ม"]),
    );
    expect(of().text).toContain("ดูยอดเงิน รายการ และใบเสร็จ");
  });

  it("tells a line head what she may do for her line, beside what every member can", () => {
    const { text } = help({ language: "th" }, { role: "member", acts: ["code", "helper"] });
    expect(text).toMatch(/ดูยอดเงิน รายการ และใบเสร็จ.*หัวหน้าสาย.*ขอรหัส 012.*ผู้ช่วย 012 คือ 034/s);
  });

  it.each(languages)("of one topic fits a screen in %s and leads to every other topic", (language) => {
    for (const topic of officeTopics) {
      const message = helpTopic({ language }, { role: "committee", acts: helpActs, topic });
      const lines = message.text.split("\n");
      expect(lines).toHaveLength(actsOfTopics[topic].length + 1);
      const high = lines.reduce((all, line) => all + linesOf(line, perLine[language]), 0);
      expect(high * heightOf.md).toBeLessThanOrEqual(screenHeight);
      for (const label of labelsOf(message)) expect([label, matchCommand(label)?.certainty]).toEqual([label, "exact"]);
      expect(labelsOf(message)).toHaveLength(officeTopics.length + 2);
    }
  });

  it.each(languages)("gives words in %s that are understood", (language) => {
    const ofTopics = officeTopics.map((topic) => helpTopic({ language }, { role: "committee", acts: helpActs, topic }));
    const own = helpTopic({ language }, { role: "member", acts: [], topic: "own" });
    const typed = [...ofTopics, own].flatMap(({ text }) =>
      [...text.matchAll(/(?:พิมพ์|type) (?!พิมพ์)(.+)$/gm)].flatMap(([, words = ""]) => words.split(/ หรือ |, or /)),
    );
    expect(typed).toHaveLength(helpActs.length + ownActs.length + 1);
    for (const words of typed) {
      const said = words
        .replace(/ แล้วเลขใบเสร็จ| and the receipt number/, " 2569/000123")
        .replace(/ แล้วเลขล็อก| and its number/, " 123456");
      expect([said, matchCommand(said)?.certainty]).toEqual([said, "exact"]);
    }
  });
});
