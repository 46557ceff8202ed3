import type { Person as Phone } from "../../scripts/simulator/people/person";

/** Where the treasurer of one group records. */
export interface Desk {
  groupId: string;
  officer: Phone;
  deposits: number;
  /** Data of the button of a card that nobody taps before the backup. */
  openCard: string;
}

/** Leaves a card for a deposit untapped; gives the data of its button. */
export async function openCard(officer: Phone): Promise<string> {
  await say(officer, "รับ 102 สัจจะ 777", /"label":"ยืนยันรับ/);
  const button = officer.tappables().find(({ action }) => String(action["label"]).startsWith("ยืนยันรับ"));
  return String(button?.action["data"]);
}

/** Records one deposit after the other. */
export async function recordDeposits(desk: Desk, running: () => boolean): Promise<void> {
  while (running()) {
    await deposit(desk);
    desk.deposits++;
  }
}

/** One deposit of special savings by chat, which no rule limits, no two of a desk alike; gives the receipt as the officer reads it. */
export async function deposit({ officer, deposits }: Desk): Promise<string> {
  await say(officer, `รับ 101 สัจจะพิเศษ ${100 + deposits}`, /"label":"ยืนยันรับ/);
  return tap(officer, /^ยืนยันรับ/, /ใบเสร็จ/);
}

/** Says something and waits for an answer like that. */
export const say = (phone: Phone, words: string, answer: RegExp) => answered(phone, () => phone.says(words), answer);
/** Taps the newest button like that and waits for an answer. */
export const tap = (phone: Phone, button: RegExp, answer: RegExp) =>
  answered(phone, () => phone.tapsButton(button), answer);

/** Waits after an act for an answer like that, at most 30 seconds. */
export async function answered(phone: Phone, act: () => Promise<unknown>, answer: RegExp): Promise<string> {
  const from = phone.messages().length;
  await act();
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(20)) {
    const texts = phone
      .messages()
      .slice(from)
      .filter((message) => message.from === "bot");
    const found = texts.map((message) => JSON.stringify(message.content)).find((text) => answer.test(text));
    if (found !== undefined) return found;
  }
  throw new Error(`no answer like ${answer}: ${JSON.stringify(phone.messages().slice(from)).slice(0, 500)}`);
}

/** Deposits of all desks so far. */
export const total = (desks: readonly Desk[]): number => desks.reduce((sum, desk) => sum + desk.deposits, 0);
/** Waits so many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
