import { describe, expect, it } from "@jest/globals";
import { dates } from "./table/dates";
import { times } from "./table/times";
import { readRow } from "./told";

const today = "2026-11-24";

describe.each(Object.entries({ dates, times }))("every text of the table of %s", (_name, rows) => {
  it.each(rows)("%s", (text, sums, on = "", at = "") => {
    expect(readRow(text, today)).toEqual([sums, on, at]);
  });
});
