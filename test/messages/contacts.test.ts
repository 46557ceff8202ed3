import { describe, expect, it } from "@jest/globals";
import { groupContacts, longest, usual } from "../../flex-messages/values.sample";
import { callButtons, contactLines, quickCalls } from "../../src/messages/contacts";
import { codePoints } from "../../src/messages/labels";
import { languages } from "../../src/i18n/language";
import { speak } from "../../src/messages/speak";
import type { Contact } from "../../src/messages/views";

const th = speak({ language: "th" });
const contact = (position: "chair" | "secretary", name: string, group?: string): Contact => ({
  officer: { committee: "executive", position, name },
  phone: "081-000-0001",
  ...(group === undefined ? {} : { group: { name: { th: group } } }),
});

describe("whom to call", () => {
  it("is told with the short name of the group, where there are several", () => {
    const lines = contactLines(th, [
      contact("chair", "สมชาย ใจดี", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านน้ำขาว"),
      contact("secretary", "อารี หวังดี"),
    ]);
    expect(lines).toEqual(["บ้านน้ำขาว: ประธาน สมชาย ใจดี โทร 081-000-0001", "เลขานุการ อารี หวังดี โทร 081-000-0001"]);
  });

  it("has buttons of which no two bear the same label", () => {
    const labels = (contacts: Contact[]) => callButtons(th, contacts, 2).map(({ label }) => label);
    expect(labels([contact("chair", "ก"), contact("secretary", "ข")])).toEqual(["โทรหาประธาน", "โทรหาเลขานุการ"]);
    expect(labels([contact("chair", "สมชาย"), contact("chair", "อารี")])).toEqual(["โทรหาสมชาย", "โทรหาอารี"]);
    expect(labels([contact("chair", "ก", "กลุ่มบ้านนา"), contact("chair", "ก", "กลุ่มบ้านแค")])).toEqual([
      "โทรหาประธาน บ้านนา",
      "โทรหาประธาน บ้านแค",
    ]);
    expect(new Set(labels(longest.contacts)).size).toBe(2);
  });

  it.each(languages)(
    "is a quick reply each where they are more than two: eight at most, each with a label of its own, in %s",
    (language) => {
      const say = speak({ language });
      for (const values of [usual, longest]) {
        const labels = quickCalls(say, groupContacts(values)).map(({ action }) => String(action?.label));
        expect(labels).toHaveLength(8);
        expect(new Set(labels).size).toBe(8);
        expect(labels.every((label) => codePoints(label) <= 20)).toBe(true);
      }
      expect(quickCalls(say, usual.contacts)).toEqual([]);
    },
  );
});
