import type { Language } from "./language";

/** Names of the months as they are written on cards, January first. */
export const monthNames: Record<Language, readonly string[]> = {
  th: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** Names of the days of the week as they are written on cards, Sunday first. */
export const weekdayNames: Record<Language, readonly string[]> = {
  th: ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

const thaiDigits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const thaiPlaces = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

/** A whole number of 0 or more in Thai words, e.g. 4201 → "สี่พันสองร้อยเอ็ด". */
export function thaiWords(value: number): string {
  if (value === 0) return "ศูนย์";
  const millions = Math.floor(value / 1_000_000);
  const rest = value % 1_000_000;
  const head = millions > 0 ? `${thaiWords(millions)}ล้าน` : "";
  return head + belowMillion(rest, millions > 0);
}

function belowMillion(value: number, afterMillions: boolean): string {
  const digits = [...String(value)].map(Number);
  const words = digits.map((digit, index) => {
    const place = digits.length - 1 - index;
    if (digit === 0) return "";
    if (place === 1 && digit === 1) return "สิบ";
    if (place === 1 && digit === 2) return "ยี่สิบ";
    // A final one that follows other digits is เอ็ด (Royal Society of Thailand), also after millions.
    if (place === 0 && digit === 1 && (digits.length > 1 || afterMillions)) return "เอ็ด";
    return `${thaiDigits[digit]}${thaiPlaces[place]}`;
  });
  return words.join("");
}

const englishUnits = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const englishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const englishScales = ["", "thousand", "million", "billion", "trillion"];

/** A whole number of 0 or more (below 10^15) in English words, e.g. 4201 → "four thousand two hundred one". */
export function englishWords(value: number): string {
  if (value === 0) return "zero";
  const parts: string[] = [];
  for (let left = value, scale = 0; left > 0; left = Math.floor(left / 1000), scale += 1) {
    const group = left % 1000;
    if (group > 0) parts.unshift(`${belowThousand(group)} ${englishScales[scale]}`.trim());
  }
  return parts.join(" ");
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const parts = hundreds > 0 ? [`${englishUnits[hundreds]} hundred`] : [];
  if (rest > 0) parts.push(belowHundred(rest));
  return parts.join(" ");
}

function belowHundred(value: number): string {
  if (value < 20) return String(englishUnits[value]);
  const tens = englishTens[Math.floor(value / 10)];
  return value % 10 > 0 ? `${tens}-${englishUnits[value % 10]}` : String(tens);
}
