import { normalise } from "./normalise";

/** The closing code that stands in a text, in capitals: 8 characters without I, L, O and U, which are read as 1, 1 and 0. Null where none does. */
export function readClosingCode(text: string): string | null {
  const said = normalise(text).replaceAll(/check the books|audit/g, " ");
  const code = /(?<![0-9a-z])[0-9a-tv-z]{8}(?![0-9a-z])/.exec(said)?.[0];
  return code === undefined ? null : code.replaceAll("o", "0").replaceAll(/[il]/g, "1").toUpperCase();
}
