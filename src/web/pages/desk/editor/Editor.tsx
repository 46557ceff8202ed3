import { useEffect, useState } from "preact/hooks";
import type { DeskHouseholdTexts, DeskTexts } from "../../../../messages/desk-page";
import { totalOf, type LineRow } from "../data/lines";
import type { Saying } from "../saying";
import { MemberChoice } from "./MemberChoice";
import { NumberPad } from "./NumberPad";
import { SumFields } from "./SumFields";
import { useSums } from "./use-sums";

/** The sums of a household, passbook by passbook, on a pad of numbers. Ends with the rows that the officer takes, or null where she leaves it. */
export function Editor(props: {
  desk: DeskTexts;
  house: DeskHouseholdTexts;
  rows: readonly LineRow[];
  /** Whether a line that was taken is changed; taking nothing then drops it. */
  changes: boolean;
  saying: Saying;
  onEnd: (rows: LineRow[] | null) => void;
}) {
  const { desk, house, changes, saying, onEnd } = props;
  const { words, fill, money } = saying;
  const sums = useSums(desk, house, props.rows);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => document.getElementById("title")?.focus(), []);
  const total = sums.rows && totalOf(sums.rows);
  const take = (): void => {
    if (sums.rows) onEnd(sums.rows);
    else setUnreadable(true);
  };
  const [earlier] = sums.book.entries.slice(-1);
  const named = sums.fields.find(({ key }) => key === sums.field);
  return (
    <>
      <MemberChoice house={house} sums={sums} saying={saying} />
      {earlier && (
        <p class="warned">
          {fill(words.editor.again, { sum: money(earlier.total), receipt: earlier.receipt, by: earlier.by })}
        </p>
      )}
      <div class="editor">
        <SumFields sums={sums} saying={saying} />
        {named && <NumberPad label={named.label} saying={saying} onKey={sums.press} />}
      </div>
      <p class="total">
        <span>{words.editor.total}</span>
        <strong aria-live="polite">{total === null ? "–" : money(total)}</strong>
      </p>
      {unreadable && total === null && (
        <p role="alert" class="warned">
          {words.editor.unreadable}
        </p>
      )}
      <div class="deeds">
        {(total === null || total > 0) && (
          <button type="button" class="primary" onClick={take}>
            {fill(words.editor.take, { sum: total === null ? "–" : money(total) })}
          </button>
        )}
        {changes && (
          <button type="button" onClick={() => onEnd([])}>
            {words.editor.drop}
          </button>
        )}
        <button type="button" onClick={() => onEnd(null)}>
          {words.editor.back}
        </button>
      </div>
    </>
  );
}
