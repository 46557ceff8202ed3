import { CommandError, refuse } from "../errors";

const PLAIN = /^(\^?)((?:[^\\^$.|?*+()[\]{}]|\\[^0-9A-Za-z])*)(\$?)$/u;

/**
 * Whether a text matches a PCRE pattern of plain characters, with or without `^` in front and `$` behind. Nothing else is supported: so no
 * pattern can hang the engine, and none means something else here than in PCRE.
 */
export function compileRegex(pattern: string, options: string): (text: string) => boolean {
  if (/[^imsux]/.test(options)) throw new CommandError(51108, "invalid flag in regex options");
  if (pattern.includes("\0")) throw new CommandError(2, "Regular expression cannot contain an embedded null byte");
  const [, start, escaped, end] = PLAIN.exec(pattern) ?? refuse("a regular expression other than plain text");
  if (/[imx]/.test(options)) refuse("a regular expression with the options i, m or x");
  const plain = (escaped as string).replaceAll(/\\(.)/gu, "$1");
  if (start && end) return (text) => text === plain || text === `${plain}\n`;
  if (start) return (text) => text.startsWith(plain);
  // Without `m`, `$` also matches before a newline that ends the text.
  if (end) return (text) => text.endsWith(plain) || text.endsWith(`${plain}\n`);
  return (text) => text.includes(plain);
}
