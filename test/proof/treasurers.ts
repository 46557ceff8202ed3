import type { Person as Phone } from "../../scripts/simulator/people/person";
import { refusalOf } from "../support/refusals";
import { pause } from "./desk";
import { members, treasurers } from "./field";

/** What a treasurer was told is in the books. */
export interface Deposit {
  memberNo: string;
  baht: number;
}

/** One treasurer's desk: a line, the card, the confirmation; tapped again when no receipt comes, as people do. */
export async function recordDeposits(
  officer: Phone,
  at: number,
  wanted: Deposit[],
  stopped: () => boolean,
): Promise<void> {
  for (let n = 0; !stopped(); n++) {
    // No two deposits are alike, so that each can be found again.
    const deposit = { memberNo: String(101 + ((n + at * 4) % members)), baht: 100 + n * treasurers + at };
    // The copy of an earlier receipt may ride on this card: only the receipt of this very sum is the answer.
    const sum = `${deposit.baht.toLocaleString("en-US")} บาท`;
    await tapUntil(
      officer,
      `รับ ${deposit.memberNo} สัจจะ ${deposit.baht}`,
      new RegExp(`^ยืนยันรับ ${sum}$`),
      new RegExp(`"text":"${sum}".*รหัสตรวจ`),
    );
    wanted.push(deposit);
  }
}

/** A member who asks for her balance every second or so. */
export async function askNowAndThen(saver: Phone, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    await saver.says("ยอดเงิน").catch(() => undefined);
    await pause(500 + Math.random() * 2_000);
  }
}

/** Says the words until their card is there, and taps its button until the answer is; says them again when told that the card is void. */
export async function tapUntil(phone: Phone, words: string, button: RegExp, answer: RegExp): Promise<void> {
  const from = phone.messages().length;
  const newTexts = () =>
    phone
      .messages()
      .slice(from)
      .filter((message) => message.from === "bot")
      .map((message) => JSON.stringify(message.content));
  const isCard = (text: string) => /"label":"ยืนยัน/.test(text);
  const hasAnswer = () => newTexts().some((text) => answer.test(text) && !isCard(text));
  // A line that came late makes a newer card, and that card may be lost with its process: then the one on the phone is void.
  const hasCard = () =>
    phone.tappables().some(({ action }) => button.test(String(action["label"]))) &&
    newTexts().findLastIndex(isCard) > newTexts().findLastIndex((text) => cardIsVoid.test(text));
  for (let tries = 0; !hasAnswer(); tries++) {
    if (tries > 80)
      throw new Error(`no answer to ${words} of ${phone.id}, who reads: ${newTexts().slice(-3).join("\n")}`);
    if (hasCard()) {
      await phone.tapsButton(button);
      await waitFor(() => hasAnswer() || !hasCard(), 6_000);
    } else {
      await phone.says(words);
      await waitFor(hasCard, 6_000);
    }
  }
}

const cardIsVoid = refusalOf("card.outdated");

async function waitFor(done: () => boolean, ms: number): Promise<void> {
  for (const until = Date.now() + ms; !done() && Date.now() < until;) await pause(50);
}
