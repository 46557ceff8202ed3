import type { Saying } from "../saying";
import type { PadKey } from "./typing";

const keys: readonly PadKey[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "00"];

/** Large keys for digits; they write into the field that was chosen last. */
export function NumberPad(props: { label: string; saying: Saying; onKey: (key: PadKey) => void }) {
  const { label, saying, onKey } = props;
  const { editor } = saying.words;
  return (
    <div class="pad" role="group" aria-label={saying.fill(editor.pad, { label })}>
      {keys.map((key) => (
        <button key={key} type="button" aria-label={key === "." ? editor.point : key} onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      <button type="button" onClick={() => onKey("clear")}>
        {editor.clear}
      </button>
      <button type="button" class="two" onClick={() => onKey("delete")}>
        {editor.delete}
      </button>
    </div>
  );
}
