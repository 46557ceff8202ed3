import { normalise, stripPoliteness } from "./normalise";

/** What help is divided into, in both languages; each is said after "ช่วยเหลือ" or "help". */
const topics = {
  moneyIn: ["เงินเข้า", "รับเงิน", "money in"],
  moneyOut: ["เงินออก", "จ่ายเงิน", "money out"],
  day: ["วันทำการ", "ปิดวัน", "working day"],
  people: ["คนและสมุด", "สมาชิก", "people"],
  office: ["กรรมการ", "ตำแหน่ง", "committee"],
  books: ["รายงาน", "ตรวจบัญชี", "reports"],
  own: ["เรื่องเรา", "เรื่องของเรา", "เรื่องของฉัน", "my matters"],
} as const;

/** A topic of help. */
export type HelpTopicName = keyof typeof topics;

const spoken = (Object.entries(topics) as [HelpTopicName, readonly string[]][]).flatMap(([topic, words]) =>
  words.map((word) => [`${/^[a-z]/.test(word) ? "help" : "ช่วยเหลือ"} ${word}`, topic] as const),
);

/** Every whole text that asks for a topic of help. */
export const helpTopicSayings: readonly string[] = spoken.map(([said]) => said);

/** The topic of "ช่วยเหลือ เงินเข้า"; null: the text names none. */
export function readHelpTopic(text: string): HelpTopicName | null {
  const bare = (said: string): string => normalise(said).replaceAll(" ", "");
  const said = bare(stripPoliteness(normalise(text)));
  return spoken.find(([words]) => bare(words) === said)?.[1] ?? null;
}
