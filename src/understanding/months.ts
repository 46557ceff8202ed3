/** The months as people write them, a row each: abbreviated with or without points, without their endings, and in English. */
export const monthNames: readonly (readonly string[])[] = [
  ["ม.ค", "มค", "มกรา", "jan", "january"],
  ["ก.พ", "กพ", "กุมภา", "feb", "february"],
  ["มี.ค", "มีค", "มีนา", "mar", "march"],
  ["เม.ย", "เมย", "เมษา", "apr", "april"],
  ["พ.ค", "พค", "พฤษภา", "may"],
  ["มิ.ย", "มิย", "มิถุนา", "มิทุนา", "jun", "june"],
  ["ก.ค", "กค", "กรกฎา", "กรกฏา", "กรกดา", "jul", "july"],
  ["ส.ค", "สค", "สิงหา", "aug", "august"],
  ["ก.ย", "กย", "กันยา", "sep", "sept", "september"],
  ["ต.ค", "ตค", "ตุลา", "oct", "october"],
  ["พ.ย", "พย", "พฤศจิกา", "พฤษจิกา", "พฤศจิ", "nov", "november"],
  ["ธ.ค", "ธค", "ธันวา", "ทันวา", "dec", "december"],
];

// A whole name may end without its ending, and กุมภาพันธ์ without its last letter.
const ending = (form: string): string => (form === "กุมภา" ? "(?:พันธ์?|พัน(?![\\u0e01-\\u0e4e]))?" : "(?:คม|ยน)?");
const byLength = (a: string, b: string): number => b.length - a.length;

/** The source of a pattern for a month in any of these forms; an abbreviation does not end within a Thai word. */
export const monthName = `(?:${monthNames
  .flat()
  .sort(byLength)
  .map((form) => {
    if (/^[a-z]/.test(form)) return `(?<![a-z])${form}(?![a-z])\\.?`;
    if (!/^เ?[ก-ฮ][ิี]?\.?[ก-ฮ]$/.test(form)) return form + ending(form);
    return `${form.replace(".", "\\. ?")}(?:\\.|(?![\\u0e01-\\u0e4e]))`;
  })
  .join("|")})`;

/** The number of a month, 1 to 12, from its name in any of these forms and with its ending or point; null where it is none. */
export function monthNumberOf(name: string): number | null {
  const bare = name
    .replace(/(?<=\.) /g, "")
    .replace(/\.$/, "")
    .replace(/(?:คม|ยน|พันธ์?|พัน)$/, "");
  const at = monthNames.findIndex((forms) => forms.includes(bare));
  return at < 0 ? null : at + 1;
}
