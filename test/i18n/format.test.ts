import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, localDate, type YearMonth } from "../../src/domain/dates";
import { satang } from "../../src/domain/money";
import {
  dateText,
  instantText,
  moneyDigits,
  moneyText,
  monthText,
  shortDateText,
  timeText,
} from "../../src/i18n/format";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(localDate("1970-01-01"), days));

describe("money in digits", () => {
  it.each([
    [0, "0"],
    [5, "0.05"],
    [50, "0.50"],
    [100, "1"],
    [99_999, "999.99"],
    [100_000, "1,000"],
    [420_000, "4,200"],
    [420_050, "4,200.50"],
    [-420_050, "−4,200.50"],
    [-5, "−0.05"],
    [123_456_789_00, "123,456,789"],
    [Number.MAX_SAFE_INTEGER, "90,071,992,547,409.91"],
  ])("%d satang is %s", (amount, text) => {
    expect(moneyDigits(satang(amount))).toBe(text);
  });

  it("agrees with Intl", () => {
    const intl = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), (amount) => {
        expect(moneyDigits(satang(amount))).toBe(intl.format(amount / 100).replace(/\.00$/, ""));
      }),
    );
  });

  it("names the currency", () => {
    expect(moneyText(satang(420_000), "th")).toBe("4,200 บาท");
    expect(moneyText(satang(420_050), "en")).toBe("4,200.50 baht");
  });
});

describe("days and times", () => {
  it("are written as the look says", () => {
    const day = localDate("2025-01-05");
    expect(dateText(day, "th")).toBe("อา. 5 ม.ค. 2568");
    expect(dateText(day, "en")).toBe("Sun 5 Jan 2025");
    expect(shortDateText(day, "th")).toBe("5 ม.ค. 68");
    expect(shortDateText(day, "en")).toBe("5 Jan 25");
    expect(shortDateText(localDate("2057-12-31"), "th")).toBe("31 ธ.ค. 00");
    expect(monthText("2025-01" as YearMonth, "th")).toBe("ม.ค. 2568");
    expect(monthText("2025-12" as YearMonth, "en")).toBe("Dec 2025");
    expect(timeText("09:00", "th")).toBe("09.00\u00a0น.");
    expect(timeText("09:00", "en")).toBe("09:00");
  });

  it("agree with Intl's Thai calendar on every day", () => {
    const utc = { timeZone: "UTC" } as const;
    const weekday = new Intl.DateTimeFormat("th-TH", { ...utc, weekday: "narrow" });
    const date = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", {
      ...utc,
      day: "numeric",
      month: "short",
      year: "numeric",
    });
    const english = new Intl.DateTimeFormat("en-US", {
      ...utc,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
    });
    fc.assert(
      fc.property(anyDay, (day) => {
        const at = new Date(`${day}T00:00:00Z`);
        expect(dateText(day, "th")).toBe(`${weekday.format(at)}. ${date.format(at)}`);
        const parts = new Map(english.formatToParts(at).map(({ type, value }) => [type, value]));
        const [name, number, month, year] = ["weekday", "day", "month", "year"].map((type) => parts.get(type as "day"));
        expect(dateText(day, "en")).toBe(`${name} ${number} ${month} ${year}`);
      }),
    );
  });

  it("put an instant on Bangkok's clock", () => {
    expect(instantText(new Date("2025-01-04T17:30:00Z"), "th")).toBe("อา. 5 ม.ค. 2568 00.30\u00a0น.");
    expect(instantText(new Date("2025-01-05T02:00:00Z"), "en")).toBe("Sun 5 Jan 2025 09:00");
  });

  it("do not depend on the machine's time zone", () => {
    const format = path.resolve(__dirname, "../../src/i18n/format.ts");
    const script = `
      const { dateText, instantText, shortDateText, monthText } = require(${JSON.stringify(format)});
      const out = [];
      for (let hour = 0; hour < 24 * 400; hour += 7) {
        const at = new Date(Date.UTC(2024, 0, 1, hour));
        const day = at.toISOString().slice(0, 10);
        out.push(instantText(at, "th"), instantText(at, "en"), dateText(day, "th"), shortDateText(day, "en"), monthText(day.slice(0, 7), "th"));
      }
      console.log(out.join("\\n"));`;
    const zones = ["UTC", "Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"];
    const outputs = zones.map((TZ) =>
      execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }),
    );
    expect(outputs[0]).toContain("จ. 1 ม.ค. 2567 07.00\u00a0น.");
    expect(new Set(outputs).size).toBe(1);
  });
});
