/** Words before a sum that say how vague it is: "about" leaves the figure, "how many" leaves none. */
export const vagueBefore: readonly string[] = [
  ...["ประมาณ", "ราว", "ราวๆ", "สัก", "ซัก", "เกือบ", "แถว", "แถวๆ", "ไม่ถึง", "ไม่เกิน", "อย่างน้อย", "อย่างมาก", "มากกว่า"],
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
    "เหลือ",
    "~",
    "≈",
    "บาท",
    "บ.",
  ],
  ...["about", "around", "roughly", "almost", "nearly", "up to", "over", "under", "maybe"],
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
export const rateAfter: readonly string[] = ["ต่อ", "/", "per", "a month", "each"];

/** Words before a unit that leave no figure at all. */
export const countlessBefore: readonly string[] = ["ไม่กี่", "กี่", "หลาย", "some", "few", "several", "many"];

/** Words after a sum that say that it is more, or not quite that. */
export const vagueAfter: readonly string[] = [
  ...["กว่า", "เศษ", "ๆ", "ขึ้นไป", "โดยประมาณ", "มั้ง", "ได้มั้ง", "นิดๆ", "ต้นๆ", "ปลายๆ", "+", "or so", "-ish"],
];

/** Words before a number that make it a number of something else. */
export const labelsBefore: readonly string[] = [
  ...[
    "ที่",
    "เลข",
    "เบอร์",
    "หมายเลข",
    "รหัส",
    "ทะเบียน",
    "ข้อ",
    "วันที่",
    "เดือน",
    "ปี",
    "พ.ศ.",
    "พศ",
    "ค.ศ.",
    "หมู่",
    "ม.",
    "ซอย",
  ],
  ...[
    "ชั้น",
    "ห้อง",
    "อายุ",
    "ร้อยละ",
    "โทร",
    "โทร.",
    "บ่าย",
    "ตี",
    "งวด",
    "ใบเสร็จ",
    "คำขอ",
    "สมาชิก",
    "#",
    "no.",
    "no",
    "number",
  ],
  ...["member", "date", "year", "tel"],
];

/** Words after a number that it counts instead of money; clock words and percent too. */
export const countersAfter: readonly string[] = [
  ...[
    "คน",
    "ราย",
    "ท่าน",
    "เดือน",
    "ปี",
    "วัน",
    "คืน",
    "งวด",
    "ครั้ง",
    "รอบ",
    "หุ้น",
    "ถุง",
    "กก",
    "กิโล",
    "ไร่",
    "งาน",
    "วา",
    "เล่ม",
    "ใบ",
  ],
  ...[
    "กลุ่ม",
    "หลัง",
    "ครัวเรือน",
    "ข้อ",
    "หน้า",
    "นาที",
    "ชั่วโมง",
    "ชม",
    "โมง",
    "ทุ่ม",
    "น.",
    "%",
    "เปอร์เซ็นต์",
    "เปอร์เซนต์",
    "เท่า",
  ],
  ...[
    "บัญชี",
    "ตัว",
    "กระสอบ",
    "ลิตร",
    "ขวด",
    "กล่อง",
    "แพ็ค",
    "อัน",
    "ชิ้น",
    "เครื่อง",
    "คัน",
    "เมตร",
    "กม",
    "คู่",
    "มื้อ",
    "แผ่น",
    "แห่ง",
  ],
  ...["โหล", "ตัน", "เที่ยว", "ขวบ", "สาย", "เรื่อง", "ค่ำ", "ชั้น", "กำลัง"],
  ...[
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "people",
    "person",
    "persons",
    "shares",
    "times",
  ],
  ...["bags", "percent", "am", "pm", "o'clock"],
];

/** What may follow a counter to make a point in time of it: "300 วันนี้" does not count days. */
export const timeAfterCounter: readonly string[] = [
  ...[
    "นี้",
    "ที่",
    "หน้า",
    "ก่อน",
    "ไหน",
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
    "จันทร์",
    "อังคาร",
    "พุธ",
    "พฤหัส",
    "ศุกร์",
    "เสาร์",
    "อาทิตย์",
  ],
];

/** The months as people write them, abbreviated with or without points, or without their endings. */
export const monthWords: readonly string[] = [
  ...["ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค"],
  ...["มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "กรกดา", "สิงหา", "กันยา", "ตุลา", "พฤศจิกา", "ธันวา"],
  ...["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"],
  ...["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"],
  ...[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
];

/** Words that say "all that is owed": what they mean in baht is not in the text. */
export const wholeDebtWords: readonly string[] = [
  "ทั้งหมด",
  "หมด",
  "ปิดยอด",
  "เต็มจำนวน",
  "ทั้งก้อน",
  "everything",
  "in full",
];

/** What may stand before such a word in a text that says nothing else. */
export const payWords: readonly string[] = [
  ...["ขอ", "จะ", "ส่ง", "จ่าย", "ชำระ", "คืน", "โอน", "ปิด", "ใช้", "ถอน", "ฝาก", "หนี้", "เงิน", "ยอด", "pay", "all"],
];
