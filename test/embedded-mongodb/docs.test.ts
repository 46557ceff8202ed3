import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ALLOWED } from "../../src/embedded-mongodb/allow-list";
import { COMMANDS, COMMON_FIELDS, STATEMENTS } from "../../src/embedded-mongodb/allow-list-commands";

const file = join(__dirname, "../../docs/embedded-database.md");
const [begin, end] = ["<!-- allow-list: made by test/embedded-mongodb/docs.test.ts -->\n", "<!-- /allow-list -->"];

interface Names {
  readonly implemented: readonly string[];
  readonly ignored: readonly string[];
}

function row(title: string, { implemented, ignored }: Names): string {
  const quoted = (names: readonly string[]) => names.map((name) => (name === "*" ? "any" : `\`${name}\``)).join(" ");
  return `| ${title} | ${quoted(implemented)} | ${quoted(ignored)} |`;
}

function table(): string {
  const commands = [...COMMANDS].filter(([, { testOnly }]) => !testOnly);
  const titles = {
    query: "Filters",
    update: "Updates",
    push: "`$push`",
    stage: "Stages",
    accumulator: "Accumulators",
    expression: "Expressions",
    index: "Indexes",
  };
  return [
    "| | Supported | Accepted without effect |",
    "|---|---|---|",
    ...Object.entries(titles).map(([name, title]) => row(title, ALLOWED[name as keyof typeof ALLOWED])),
    row("Every command", COMMON_FIELDS),
    ...commands.map(([name, fields]) => row(`\`${name}\``, fields)),
    ...Object.entries(STATEMENTS).map(([name, fields]) => row(`a statement of \`${name}\``, fields)),
    "",
  ].join("\n");
}

describe("docs/embedded-database.md", () => {
  it("lists what the allow-list allows (UPDATE_DOCS=1 writes it)", () => {
    const text = readFileSync(file, "utf8");
    const [before = "", rest = ""] = text.split(begin);
    const expected = before + begin + table() + end + (rest.split(end)[1] ?? "");
    if (process.env["UPDATE_DOCS"] !== undefined) writeFileSync(file, expected);
    expect(readFileSync(file, "utf8")).toBe(expected);
  });
});
