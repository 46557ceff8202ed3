const words = { th: /ไทย|\bthai\b/i, en: /อังกฤษ|\benglish\b/i } as const;

/** The one language that a text names; null where it names none, or both. */
export function languageIn(text: string): "th" | "en" | null {
  const [thai, english] = [words.th.test(text), words.en.test(text)];
  if (thai === english) return null;
  return thai ? "th" : "en";
}
