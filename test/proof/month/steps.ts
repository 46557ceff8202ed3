import type { Person as Phone } from "../../../scripts/simulator/people/person";
import { pause } from "../desk";
import { readBooks, type Books } from "./live-books";

/** One thing that a person wants done: she says it and taps its button, until the books say that it is done. */
export interface Step {
  what: string;
  phone: Phone;
  /** What she says or shows, one message after the other, when no button is there: texts, and pictures as their bytes. */
  words: (books: Books) => (string | Buffer)[];
  button: RegExp;
  /** What the card with the button says, where she could have another one like it before her eyes. */
  card?: RegExp;
  isDone: (books: Books) => boolean;
}

/** Messages whose button was tapped already: LINE delivers a tap again, so nobody needs to tap twice. */
export type Tapped = Set<string>;

/** Whether a card names this member. */
export const cardOf = (memberNo = ""): RegExp => new RegExp(`(?<![0-9a-z])${memberNo} `);

const mostTries = 60;
/** So long somebody waits for an answer before she says it again, in milliseconds. */
const patienceMs = 10_000;

/** Does a step as people do who lose the signal: where no answer comes, she says it again. Throws when it is never done. */
export async function does(step: Step, databaseFolder: string, tapped: Tapped): Promise<void> {
  const { phone, button, card = /./, words, isDone, what } = step;
  for (let tries = 0; tries < mostTries; tries++) {
    const books = await readBooks(databaseFolder);
    if (!books) {
      await pause(500);
      continue;
    }
    if (isDone(books)) return;
    const found = phone
      .tappables()
      .filter(
        ({ action, message }) => button.test(String(action["label"])) && card.test(JSON.stringify(message.content)),
      )
      .find(({ message }) => !tapped.has(message.id));
    if (found) {
      tapped.add(found.message.id);
      await answered(phone, () => phone.performs(found.action));
    } else for (const one of words(books)) await answered(phone, () => say(phone, one));
  }
  const last = JSON.stringify(phone.messages().slice(-3)).slice(0, 4_000);
  throw new Error(`${what} is never done; last on the phone: ${last}`);
}

const say = (phone: Phone, one: string | Buffer): Promise<unknown> =>
  typeof one === "string" ? phone.says(one) : phone.sendsImages([one]);

/** Waits after an act until its answer came to the phone, or her patience ends. */
async function answered(phone: Phone, act: () => Promise<unknown>): Promise<void> {
  await act();
  const asked = phone.messages().findLast((message) => message.from !== "bot")?.webhookEventId;
  const isAnswer = (message: { from: string; webhookEventId?: string }) =>
    message.from === "bot" && message.webhookEventId === asked;
  for (const until = Date.now() + patienceMs; Date.now() < until && !phone.messages().some(isAnswer);) await pause(30);
}
