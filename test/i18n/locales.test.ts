import { describe, expect, it } from "@jest/globals";
import { chartOfAccounts } from "../../src/domain/ledger/accounts";
import { languages } from "../../src/i18n/language";
import { locales, translator, type TextKey } from "../../src/i18n/index";

function textsOf(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([name, inner]): [string, string][] => {
    const key = path === "" ? name : `${path}.${name}`;
    return typeof inner === "string" ? [[key, inner]] : textsOf(inner as object, key);
  });
}

const th = new Map(textsOf(locales.th));
const en = new Map(textsOf(locales.en));
/** The values that a text takes; the polite particles are Thai alone. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => String(name)))]
    .filter((name) => name !== "p" && name !== "q")
    .sort();

describe("locales", () => {
  it("have the same keys in every language", () => {
    expect([...en.keys()].sort()).toEqual([...th.keys()].sort());
  });

  it("have no empty text, no stray space, and no mark of another notation", () => {
    for (const [key, text] of [...th, ...en]) {
      expect([key, text !== "" && text === text.trim() && !/\$t\(|\$\{|[!！]| {2}/.test(text)]).toEqual([key, true]);
    }
  });

  it("take the same values in every language", () => {
    for (const [key, text] of th) expect([key, placeholders(en.get(key) ?? "")]).toEqual([key, placeholders(text)]);
  });

  it("speak Thai in Thai, and English in English", () => {
    const names = new Set(["people.language.ask", "people.language.th", "people.language.en"]);
    for (const [key, text] of en) {
      const own = text.replaceAll("#สัจจะ", "");
      expect([key, names.has(key) || !/\p{Script=Thai}/u.test(own)]).toEqual([key, true]);
    }
  });

  it("name every account of the chart", () => {
    expect(Object.keys(locales.th.accounts).sort()).toEqual(Object.keys(chartOfAccounts).sort());
  });

  it("use members' words", () => {
    for (const [key, text] of th) expect([key, /เชื่อมบัญชี|กลับรายการ|ส่งซ้ำ|ไม่ถูกต้อง|คุณผิด/.test(text)]).toEqual([key, false]);
  });
});

describe("translator", () => {
  it.each(languages)("is one instance in %s", (language) => {
    expect(translator(language)).toBe(translator(language));
  });

  it("throws for a missing key and for a missing value", () => {
    expect(() => translator("th")("nothing.like.this" as TextKey)).toThrow(Error);
    expect(() => translator("th")("errors" as TextKey)).toThrow(Error);
    expect(() => translator("th")("common.officer", { name: "ศรี" })).toThrow(Error);
  });

  it("never evaluates what people wrote", () => {
    const name = "$t(common.member) {{position}} {{p}} <b>&</b> $1 $& ${x}";
    expect(translator("th")("common.officer", { position: "ประธาน", name })).toBe(`ประธาน ${name}`);
    expect(translator("th")("common.officer", { position: name, name: "x" })).toBe(`${name} x`);
  });

  it("takes values named like its library's options as values", () => {
    const values = {
      position: "ประธาน",
      name: "ศรี",
      count: 2,
      context: "x",
      lng: "en",
      ns: "y",
      defaultValue: "z",
      replace: {},
    };
    expect(translator("th")("common.officer", values)).toBe("ประธาน ศรี");
  });
});
