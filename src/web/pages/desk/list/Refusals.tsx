import { useState } from "preact/hooks";
import { totalOf, type Line } from "../data/lines";
import type { Saying } from "../saying";

/** What the books did not take, why, and what can be done: nothing of it goes away by itself. */
export function Refusals(props: {
  lines: readonly Line[];
  saying: Saying;
  onEdit: (line: Line) => void;
  onDrop: (line: Line) => void;
}) {
  const { lines, saying, onEdit, onDrop } = props;
  const refused = lines.filter(({ state }) => state === "refused");
  if (refused.length === 0) return null;
  return (
    <section class="refusals" aria-labelledby="refusals-title">
      <h2 id="refusals-title">✕ {saying.words.refusals.title}</h2>
      <ul>
        {refused.map((line) => (
          <Refused key={line.localId} line={line} saying={saying} onEdit={onEdit} onDrop={onDrop} />
        ))}
      </ul>
    </section>
  );
}

function Refused(props: { line: Line; saying: Saying; onEdit: (line: Line) => void; onDrop: (line: Line) => void }) {
  const { line, saying, onEdit, onDrop } = props;
  const { words, fill, money } = saying;
  const [asks, setAsks] = useState(false);
  const of = <span class="hidden"> {line.rows.map(({ memberNo }) => memberNo).join(" ")}</span>;
  return (
    <li>
      {line.rows.map((row) => (
        <p key={row.memberNo} class="figure">
          {fill(words.refusals.row, { memberNo: row.memberNo, sum: money(totalOf([row])) })}
        </p>
      ))}
      {line.why.flatMap(({ words: lines }) => lines.map((text) => <p key={text}>{text}</p>))}
      {asks ? (
        <div
          key="sure"
          class="deeds"
          role="group"
          aria-label={fill(words.refusals.sure, { sum: money(totalOf(line.rows)) })}
        >
          <p>{fill(words.refusals.sure, { sum: money(totalOf(line.rows)) })}</p>
          <button type="button" onClick={() => onDrop(line)}>
            {words.refusals.sureDrop}
            {of}
          </button>
          <button type="button" class="primary" onClick={() => setAsks(false)}>
            {words.refusals.back}
            {of}
          </button>
        </div>
      ) : (
        <div key="choice" class="deeds">
          <button type="button" class="primary" onClick={() => onEdit(line)}>
            {words.refusals.edit}
            {of}
          </button>
          <button type="button" onClick={() => setAsks(true)}>
            {words.refusals.drop}
            {of}
          </button>
        </div>
      )}
    </li>
  );
}
