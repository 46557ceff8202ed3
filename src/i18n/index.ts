import { createInstance } from "i18next";
import type { Language } from "./language";
import { en } from "./locales/en";
import { th } from "./locales/th";

export { languages, type Language } from "./language";

type Leaves<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** The key of a text: area, then the names below it, e.g. `savings.balance.title`. */
export type TextKey = Leaves<typeof th>;

/** Gives the text of a key with its `{{values}}` filled in. Throws an Error when the key or one of its values is missing. */
export type Translate = (key: TextKey, values?: object) => string;

/** Every text by language, as written in the locale files. */
export const locales: Record<Language, typeof th> = { th, en };

const translators = new Map<Language, Translate>();

/** The translator of a language. One instance per language lives as long as the process (`getFixedT` copies every option on each call). */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = makeTranslator(language);
  translators.set(language, made);
  return made;
}

function makeTranslator(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    resources: { [language]: { translation: locales[language] } },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text in ${language} for ${key}`);
    },
    returnedObjectHandler: (key) => {
      throw new Error(`${key} is no text`);
    },
    missingInterpolationHandler: (_text, match: RegExpExecArray) => {
      throw new Error(`no value for ${match[0]} in ${language}`);
    },
  });
  void instance.init();
  // Values go in under `replace`, so that a value named like one of i18next's options stays a value.
  return (key, values = {}) => instance.t(key, { replace: values });
}
