/** The days of the week as people write them, Sunday first: Thai with its slips, English. */
const names: readonly (readonly string[])[] = [
  ["อาทิตย์", "อาทิต", "อาทิด", "sunday", "sun"],
  ["จันทร์", "จันทร", "จันท์", "จัน", "monday", "mon"],
  ["อังคาร", "อังคาน", "tuesday", "tue"],
  ["พุธ", "พุท", "พุด", "wednesday", "wed"],
  ["พฤหัสบดี", "พฤหัสฯ", "พฤหัส", "พฤหัด", "พหัส", "thursday", "thu"],
  ["ศุกร์", "ศุกร", "ศุกส์", "สุกร์", "friday", "fri"],
  ["เสาร์", "เสา", "saturday", "sat"],
];

/** How they are shortened before a date. */
const abbreviations: readonly string[] = ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."];

const byLength = (a: string, b: string): number => b.length - a.length;
const source = (forms: readonly string[]): string =>
  [...forms]
    .sort(byLength)
    .map((form) =>
      /^[a-z]/.test(form)
        ? `(?<![a-z])${form}(?![a-z])`
        : `${form.replace(".", "\\.")}(?![\\u0e30-\\u0e3a\\u0e47-\\u0e4e])`,
    )
    .join("|");

/** The source of a pattern for the name of a weekday. */
export const weekdayName = `(?:${source(names.flat())})`;

/** The source of a pattern for a weekday before a date, perhaps shortened. */
export const weekdayBeforeDate = `(?:${source(names.flat())}|(?<![ก-๎.])(?:${source(abbreviations)}))`;

/** The weekday of such a name, 0 = Sunday; null where there is none. */
export function weekdayOfName(name: string | undefined): number | null {
  if (name === undefined) return null;
  const at = names.findIndex((forms) => forms.includes(name));
  const [short, found] = [abbreviations.indexOf(name), at];
  return found >= 0 ? found : short >= 0 ? short : null;
}
