import { useSettings } from "../data/settings";
import { en } from "./en";
import { th } from "./th";

/** The name of a text of the page. */
export type WordKey = keyof typeof th;

const languages: Readonly<Record<"th" | "en", Readonly<Record<WordKey, string>>>> = { th, en };

/** Gives a text of the page in its language; `{name}` in it becomes that value. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The page's language, and its texts. */
export function useWords(): { language: "th" | "en"; say: Say } {
  const language = useSettings((value) => value.language);
  return { language, say: says[language] };
}

function makeSay(language: "th" | "en"): Say {
  return (key, values = {}) =>
    languages[language][key].replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

const says = { th: makeSay("th"), en: makeSay("en") };
