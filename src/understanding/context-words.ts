/** Words before a sum that say how vague it is: "about" leaves the figure, "how many" leaves none. */
export const vagueBefore: readonly string[] = [
  ...[
    "ประมาณ",
    "ประมาน",
    "ปะมาณ",
    "ปะมาน",
    "ปรามาณ",
    "ราว",
    "สัก",
    "ซัก",
    "เกือบ",
    "แถว",
    "ไม่ใช่",
    "ไม่เอา",
    "แบงค์",
    "แบงก์",
    "ธนบัตร",
    "ทอง",
    "ทองคำ",
    "ทองหนัก",
    "สูง",
    "น้ำตาล",
    "ไม่ถึง",
    "ไม่เกิน",
    "อย่างน้อย",
    "อย่างมาก",
    "มากกว่า",
  ],
  ...[
    "น้อยกว่า",
    "ต่ำกว่า",
    "เกิน",
    "น่าจะ",
    "คง",
    "อาจจะ",
    "คนละ",
    "วันละ",
    "เดือนละ",
    "ปีละ",
    "ครั้งละ",
    "งวดละ",
    "บ้านละ",
    "ครัวเรือนละ",
    "หุ้นละ",
    "ถุงละ",
    "หรือ",
    "ถึง",
    "ครึ่งของ",
    "ครึ่งหนึ่งของ",
    "ครึ่งนึงของ",
    "~",
    "≈",
    "บาท",
    "บ.",
  ],
  ...[
    "about",
    "approx",
    "approx.",
    "approximately",
    "around",
    "roughly",
    "almost",
    "nearly",
    "up to",
    "over",
    "under",
    "maybe",
  ],
];

/** Words that take back a sum said before and put another in its place, or the other way round. */
export const correctionWords: readonly string[] = [
  ...["เอ้ย", "เอ๊ย", "อุ้ย", "อุ๊ย", "ที่จริง", "จริงๆแล้ว", "จริงๆ แล้ว", "พิมพ์ผิด", "ไม่ใช่", "หมายถึง", "แก้เป็น", "i mean", "sorry"],
];

/** Figures as people misspell them; the unit behind one does not stand for itself ("เก่าร้อย" is no hundred). */
export const misspeltFigures: readonly string[] = [
  ...["เก่า", "เกา", "เก๊า", "ห่า", "หา", "หัา", "สี", "เจต", "แปต", "ซอง", "สาน", "ซาม", "หัก", "ยี", "ยิ"],
];

/** What stands around sums of other countries' money. */
export const foreignBefore: readonly string[] = ["$", "€", "£", "¥", "rm", "usd", "myr"];
export const foreignAfter: readonly string[] = [
  ...[
    "$",
    "€",
    "£",
    "usd",
    "dollar",
    "dollars",
    "ringgit",
    "rm",
    "myr",
    "เหรียญ",
    "ดอลลาร์",
    "ดอลล่า",
    "ริงกิต",
    "เยน",
    "หยวน",
    "ยูโร",
  ],
];

/** Words after a sum that make it a rate rather than a sum. */
export const rateAfter: readonly string[] = ["ต่อ", "/", "per", "ทุกเดือน", "ทุกวัน", "ทุกปี", "a month", "each"];

/** Words before a unit that leave no figure at all. */
export const countlessBefore: readonly string[] = ["ไม่กี่", "กี่", "หลาย", "some", "few", "several", "many"];

/** Words after a sum that say that it is more, or not quite that. */
export const vagueAfter: readonly string[] = [
  ...[
    "กว่า",
    "เศษ",
    "อัพ",
    "อัป",
    "ๆ",
    "ขึ้นไป",
    "โดยประมาณ",
    "มั้ง",
    "ได้มั้ง",
    "นิด",
    "หน่อยๆ",
    "ต้นๆ",
    "ปลายๆ",
    "+",
    "or so",
    "-ish",
    "up",
  ],
];

/** Words that say "all that is owed": what they mean in baht is not in the text. */
export const wholeDebtWords: readonly string[] = ["ทั้งหมด", "หมด", "เต็มจำนวน", "ทั้งก้อน", "everything", "in full"];

/** What may stand before such a word in a text that says nothing else. */
export const payWords: readonly string[] = [...["ขอ", "จะ", "หนี้", "เงิน", "ยอด", "pay", "all"]];

/** What a sum is for, or to whom it goes, so that a number behind it is money whatever follows. */
export const purposesBefore: readonly string[] = [
  ...["สัจจะ", "ออม", "ฝาก", "ดอก", "ต้น", "ปรับ", "พิเศษ", "สะสม", "โอน", "ส่ง", "จ่าย", "ยืม", "กู้"],
  ...["ถอน", "ยอด", "เงิน", "เบี้ย", "รวม", "เป็น", "คืน", "=", ":"],
];
