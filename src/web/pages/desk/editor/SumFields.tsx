import type { Saying } from "../saying";
import type { Sums } from "./use-sums";

/** The sums of one passbook, a field each; the pad or a keyboard writes into them. */
export function SumFields({ sums, saying }: { sums: Sums; saying: Saying }) {
  const { words, fill, money } = saying;
  const { book, fields, field, texts } = sums;
  return (
    <fieldset class="fields">
      <legend>{fill(words.editor.sums, { member: `${book.memberNo} ${book.name}` })}</legend>
      {fields.map(({ key, label, owed }) => (
        <label key={key} class={key === field ? "chosen" : ""}>
          <span>
            {label}
            {owed !== null && <span class="quiet"> {fill(words.editor.owed, { sum: money(owed) })}</span>}
          </span>
          <input
            type="text"
            // The pad stands below: no keyboard of the phone needs to cover it.
            inputMode="none"
            autocomplete="off"
            maxLength={10}
            value={texts[key] ?? ""}
            onFocus={() => sums.chooseField(key)}
            onInput={(event) => sums.write(event.currentTarget.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
