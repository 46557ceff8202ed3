import { describe, expect, it } from "@jest/globals";
import { Path2D } from "@napi-rs/canvas";
import { validateRichMenu } from "../../../scripts/simulator/limits/rich-menu";
import { icons } from "../../../scripts/rich-menus/icons";
import { menuSize, richMenuRequest, richMenus } from "../../../scripts/rich-menus/menus";
import { menuFaces, richMenuAlias } from "../../../src/line/rich-menus";
import { languages } from "../../../src/i18n/language";
import { commandNames, matchCommand } from "../../../src/understanding/commands";

const specs = richMenus();

describe("rich menus", () => {
  it("are there for each face and each set of tabs, in each language", () => {
    expect(specs).toHaveLength((3 + 2 + 2 + 3) * languages.length);
    expect(new Set(specs.map(({ alias }) => alias)).size).toBe(specs.length);
  });

  it("say the look's words", () => {
    const words = (alias: string) => specs.find((spec) => spec.alias === alias)?.tiles.map(({ label }) => label);
    expect(words("member_th")).toEqual(["ยอดเงิน", "แจ้งโอน", "เงินกู้", "สวัสดิการ", "วันนัด", "ถาม-คุยกับคน"]);
    expect(words("committee_th")).toEqual(["รอเราตัดสิน", "วันทำการ", "สมาชิก", "รายงาน", "วันนัด", "ถาม-คุยกับคน"]);
    expect(words("coordinator_th")).toEqual(["ประกาศ", "กลุ่ม", "รายงาน", "ความรู้", "วันนัด", "ถาม-คุยกับคน"]);
  });

  describe.each(specs.map((spec) => [spec.alias, spec] as const))("%s", (_alias, spec) => {
    const request = richMenuRequest(spec, "sajja test");

    it("is one that LINE takes", () => {
      expect(validateRichMenu(request)).toEqual([]);
      expect([...spec.chatBarText].length).toBeLessThanOrEqual(14);
    });

    it("has six tiles, each a known command that its own word finds too", () => {
      expect(spec.tiles).toHaveLength(6);
      for (const { label, data } of spec.tiles) {
        const command = data.slice("menu:".length);
        expect(commandNames).toContain(command);
        expect([label, matchCommand(label)?.command]).toEqual([label, command]);
      }
    });

    it("covers the whole picture, each point once", () => {
      const areas = [...spec.tabs, ...spec.tiles].map(({ bounds }) => bounds);
      const total = areas.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(total).toBe(menuSize.width * menuSize.height);
      for (const [at, one] of areas.entries()) {
        for (const other of areas.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart).toBe(true);
        }
      }
    });

    it("has tabs 200 high that lead to menus of the same tabs and language", () => {
      for (const tab of spec.tabs) {
        expect(tab.bounds.height).toBe(200);
        const target = specs.find(({ alias }) => alias === tab.alias);
        expect(target?.language).toBe(spec.language);
        expect(target?.tabs.map(({ label }) => label)).toEqual(spec.tabs.map(({ label }) => label));
        expect(target?.tabs.find(({ open }) => open)?.label).toBe(tab.label);
      }
      if (spec.tabs.length > 0) expect(spec.tabs.filter(({ open }) => open)).toHaveLength(1);
    });
  });
});

describe("the alias of a person's menu", () => {
  it.each([
    [["member"], "th", "member_th"],
    [["committee", "member"], "th", "mem-com_member_th"],
    [["member", "coordinator"], "en", "mem-coo_member_en"],
    [["coordinator", "committee", "member"], "en", "mem-com-coo_member_en"],
  ] as const)("of %j in %s is %s, and is published", (roles, language, alias) => {
    expect(richMenuAlias(roles, language)).toBe(alias);
    expect(specs.map((spec) => spec.alias)).toContain(alias);
  });

  it("needs a role, and opens only at one of them", () => {
    expect(() => richMenuAlias([], "th")).toThrow("one of the person's roles");
    expect(() => richMenuAlias(["member"], "th", "committee")).toThrow("one of the person's roles");
    expect(menuFaces).toHaveLength(3);
  });
});

describe("the icons", () => {
  it.each(Object.entries(icons))("%s stays on its grid", (_name, strokes) => {
    for (const stroke of strokes) {
      const [left, top, right, bottom] = new Path2D(stroke).getBounds();
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(right, bottom)).toBeLessThanOrEqual(24);
    }
  });
});
