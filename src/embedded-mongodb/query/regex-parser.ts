import { CommandError, refuse } from "../errors";

/** A part of a pattern. `holds` looks at a place in the text, `accepts` at one character. */
export type Node =
  | { kind: "set"; accepts: (codePoint: number) => boolean }
  | { kind: "check"; holds: (text: readonly number[], at: number) => boolean }
  | { kind: "sequence"; parts: Node[] }
  | { kind: "choice"; parts: Node[] }
  | { kind: "repeat"; part: Node; min: number; max: number };

const NEWLINE = 10;
const MAX_REPEAT = 1000;
const MAX_GROUPS = 100;
/** Classes as PCRE without Unicode properties has them: ASCII only. */
const CLASSES = new Map([
  ["d", "0-9"],
  ["D", "\\0-/:-\\u{10ffff}"],
  ["w", "0-9A-Z_a-z"],
  ["W", "\\0-/:-@\\[-\\^`\\{-\\u{10ffff}"],
  ["s", " \\t-\\r"],
  ["S", "\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}"],
]);
const CONTROLS = new Map([
  ["n", "\\n"],
  ["r", "\\r"],
  ["t", "\\t"],
  ["f", "\\f"],
  ["e", "\\x1b"],
  ["a", "\\x07"],
]);

/** Reads the part of PCRE's syntax that the engine supports; throws Location51091 where PCRE finds a mistake, and refuses the rest. */
export function parsePattern(pattern: string, options: string): Node {
  const parser = new Parser(Array.from(pattern), options);
  const node = parser.choice();
  if (parser.more) throw invalid("unmatched closing parenthesis");
  return node;
}

function invalid(what: string): CommandError {
  return new CommandError(51091, `Regular expression is invalid: ${what}`);
}

class Parser {
  #at = 0;
  #depth = 0;

  constructor(
    readonly characters: readonly string[],
    readonly options: string,
  ) {}

  get more(): boolean {
    return this.#at < this.characters.length;
  }

  choice(): Node {
    const parts = [this.#sequence()];
    while (this.#skip("|")) parts.push(this.#sequence());
    return parts.length === 1 ? (parts[0] as Node) : { kind: "choice", parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.more && !this.#sees("|") && !this.#sees(")")) parts.push(this.#repeated());
    return { kind: "sequence", parts };
  }

  #repeated(): Node {
    if (this.#quantifier()) throw invalid("quantifier does not follow a repeatable item");
    const part = this.#atom();
    const times = this.#quantifier();
    if (!times) return part;
    if (this.#sees("+")) refuse("a possessive quantifier in a regular expression");
    this.#skip("?");
    if (this.#quantifier()) throw invalid("quantifier does not follow a repeatable item");
    return part.kind === "check"
      ? refuse("a repeated assertion in a regular expression")
      : { kind: "repeat", part, ...times };
  }

  #quantifier(): { min: number; max: number } | undefined {
    if (this.#skip("*")) return { min: 0, max: Infinity };
    if (this.#skip("+")) return { min: 1, max: Infinity };
    if (this.#skip("?")) return { min: 0, max: 1 };
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.characters.slice(this.#at, this.#at + 16).join(""));
    if (!braces) return undefined;
    this.#at += braces[0].length;
    const min = Number(braces[1]);
    const max = braces[2] === undefined ? min : braces[3] === "" ? Infinity : Number(braces[3]);
    if (max < min) throw invalid("numbers out of order in {} quantifier");
    if (min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity))
      refuse("a regular expression that repeats this often");
    return { min, max };
  }

  #atom(): Node {
    const character = this.#next();
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return this.#set(this.#bracket());
      case ".":
        return { kind: "set", accepts: this.options.includes("s") ? () => true : (code) => code !== NEWLINE };
      case "^":
        return { kind: "check", holds: this.options.includes("m") ? startOfLine : (_text, at) => at === 0 };
      case "$":
        return { kind: "check", holds: this.options.includes("m") ? endOfLine : atEnd };
      case "\\":
        return this.#escape();
      default:
        return this.#set(quoted(character));
    }
  }

  #group(): Node {
    if (this.#skip("?") && !this.#skip(":")) refuse("this kind of group in a regular expression");
    if (this.#sees("*")) refuse("a verb in a regular expression");
    this.#depth += 1;
    if (this.#depth > MAX_GROUPS) refuse("a regular expression with groups nested this deep");
    const inner = this.choice();
    this.#depth -= 1;
    if (!this.#skip(")")) throw invalid("missing closing parenthesis");
    return inner;
  }

  #escape(): Node {
    if (!this.more) throw invalid("\\ at end of pattern");
    if (this.#sees("b") || this.#sees("B")) {
      const wanted = this.#next() === "b";
      return { kind: "check", holds: (text, at) => (isWord(text[at - 1]) !== isWord(text[at])) === wanted };
    }
    return this.#set(this.#escaped(false));
  }

  /** What follows a backslash, as source for a class of JavaScript. */
  #escaped(inBracket: boolean): string {
    const character = this.#next();
    const known = CLASSES.get(character) ?? CONTROLS.get(character);
    if (known !== undefined) {
      if (inBracket && character === "W" && this.options.includes("i")) refuse("\\W in a class without case");
      return known;
    }
    if (character === "x") {
      const digits = /^[0-9a-f]{2}/i.exec(this.characters.slice(this.#at, this.#at + 2).join(""));
      if (!digits) return refuse("this form of \\x in a regular expression");
      this.#at += 2;
      return `\\x${digits[0]}`;
    }
    if (/[0-9A-Za-z]/.test(character)) refuse(`\\${character} in a regular expression`);
    return quoted(character);
  }

  /** The inside of [...] as source for a class of JavaScript. */
  #bracket(): string {
    let source = this.#skip("^") ? "^" : "";
    for (let first = true; first || !this.#sees("]"); first = false) {
      if (!this.more) throw invalid("missing terminating ] for character class");
      const character = this.#next();
      if (character === "[" && /[:.=]/.test(this.characters[this.#at] ?? ""))
        refuse("a POSIX class in a regular expression");
      const isRange = character === "-" && !first && !this.#sees("]");
      source += character === "\\" ? this.#escaped(true) : isRange ? "-" : quoted(character);
    }
    this.#at += 1;
    return source;
  }

  #set(source: string): Node {
    const matcher = classOf(source, this.options.includes("i") ? "iu" : "u");
    const known = new Map<number, boolean>();
    const accepts = (code: number) => {
      let accepted = known.get(code);
      if (accepted === undefined) known.set(code, (accepted = matcher.test(String.fromCodePoint(code))));
      return accepted;
    };
    return { kind: "set", accepts };
  }

  #sees(character: string): boolean {
    return this.characters[this.#at] === character;
  }

  #skip(character: string): boolean {
    if (!this.#sees(character)) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const character = this.characters[this.#at] as string;
    this.#at += 1;
    return character;
  }
}

function classOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(`[${source}]`, flags);
  } catch (error) {
    if (String(error).includes("out of order")) throw invalid("range out of order in character class");
    return refuse("this character class in a regular expression");
  }
}

function quoted(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));
}

function startOfLine(text: readonly number[], at: number): boolean {
  return at === 0 || (text[at - 1] === NEWLINE && at < text.length);
}

function endOfLine(text: readonly number[], at: number): boolean {
  return at === text.length || text[at] === NEWLINE;
}

/** PCRE's `$` also matches before a newline that ends the text. */
function atEnd(text: readonly number[], at: number): boolean {
  return at === text.length || (at === text.length - 1 && text[at] === NEWLINE);
}
