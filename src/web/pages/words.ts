import en from "../../i18n/locales/en/pages.json";
import th from "../../i18n/locales/th/pages.json";

const languages = { th, en };

/** A language of the pages. */
export type PageLanguage = keyof typeof languages;

/** The language before the server knows who reads: the phone's, and Thai where that is neither. */
export const phoneLanguage: PageLanguage = navigator.language.startsWith("en") ? "en" : "th";

/** The texts of the pages in a language. */
export function wordsIn(language: PageLanguage): typeof th {
  return languages[language];
}
