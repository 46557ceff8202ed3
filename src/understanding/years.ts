import { buddhistYearIn, buddhistYearOf, type LocalDate } from "../domain/dates";

/** The years of the Common Era in which a date in chat can lie; a year beyond them is a slip. */
const [firstYear, lastYear] = [1900, 2100];

/** Which era a text names beside its year. */
export type Era = "buddhist" | "common";

/**
 * The years of the Common Era that the digits of a year can mean. Four from 2400 on are Buddhist. Of two, 50 to 99 are Buddhist years of
 * this century's count (2550 to 2599); fewer may be either era, so both are given. None: no year at all.
 */
export function yearsOf(digits: string, era: Era | null = null): number[] {
  const said = Number(digits);
  const [buddhist, common] = digits.length === 2 ? [1957 + said, 2000 + said] : [said - 543, said];
  const isBuddhist = digits.length === 4 ? said >= 2400 : said >= 50;
  const meant = era === "buddhist" || (era === null && isBuddhist) ? [buddhist] : [common];
  const either = era === null && digits.length === 2 && !isBuddhist ? [common, buddhist] : meant;
  return either.filter((year) => year >= firstYear && year <= lastYear);
}

/** "12/2569": a number as registers write it, of the Buddhist year that is said, else of this one. */
export function numberedInYear(no: string, year: string | undefined, today: LocalDate): string {
  return `${Number(no)}/${year === undefined ? buddhistYearOf(today) : buddhistYearIn(year)}`;
}
