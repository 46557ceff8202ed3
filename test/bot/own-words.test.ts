import { describe, expect, it } from "@jest/globals";
import { ownWords } from "../../src/bot/own-words";

describe("a person's own words on a card", () => {
  it("stand in one line, however many she wrote", () => {
    expect(ownWords(`ลงผิด\n\n\n\nคน ${"\n".repeat(50)}`, 100)).toBe("ลงผิด คน");
  });

  it("have no sign that turns the words after it around, and keep joined emoji whole", () => {
    expect(ownWords("ยอด \u202e001\u202c\u200b บาท 👩‍🌾", 100)).toBe("ยอด 001 บาท 👩‍🌾");
  });

  it("say where they were cut, never within a character", () => {
    expect(ownWords("น้ำ".repeat(5), 10)).toBe("น้ำน้ำน้ำ…");
    expect(ownWords(`${"ก".repeat(8)}👩‍🌾`, 10)).toBe(`${"ก".repeat(8)}…`);
    expect(ownWords("สั้น", 100)).toBe("สั้น");
  });
});
