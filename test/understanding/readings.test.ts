import { describe, expect, it } from "@jest/globals";
import { closeSums } from "./table/close-sums";
import { dates } from "./table/dates";
import { edgeDays } from "./table/edge-days";
import { edgeSums } from "./table/edge-sums";
import { everyDay } from "./table/every-day";
import { everyWord } from "./table/every-word";
import { otherNumbers } from "./table/other-numbers";
import { purposes } from "./table/purposes";
import { savings } from "./table/savings";
import { sums } from "./table/sums";
import { sumsInTexts } from "./table/sums-in-texts";
import { times } from "./table/times";
import { words } from "./table/words";
import { unseenOne } from "./table/unseen-one";
import { unseenTwo } from "./table/unseen-two";
import { unseenThree } from "./table/unseen-three";
import { unseenFour } from "./table/unseen-four";
import { readRow, readVerdicts } from "./told";

const tuesday = "2026-11-24";

describe.each(Object.entries({ sums, sumsInTexts, closeSums, purposes, otherNumbers, savings, dates, times }))(
  "every text of the table of %s",
  (_name, rows) => {
    it.each(rows)("%s", (text, sums, on = "", at = "", today = tuesday) => {
      expect(readRow(text, today)).toEqual([sums, on, at]);
    });
  },
);

describe("every word that tells what a number is", () => {
  const texts = [...words, ...everyWord, ...everyDay, ...edgeDays, ...edgeSums].flatMap(([text, list, ...told]) =>
    list.split("|").map((word) => [text.replace("{}", word), ...told] as const),
  );
  it.each(texts)("%s", (text, sums, on = "", at = "") => {
    expect(readRow(text, tuesday)).toEqual([sums, on, at]);
  });
});

describe("every text that was written without knowledge of the rules", () => {
  it.each([...unseenOne, ...unseenTwo, ...unseenThree, ...unseenFour])(
    "%s",
    (text, sums, on = "", at = "", today = tuesday) => {
      expect(readVerdicts(text, today)).toEqual([sums, on, at]);
    },
  );
});
