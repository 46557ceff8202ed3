const digits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const tens = ["", "สิบ", "ยี่สิบ", "สามสิบ", "สี่สิบ", "ห้าสิบ"];

/** The Thai words of the numbers that days, hours and minutes are counted in, 1 to 59. */
const words: ReadonlyMap<string, number> = new Map<string, number>([
  ["นึง", 1],
  ["เดียว", 1],
  ...tens.flatMap((ten, at) =>
    digits.flatMap((digit, last): [string, number][] => {
      const value = at * 10 + last;
      if (value === 0) return [];
      return last === 1 && at > 0 ? [`${ten}เอ็ด`, `${ten}หนึ่ง`].map((word) => [word, value]) : [[ten + digit, value]];
    }),
  ),
]);

const inSyllable = "[\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]";

/** The source of a pattern for such a word up to a number, the longest first, that ends neither within a syllable nor before a unit. */
function smallNumberWord(most: number): string {
  const fitting = [...words].filter(([, value]) => value <= most).map(([word]) => word);
  return `(?:${fitting.sort((a, b) => b.length - a.length).join("|")})(?!${inSyllable}|ร้อย|พัน|หมื่น|แสน|ล้าน)`;
}

/** The source of a pattern for a number of one or two digits, or for such a word up to a number. */
export function smallNumberUpTo(most: number): string {
  return `(?:(?<![\\d.,/:])\\d{1,2}(?![\\d]|[.,:/]\\d)|${smallNumberWord(most)})`;
}

/** The same for all of them. */
export const smallNumber = smallNumberUpTo(59);

/** The number that such a text says; NaN where it says none. */
export function smallNumberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : (words.get(text) ?? NaN);
}
