import { normalise, tidied } from "./normalise";

/** Whom an officer's line names: whose passbook, and who is to help with it, as she wrote them. */
export interface HelperLine {
  helped: string;
  helper: string;
}

// Group 1 and 2 of each, in the order told beside it; the first that fits a line reads it.
const forms: readonly { form: RegExp; order: readonly [keyof HelperLine, keyof HelperLine] }[] = [
  {
    form: /^(?:ขอ)?(?:ตั้ง|เพิ่ม|บันทึก|ลง)?ผู้ช่วย(?:ดูสมุด)?(?:ของ|ให้)? ?(.+?) ?(?:คือ|เป็น|=) ?(.+)$/,
    order: ["helped", "helper"],
  },
  { form: /^(?:ขอ)?(?:ให้|ตั้ง|เพิ่ม)? ?(.+?) ?เป็นผู้ช่วย(?:ดูสมุด)?(?:ของ|ให้)? ?(.+)$/, order: ["helper", "helped"] },
  { form: /^(?:ขอ)?ให้ ?(.+?) ?ช่วยดูสมุด(?:ของ|ให้)? ?(.+)$/, order: ["helper", "helped"] },
  { form: /^(?:the )?helper (?:of|for) (.+?) ?(?:\bis\b|=) ?(.+)$/i, order: ["helped", "helper"] },
  { form: /^(?:add|make|set|record) (.+?) (?:as )?(?:a |the )?helper (?:of|for) (.+)$/i, order: ["helper", "helped"] },
  { form: /^(.+?) (?:is (?:a |the )?helper (?:of|for)|helps) (.+)$/i, order: ["helper", "helped"] },
];

// A question, or the very opposite of a wish: such a line records nobody.
const notThis = /ใคร|อะไร|ไหม|มั้ย|หรือ|เลิก|ถอน|ถอด|ไม่|อย่า|ห้าม|หยุด|\?|\b(?:who|what|how|not|no|stop|remove|cancel|end)\b/i;
const politeEnd = /[\s.!]*(?:(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้ะ|จ้า)|please)?[\s.!]*$/i;

/** Reads "ผู้ช่วย 012 คือ 034", "034 เป็นผู้ช่วยของ 012", "helper of 012 is 034"; null for every other text. */
export function readHelperLine(text: string): HelperLine | null {
  const line = tidied(text).replace(politeEnd, "");
  if (notThis.test(normalise(line))) return null;
  for (const { form, order } of forms) {
    const [, first, second] = form.exec(line) ?? [];
    if (first === undefined || second === undefined) continue;
    const said = { [order[0]]: first.trim(), [order[1]]: second.trim() } as Record<keyof HelperLine, string>;
    return { helped: said.helped, helper: said.helper };
  }
  return null;
}

/** What follows "ยกเลิกผู้ช่วย": the helper, whose passbook, both or none ("034 ของ 012", "034", "ของ 012", ""). */
export function readHelperEnd(rest: string): Partial<HelperLine> {
  const said = tidied(rest).replace(politeEnd, "");
  const [, helper = "", helped = ""] = /^(.*?) ?(?:ของ|\b(?:of|for|from)\b) ?(.+)$/i.exec(said) ?? [null, said, ""];
  return { ...(helper ? { helper: helper.trim() } : {}), ...(helped ? { helped: helped.trim() } : {}) };
}
