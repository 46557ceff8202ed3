import type { DeskTexts } from "../../../../messages/desk-page";
import type { Line } from "../data/lines";
import type { Saying } from "../saying";
import { Refused } from "./Refused";

/** What the books did not take, why, and what can be done: nothing of it goes away by itself. */
export function Refusals(props: {
  lines: readonly Line[];
  desk: DeskTexts;
  isOpen: boolean;
  saying: Saying;
  onEdit: (line: Line) => void;
  onDrop: (line: Line) => void;
}) {
  const { lines, desk, isOpen, saying, onEdit, onDrop } = props;
  const refused = lines.filter(({ state }) => state === "refused");
  if (refused.length === 0) return null;
  return (
    <section class="refusals" aria-labelledby="refusals-title">
      <h2 id="refusals-title">✕ {saying.words.refusals.title}</h2>
      <ul>
        {refused.map((line) => (
          <Refused
            key={line.localId}
            line={line}
            today={isOpen ? desk : null}
            saying={saying}
            onEdit={() => onEdit(line)}
            onDrop={() => onDrop(line)}
          />
        ))}
      </ul>
    </section>
  );
}
