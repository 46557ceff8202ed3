// Code points of a zero whose nine digits follow it: Thai, Lao, Khmer, Myanmar, Arabic, Persian, Devanagari.
const zeros = [0x0e50, 0x0ed0, 0x17e0, 0x1040, 0x0660, 0x06f0, 0x0966];
const western = new Map(
  zeros.flatMap((zero) =>
    [..."0123456789"].map((digit) => [String.fromCharCode(zero + Number(digit)), digit] as const),
  ),
);
const otherDigit = new RegExp(`[${[...western.keys()].join("")}]`, "g");
const invisible = /[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164]/gu;
const tones = "\u0e48-\u0e4b";
const upperVowels = "\u0e31\u0e34-\u0e37\u0e47";

/**
 * The text in the one form that every reader here works on: small letters, one kind of space, Western digits, no
 * invisible characters, and each Thai syllable in the one order that NFC does not settle by itself.
 */
export function normalise(text: string): string {
  return smallLetters(tidied(text));
}

/** A tidied text with small Latin letters; each character keeps its place. */
export function smallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** As `normalise`, with its capitals. */
export function tidied(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(otherDigit, (digit) => western.get(digit) ?? digit)
    .replace(/[\u{1d7ce}-\u{1d7ff}]/gu, (styled) => String(((styled.codePointAt(0) ?? 0) - 0x1d7ce) % 10))
    .replace(/\u20e3/g, "")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—―−﹣]/g, "-")
    .replace(/\s+/g, " ");
  return thaiForm(plain).trim();
}

function thaiForm(text: string): string {
  return (
    text
      // Typed on many keyboards as two เ or more; it looks like แ.
      .replace(/เเ+/g, "แ")
      .replace(/([เแโใไ])\1+/g, "$1")
      .replace(/ๅ/g, "า")
      // A tone mark typed before its vowel, and the two encodings of sara am.
      .replace(new RegExp(`([${tones}]+)([${upperVowels}])`, "g"), "$2$1")
      .replace(new RegExp(`\\u0e4d([${tones}]*)\\u0e32`, "g"), "$1ำ")
      .replace(new RegExp(`([${tones}])\\u0e4d\\u0e32`, "g"), "$1ำ")
      .replace(new RegExp(`ำ([${tones}]+)`, "g"), "$1ำ")
      // Two tone marks on one letter, and one behind the า that it belongs before.
      .replace(new RegExp(`([${tones}])[${tones}]+`, "g"), "$1")
      .replace(new RegExp(`า([${tones}])`, "g"), "$1า")
      .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1")
      // "ครับบบบ", "จ้าาาา"
      .replace(/([\u0e01-\u0e2e\u0e30\u0e32])\1{2,}/g, "$1")
  );
}

const words = new Intl.Segmenter("th", { granularity: "word" });

/** Where words begin or end in a text, as UTF-16 offsets, its two ends included. */
export function wordBoundaries(text: string): Set<number> {
  const edges = new Set<number>([text.length]);
  for (const { index } of words.segment(text)) edges.add(index);
  return edges;
}

// What ends a sentence politely, central Thai and southern, with the spellings of chat. Longer ones first.
const particles = [
  ...["ครับผม", "คร้าบ", "ครับ", "คับ", "ค้าบ", "ค๊าบ", "งับ", "ฮับ", "ฮะ"],
  ...["ค่ะ", "คะ", "ค๊ะ", "ค้ะ", "ค่า", "จ้ะ", "จ๊ะ", "จ้า", "จ๋า", "จร้า"],
  ...["นะ", "น้า", "น่ะ", "หน่อย", "ด้วย", "เด้อ", "ที", "สิ", "ซิ", "ล่ะ", "อ่ะ", "อะ"],
  ...["นิ", "ต้ะ", "ตะ", "หา", "ม้าย", "หม้าย", "แหละ", "เหอ", "หิด"],
  ...["please", "pls", "thanks", "thank you"],
];

// Nobody ends a sentence with more of them; every one costs a search of the whole text.
const mostParticles = 12;

/** A normalised text without the particles of politeness and the marks at its end. A text of nothing else stays as it is. */
export function stripPoliteness(text: string): string {
  let kept = text;
  for (let cut = 0; cut <= mostParticles; cut += 1) {
    const trimmed = kept.replace(/[\s\p{P}\p{Extended_Pictographic}~]+$/u, "");
    const edges = wordBoundaries(trimmed);
    const particle = particles.find((word) => trimmed.endsWith(word) && edges.has(trimmed.length - word.length));
    if (particle === undefined || trimmed === particle) return trimmed || text;
    kept = trimmed.slice(0, -particle.length);
  }
  return kept;
}
