import { wordBoundaries } from "./normalise";

/** Southern words, chat spellings and misspellings, with the central word that phrasings are written in. */
const spellings: readonly (readonly [RegExp, string])[] = [
  // เบี้ย is money in the south, but never inside ดอกเบี้ย and its like.
  [/(?<!ดอก)เบี้ย(?!ปรับ|ประชุม|ยังชีพ|ประกัน|เลี้ยง)/g, "เงิน"],
  [/เท่าไร|เท่าใด|เท่าไหร(?!่)|(?<!เ)ท่าไหร่|เท่าไหล่/g, "เท่าไหร่"],
  [/มั้ย|ม้าย|หม้าย|มัย|ไม๊|มั๊ย|ใหม(?!่)/g, "ไหม"],
  [/เชค|เช็ก|เช๊ค|เช้ค/g, "เช็ค"],
  [/กุ้(?=เงิน|ได้)/g, "กู้"],
  [/โรงบาล|รพ\.?|โรงพยาบาน/g, "โรงพยาบาล"],
  [/พันพรือ|พรือ|ยังงัย|ยังไง|อย่างไร|ไงบ้าง/g, "ยังไง"],
  [/พุ่งนี้|พรุ้งนี้|ต่อเช้า|ต่อโพรก|วันพรุก/g, "พรุ่งนี้"],
  [/แรกวา(?!ซือ)/g, "เมื่อวาน"],
  [/มั่ง|มั้ง(?=$)/g, "บ้าง"],
  [/แหลง/g, "คุย"],
  [/ฉาน|เติ้น/g, "ฉัน"],
  [/ใช้นี้/g, "ใช้หนี้"],
  [/สวัสดิกาน|สวัสดีการ|สวัดิการ/g, "สวัสดิการ"],
  [/สวัดดี|สวัสดิ(?=$|ครับ|ค่ะ)|หวัดดี/g, "สวัสดี"],
  [/ขอบคุน/g, "ขอบคุณ"],
  [/ปะชุม|ประชม/g, "ประชุม"],
  [/สัดจะ|สัจะ|สจจะ/g, "สัจจะ"],
];

/** Words that mean something only when they stand as a word. */
const words: ReadonlyMap<string, string> = new Map([
  ["แล", "ดู"],
  ["แหล", "ดู"],
  ["ไหร", "อะไร"],
  ["ไซ", "ทำไม"],
  ["ไส", "ทำไม"],
  ["ไร", "อะไร"],
]);

/** A normalised text in central Thai spelling, for matching alone: it is never shown, and offsets do not hold. */
export function centralThai(text: string): string {
  const spelled = spellings.reduce((said, [pattern, word]) => said.replace(pattern, word), text);
  const edges = wordBoundaries(spelled);
  let central = "";
  for (let at = 0; at < spelled.length;) {
    const word = [...words.keys()].find(
      (one) => spelled.startsWith(one, at) && edges.has(at) && edges.has(at + one.length),
    );
    central += word === undefined ? spelled.charAt(at) : words.get(word);
    at += word?.length ?? 1;
  }
  return central;
}
