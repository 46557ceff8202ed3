import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, buddhistYearOf, isLocalDate, localDate, weekdayOf, type LocalDate } from "../../src/domain/dates";
import { readAmounts } from "../../src/understanding/amounts";
import { readDates } from "../../src/understanding/dates";
import { monthNames } from "../../src/understanding/months";
import { readTimes } from "../../src/understanding/times";

const start = localDate("1990-01-01");
const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays(start, offset));
const today = localDate("2026-11-24");
const fullMonths = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ");
const fullWeekdays = "อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์".split(" ");
const thaiDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const parts = (on: LocalDate) => ({
  day: Number(on.slice(8)),
  month: Number(on.slice(5, 7)),
  buddhist: buddhistYearOf(on),
  common: Number(on.slice(0, 4)),
});

/** A day in every full form that names its year beyond doubt. */
function written(on: LocalDate): string[] {
  const { day, month, buddhist, common } = parts(on);
  const short = `${monthNames[month - 1]?.[0]}.`;
  const long = fullMonths[month - 1];
  const [, , , english, longEnglish = english] =
    monthNames[month - 1]?.filter((one) => !/^กรกฏา|^กรกดา|^พฤษจิกา|^พฤศจิ$|^ทันวา|^มิทุนา/.test(one)) ?? [];
  return [
    ...["/", "-", "."].flatMap((mark) => [[day, month, buddhist].join(mark), [day, month, common].join(mark)]),
    on,
    `${day} ${short} ${buddhist}`,
    `${day}${short}${buddhist}`,
    `${day} ${monthNames[month - 1]?.[1]} ${buddhist}`,
    `${day} ${monthNames[month - 1]?.[2]} ${buddhist}`,
    `วันที่ ${day} เดือน${long} พ.ศ. ${buddhist}`,
    `${day} ${long} ค.ศ. ${common}`,
    `วัน${fullWeekdays[weekdayOf(on)]}ที่ ${day} ${long} ${buddhist}`,
    `${day} ${longEnglish} ${common}`,
    `${longEnglish} ${day}, ${common}`,
  ];
}

describe("readDates", () => {
  it("reads a day out of every full form of it, in Western and Thai digits, and no sum", () => {
    fc.assert(
      fc.property(days, (on) => {
        // A round year may be a sum behind the day.
        fc.pre(buddhistYearOf(on) % 100 !== 0 && parts(on).common % 100 !== 0);
        for (const text of written(on).flatMap((form) => [form, thaiDigits(form), `นัด${form}ครับ`])) {
          expect([text, readDates(text, today)]).toEqual([text, [{ verdict: "value", on }]]);
          expect([text, readAmounts(text)]).toEqual([text, []]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("reads two digits of a Buddhist year from 50 on, and asks about fewer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const two = String(year).padStart(2, "0");
          const [reading, more] = readDates(`${day}/${month}/${two}`, today);
          expect(more).toBeUndefined();
          if (year >= 50)
            expect(reading).toMatchObject({ verdict: "value", on: expect.stringContaining(`${year + 1957}-`) });
          else
            expect(reading).toMatchObject({
              verdict: "ask",
              candidates: [expect.stringContaining(`20${two}-`), expect.stringContaining(`${year + 1957}-`)],
            });
        },
      ),
    );
  });

  it("never gives a day that the calendar does not have", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2540, max: 2600 }),
        (day, month, year) => {
          const text = `${year - 543}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const exists = isLocalDate(text);
          for (const form of [`${day}/${month}/${year}`, `${day} ${fullMonths[month - 1]} พ.ศ. ${year}`])
            expect(readDates(form, today)).toEqual([exists ? { verdict: "value", on: text } : { verdict: "none" }]);
        },
      ),
    );
  });

  it("counts days from any today", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 99 }), (from, count) => {
        expect(readDates(`อีก ${count} วัน`, from)).toEqual([{ verdict: "value", on: addDays(from, count) }]);
        expect(readDates(`เมื่อ ${count} วันก่อน`, from)).toEqual([{ verdict: "value", on: addDays(from, -count) }]);
      }),
    );
  });

  it("gives a coming weekday within the week after today, and asks between two for the next", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (from, weekday) => {
        const name = fullWeekdays[weekday] ?? "";
        const [coming] = readDates(`วัน${name}ที่จะถึง`, from);
        const on = coming?.verdict === "value" ? coming.on : from;
        expect(weekdayOf(on)).toBe(weekday);
        expect(on > from && on <= addDays(from, 7)).toBe(true);
        expect(readDates(`วัน${name}หน้า`, from)).toEqual([{ verdict: "ask", candidates: [on, addDays(on, 7)] }]);
      }),
    );
  });
});

describe("readTimes", () => {
  it("reads every minute of the day in figures, and no sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const pad = (number: number): string => String(number).padStart(2, "0");
        const time = `${pad(hour)}:${pad(minute)}`;
        for (const text of [
          `${hour}.${pad(minute)} น.`,
          `${pad(hour)}.${pad(minute)}น.`,
          time,
          thaiDigits(`${time} น.`),
          `เวลา ${hour}.${pad(minute)}`,
        ]) {
          expect([text, readTimes(text)]).toEqual([text, [time]]);
          expect([text, readAmounts(text)]).toEqual([text, []]);
        }
      }),
    );
  });
});

describe("the readers together", () => {
  const words =
    "วันที่ เดือน ศุกร์ หน้า นี้ สิ้น พรุ่งนี้ อีก วัน ก่อน ม.ค. ธันวาคม พ.ศ. โมง ทุ่ม บ่าย ตี เที่ยง ครึ่ง น. ค่ำ ปี สอง สิบ ห้า ร้อย พัน บาท 5 15 31 68 2569 9.30 - / : .".split(
      " ",
    );
  const garbage = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(fc.constantFrom(...words), fc.constant(" ")), { maxLength: 14 }).map((some) => some.join("")),
  );

  it("never throw, and give only days and times that exist", () => {
    fc.assert(
      fc.property(garbage, days, (text, from) => {
        for (const reading of readDates(text, from)) {
          if (reading.verdict === "value") expect(isLocalDate(reading.on)).toBe(true);
          if (reading.verdict === "ask") expect(reading.candidates.filter((on) => !isLocalDate(on))).toEqual([]);
        }
        for (const time of readTimes(text)) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        readAmounts(text);
      }),
      { numRuns: 1_500 },
    );
  });

  it("find a sum beside any date and time as without them", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 5_000 }),
        fc.constantFrom("14.35 น.", "สองทุ่มครึ่ง", "09:00", "บ่ายสามโมง"),
        (on, hundreds, time) => {
          const { day, month, buddhist } = parts(on);
          const expected = [{ verdict: "value", satang: hundreds * 10_000 }];
          const sum = String(hundreds * 100);
          for (const date of [
            `${day}/${month}/${buddhist}`,
            `${day} ${fullMonths[month - 1]} ${buddhist}`,
            "พรุ่งนี้",
            "วันศุกร์หน้า",
            "สิ้นเดือน",
          ]) {
            for (const text of [`${date} ${time} โอน ${sum}`, `โอน ${sum} บาท ${date} ${time}`])
              expect([text, readAmounts(text)]).toEqual([text, expected]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
