import type { DepositPurpose } from "../domain/savings/deposit";

/** What a sum is said to be for: a purpose, or a loan as a whole, of which the fine, the interest and the principal are still to be told apart. */
export type SaidPurpose = DepositPurpose | "loan";

/** What people write for each purpose. */
const words: Record<SaidPurpose, readonly string[]> = {
  loan: [
    ...["ส่งคืนเงินกู้", "คืนเงินกู้", "ส่งเงินกู้", "ค่างวดเงินกู้", "ค่างวด", "เงินกู้", "ส่งงวด", "ผ่อนเงินกู้", "ผ่อนชำระ"],
    ...["instalments", "instalment", "installment", "repayment", "loan"],
  ],
  special: [
    ...["เงินสัจจะพิเศษ", "สัจจะพิเศษ", "เงินฝากพิเศษ", "เงินออมพิเศษ", "ออมพิเศษ", "ฝากพิเศษ", "เงินพิเศษ", "พิเศษ"],
    ...["สัจจะพิเสด", "พิเสด", "พิเศด", "พิเสษ"],
    ...["special savings", "special"],
  ],
  pledge: ["เงินสัจจะ", "ส่งสัจจะ", "ค่าสัจจะ", "สัจจะ", "สจจะ", "สัจะ", "สัดจะ", "pledge savings", "pledge"],
  "entry-fee": [...["ค่าธรรมเนียมแรกเข้า", "ธรรมเนียมแรกเข้า", "ค่าสมัครสมาชิก", "ค่าแรกเข้า", "ค่าสมัคร", "แรกเข้า"], "entry fee"],
  fine: ["เงินค่าปรับ", "ค่าปรับ", "fine"],
  welfare: [
    ...["สวัสดิการวันละบาท", "สัจจะวันละบาท", "ออมวันละบาท", "เงินวันละบาท", "วันละ 1 บาท", "วันละบาท", "เงินสวัสดิการ", "สวัสดิการ"],
    ...["baht a day", "welfare"],
  ],
  principal: ["คืนเงินต้น", "เงินต้น", "principal"],
  interest: ["ค่าดอกเบี้ย", "ดอกเบี้ย", "ค่าดอก", "เงินดอก", "ค่าบำรุง", "interest", "service fee"],
};

/** Words that are names of people too: they name a purpose only where they stand apart and a sum follows. */
const shortWords: Readonly<Record<string, SaidPurpose>> = {
  ต้น: "principal",
  ดอก: "interest",
  ปรับ: "fine",
  กู้: "loan",
  งวด: "loan",
};

const sumFollows = "(?= ?[:=]? ?(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ|ร้อย|พัน|หมื่น|แสน))";
const known: readonly (readonly [string, SaidPurpose])[] = (Object.entries(words) as [SaidPurpose, readonly string[]][])
  .flatMap(([purpose, said]) => said.map((word) => [word, purpose] as const))
  // Longer words first: สัจจะพิเศษ is special savings, สัจจะวันละบาท is welfare.
  .sort(([one], [other]) => other.length - one.length);
const short = Object.keys(shortWords).map((word) => `(?<![ก-๎])${word}${sumFollows}`);
const pattern = new RegExp([...known.map(([word]) => word), ...short].join("|"), "g");

/** A word in a text that says what a sum is for, and where it stands (UTF-16 offsets). */
export interface FoundPurpose {
  purpose: SaidPurpose;
  start: number;
  end: number;
}

/** The words of a normalised text that say what sums are for, in its order. */
export function findPurposes(text: string): FoundPurpose[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    purpose: purposeOfWord(word),
    start: index,
    end: index + word.length,
  }));
}

function purposeOfWord(word: string): SaidPurpose {
  const long = known.find(([said]) => said === word)?.[1];
  const purpose = long ?? shortWords[word];
  if (!purpose) throw new Error("the pattern is made of these words");
  return purpose;
}
