/** What a word says in a sum: a digit, a unit of ten, a half, a currency, or that the sum is not exact. */
export type WordToken =
  | { kind: "digit"; value: number; form: "plain" | "final" | "twenty" | "single" }
  | { kind: "unit"; value: number; /** "ซาว" is two tens. */ times?: 2 }
  | { kind: "half" }
  | { kind: "baht"; /** Whether it may stand before its sum. */ sign?: true }
  | { kind: "satang"; value: number }
  | { kind: "exact" };

const digit = (value: number): WordToken => ({ kind: "digit", value, form: "plain" });
const unit = (value: number): WordToken => ({ kind: "unit", value });

/** Thai number words as they are said and mistyped (reference: numbers, spoken and typed), and the words of the currency. */
export const numberWords: ReadonlyMap<string, WordToken> = new Map<string, WordToken>([
  ["ศูนย์", digit(0)],
  ["หนึ่ง", digit(1)],
  ["หนึง", digit(1)],
  ["หนื่ง", digit(1)],
  ["นึง", { kind: "digit", value: 1, form: "single" }],
  ["นึ่ง", { kind: "digit", value: 1, form: "single" }],
  ["เดียว", { kind: "digit", value: 1, form: "single" }],
  ["เอ็ด", { kind: "digit", value: 1, form: "final" }],
  ["สอง", digit(2)],
  ["ยี่", { kind: "digit", value: 2, form: "twenty" }],
  ["สาม", digit(3)],
  ["สี่", digit(4)],
  ["ห้า", digit(5)],
  ["หก", digit(6)],
  ["เจ็ด", digit(7)],
  ["เจด", digit(7)],
  ["แปด", digit(8)],
  ["เก้า", digit(9)],
  ["สิบ", unit(10)],
  ["ซาว", { kind: "unit", value: 10, times: 2 }],
  ["ร้อย", unit(100)],
  ["พัน", unit(1_000)],
  ["พนั", unit(1_000)],
  ["หมื่น", unit(10_000)],
  ["หมืน", unit(10_000)],
  ["แสน", unit(100_000)],
  ["ล้าน", unit(1_000_000)],
  ["ล้าณ", unit(1_000_000)],
  ["hundred", unit(100)],
  ["thousand", unit(1_000)],
  ["million", unit(1_000_000)],
  ["ครึ่ง", { kind: "half" }],
  ["บาท", { kind: "baht" }],
  ["บ.", { kind: "baht" }],
  ["฿", { kind: "baht", sign: true }],
  ["baht", { kind: "baht", sign: true }],
  ["thb", { kind: "baht", sign: true }],
  ["สตางค์", { kind: "satang", value: 1 }],
  ["สตางค", { kind: "satang", value: 1 }],
  ["สต.", { kind: "satang", value: 1 }],
  ["satang", { kind: "satang", value: 1 }],
  ["สลึง", { kind: "satang", value: 25 }],
  ["ถ้วน", { kind: "exact" }],
]);

/** Words that hold a number word without being one. They are passed over whole. */
export const notNumbers: readonly string[] = [
  ...["ห้าม", "หกล้ม", "แปดเปื้อน", "เก้าอี้", "สี่แยก", "สามแยก", "ยี่ห้อ"],
  ...["ร้อยละ", "เรียบร้อย", "พันพรือ", "ผูกพัน", "พันธุ์", "พันธ์", "พันธะ", "ล้านนา", "หัวล้าน"],
  ...["แสนดี", "แสนสุข", "สิบโท", "สิบเอก", "สิบตรี", "สิบตำรวจ", "สิบเวร", "ครึ่งหนึ่ง", "ครึ่งนึง", "ครึ่งวัน", "ครึ่งปี", "ครึ่งเดือน"],
  ...[
    "อยู่ร้อยเอ็ด",
    "จังหวัดร้อยเอ็ด",
    "จ.ร้อยเอ็ด",
    "เมืองร้อยเอ็ด",
    "คนร้อยเอ็ด",
    "จากร้อยเอ็ด",
    "คนเดียว",
    "ที่เดียว",
    "ทีเดียว",
    "อย่างเดียว",
    "ครั้งเดียว",
    "เดียวกัน",
    "ขั้นหนึ่ง",
  ],
];
