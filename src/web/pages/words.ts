import { moneyText } from "../../i18n/format";
import { satang } from "../../domain/money";
import enDesk from "../../i18n/locales/en/desk.json";
import en from "../../i18n/locales/en/pages.json";
import thDesk from "../../i18n/locales/th/desk.json";
import th from "../../i18n/locales/th/pages.json";

const languages = { th: { ...th, desk: thDesk }, en: { ...en, desk: enDesk } };

/** A language of the pages. */
export type PageLanguage = keyof typeof languages;

/** The language before the server knows who reads: the phone's, and Thai where that is neither. */
export const phoneLanguage: PageLanguage = navigator.language.startsWith("en") ? "en" : "th";

/** The texts of the pages in a language. */
export function wordsIn(language: PageLanguage): (typeof languages)["th"] {
  return languages[language];
}

/** A text with these values in the places of their names. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) => String(values[name] ?? mark));
}

/** A sum of satang in digits, with its currency. */
export function moneyIn(language: PageLanguage, amount: number): string {
  return moneyText(satang(amount), language);
}
