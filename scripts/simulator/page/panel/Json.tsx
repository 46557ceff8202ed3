import { useMemo } from "preact/hooks";

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;

function parts(text: string): { text: string; kind: "key" | "text" | "other" | "plain" }[] {
  const found: ReturnType<typeof parts> = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    found.push({ text: text.slice(end, match.index), kind: "plain" });
    const [whole, quoted = "", colon] = match;
    const kind = quoted === "" ? "other" : colon === undefined ? "text" : "key";
    found.push({ text: whole, kind });
    end = match.index + whole.length;
  }
  return [...found, { text: text.slice(end), kind: "plain" }];
}

/** A value as JSON, folded until it is wanted unless `open`. */
export function Json({ title, value, open = false }: { title: string; value: unknown; open?: boolean }) {
  const shown = useMemo(() => parts(JSON.stringify(value, null, 2) ?? "null"), [value]);
  return (
    <details class="json" open={open}>
      <summary>{title}</summary>
      <pre tabIndex={0}>
        {shown.map((part, index) =>
          part.kind === "plain" ? (
            part.text
          ) : (
            <span key={index} class={`json-${part.kind}`}>
              {part.text}
            </span>
          ),
        )}
      </pre>
    </details>
  );
}
