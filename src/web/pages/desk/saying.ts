import type { DeskHouseholdTexts } from "../../../messages/desk-page";
import { fill, moneyIn, wordsIn, type PageLanguage } from "../words";

/** The desk's words in the officer's language. */
export interface Saying {
  words: ReturnType<typeof wordsIn>["desk"];
  fill: typeof fill;
  /** A sum of satang. */
  money(amount: number): string;
  /** What a household is called: its name in the register, else who lives there. */
  house(house: DeskHouseholdTexts): string;
}

/** The desk's words in a language. */
export function sayingIn(language: PageLanguage): Saying {
  const words = wordsIn(language).desk;
  return {
    words,
    fill,
    money: (amount) => moneyIn(language, amount),
    house: ({ name, passbooks }) => (name === null ? (passbooks[0]?.name ?? "") : fill(words.page.house, { name })),
  };
}
