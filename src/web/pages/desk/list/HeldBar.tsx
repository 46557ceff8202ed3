import type { DeskHouseholdTexts } from "../../../../messages/desk-page";
import { totalOf, type Line } from "../data/lines";
import type { Saying } from "../saying";

/** The household that was taken last and is not sent yet: it can still be changed. */
export function HeldBar(props: {
  line: Line;
  house: DeskHouseholdTexts | undefined;
  saying: Saying;
  onSend: () => void;
  onEdit: (house: DeskHouseholdTexts) => void;
}) {
  const { line, house, saying, onSend, onEdit } = props;
  const { words, fill, money } = saying;
  const name = house ? saying.house(house) : (line.rows[0]?.memberNo ?? "");
  return (
    <section class="held-bar" aria-labelledby="held-title">
      <div class="taken" aria-live="polite">
        <h2 id="held-title">◷ {words.held.title}</h2>
        <p class="figure">{fill(words.held.text, { house: name, sum: money(totalOf(line.rows)) })}</p>
      </div>
      <div class="deeds">
        {house && (
          <button type="button" onClick={() => onEdit(house)}>
            {words.held.edit}
            <span class="hidden"> {name}</span>
          </button>
        )}
        <button type="button" class="primary" onClick={onSend}>
          {words.held.send}
          <span class="hidden"> {name}</span>
        </button>
      </div>
      <p class="quiet">{words.held.note}</p>
    </section>
  );
}
