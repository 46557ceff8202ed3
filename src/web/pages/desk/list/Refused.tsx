import { useState } from "preact/hooks";
import type { DeskTexts } from "../../../../messages/desk-page";
import { totalOf, type Line } from "../data/lines";
import type { Saying } from "../saying";
import { Sure } from "./Sure";

/**
 * A line that the books did not take, with the day on which its money was handed over. It is sent again only while a day is open; on another day
 * than its own only after the officer has read which one.
 */
export function Refused(props: {
  line: Line;
  /** The open day; null where there is none. */
  today: DeskTexts | null;
  saying: Saying;
  onEdit: () => void;
  onDrop: () => void;
}) {
  const { line, today, saying, onEdit, onDrop } = props;
  const { words, fill, money } = saying;
  const [asks, setAsks] = useState<"drop" | "other-day" | null>(null);
  const of = line.rows.map(({ memberNo }) => memberNo).join(" ");
  const isOfToday = line.dayId === today?.dayId;
  const values = { sum: money(totalOf(line.rows)), day: line.day, today: today?.day ?? "" };
  return (
    <li>
      {line.rows.map((row) => (
        <p key={row.memberNo} class="figure">
          {fill(words.refusals.row, { memberNo: row.memberNo, sum: money(totalOf([row])) })}
        </p>
      ))}
      <p>{fill(words.refusals.takenOn, values)}</p>
      {line.why.flatMap(({ words: lines }) => lines.map((text) => <p key={text}>{text}</p>))}
      {!today && <p>{words.refusals.noDay}</p>}
      {asks === "drop" && (
        <Sure
          text={fill(words.refusals.sure, values)}
          yes={words.refusals.sureDrop}
          no={words.refusals.back}
          {...{ of, onYes: onDrop, onNo: () => setAsks(null) }}
        />
      )}
      {asks === "other-day" && (
        <Sure
          text={fill(words.refusals.sureToday, values)}
          yes={words.refusals.today}
          no={words.refusals.notToday}
          {...{ of, onYes: onEdit, onNo: () => setAsks(null) }}
        />
      )}
      {asks === null && (
        <div key="choice" class="deeds">
          {today && (
            <button type="button" class="primary" onClick={isOfToday ? onEdit : () => setAsks("other-day")}>
              {words.refusals.edit}
              <span class="hidden"> {of}</span>
            </button>
          )}
          <button type="button" onClick={() => setAsks("drop")}>
            {words.refusals.drop}
            <span class="hidden"> {of}</span>
          </button>
        </div>
      )}
    </li>
  );
}
