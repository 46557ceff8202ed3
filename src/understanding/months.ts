/** The months as people write them, a row each: abbreviated with or without points, without their endings, and in English. */
export const monthNames: readonly (readonly string[])[] = [
  ["ม.ค", "มค", "มกรา", "jan", "january"],
  ["ก.พ", "กพ", "กุมภา", "feb", "february"],
  ["มี.ค", "มีค", "มีนา", "mar", "march"],
  ["เม.ย", "เมย", "เมษา", "apr", "april"],
  ["พ.ค", "พค", "พฤษภา", "may"],
  ["มิ.ย", "มิย", "มิถุนา", "jun", "june"],
  ["ก.ค", "กค", "กรกฎา", "กรกดา", "jul", "july"],
  ["ส.ค", "สค", "สิงหา", "aug", "august"],
  ["ก.ย", "กย", "กันยา", "sep", "sept", "september"],
  ["ต.ค", "ตค", "ตุลา", "oct", "october"],
  ["พ.ย", "พย", "พฤศจิกา", "nov", "november"],
  ["ธ.ค", "ธค", "ธันวา", "dec", "december"],
];

/** The number of a month, 1 to 12, from its name in any of these forms and with its ending or point; null where it is none. */
export function monthNumberOf(name: string): number | null {
  const bare = name.replace(/\.$/, "").replace(/(?:คม|ยน|พันธ์)$/, "");
  const at = monthNames.findIndex((forms) => forms.includes(bare));
  return at < 0 ? null : at + 1;
}
