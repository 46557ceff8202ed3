/** How long a code lives: 15 minutes; one made on an open working day lives until that day closes, at the latest to its midnight. */
export const linkCodeLifetimeMs = 15 * 60 * 1000;
/** Wrong tries of one LINE identity before it is locked. */
export const maxWrongTries = 5;
/** After an officer's link, or any relink, so long nothing may be decided from the new phone. */
export const officerWaitMs = 72 * 60 * 60 * 1000;

const arabic = (text: string): string =>
  text.replaceAll(/[\s-]/g, "").replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - "๐".charCodeAt(0)));

// What some write before their code; nothing else may stand beside it.
const label = /^(?:รหัส(?:ผูก(?:สมุด|ไลน์))?(?:คือ)?|ผูก(?:สมุด|ไลน์)|code)[\s:=]*/i;

/** The code in a text that holds nothing but one, or the word "code" and one: 8 digits, Arabic or Thai, spaces and dashes allowed; else null. */
export function linkCodeIn(text: string): string | null {
  const digits = arabic(text.trim().replace(label, ""));
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** Everything in a text that may be a code, whatever words stand around it: 8 digits in a row, as a code card writes them or otherwise. */
export function linkCodesAmong(text: string): string[] {
  const runs = text.match(/(?<![\d๐-๙])[\d๐-๙](?:[\s-]?[\d๐-๙]){7}(?![\d๐-๙])/g) ?? [];
  return [...new Set(runs.map(arabic))];
}
