import type { ErrorCode } from "../../src/domain/errors";
import type { Language } from "../../src/i18n/language";
import en from "../../src/i18n/locales/en/errors.json";
import th from "../../src/i18n/locales/th/errors.json";

/** Matches what a refusal of that code says first, whatever values stand in it. */
export function refusalOf(code: ErrorCode, language: Language = "th"): RegExp {
  const [area = "", name = ""] = code.split(".");
  const texts = { th, en }[language] as unknown as Record<string, Record<string, { what: string }>>;
  const what = texts[area]?.[name]?.what;
  if (what === undefined) throw new Error(`no text for ${code}`);
  const parts = what.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"), "u");
}
