import type { Screen, Villager } from "./villager";

/** The eight digits that a code card shows. */
export function codeOn(screen: Screen): string {
  const found = /\b(\d{4}) (\d{4})\b/.exec(screen.text);
  if (!found) throw new Error(`no code in: ${screen.text}`);
  return `${found[1]}${found[2]}`;
}

/** Lets an officer make a code for a member: she names the member, taps her, and reads the code. */
export async function codeFor(maker: Villager, memberNo: string): Promise<string> {
  await maker.says(`ขอรหัส ${memberNo}`);
  return codeOn(await maker.taps(new RegExp(`^${memberNo}`)));
}
