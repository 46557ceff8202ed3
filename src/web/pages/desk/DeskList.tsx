import type { DeskHouseholdTexts } from "../../../messages/desk-page";
import { Frame } from "../frame/Frame";
import type { DeskState, DeskStore } from "./data/desk-store";
import type { Line } from "./data/lines";
import { usualRows } from "./data/sums";
import { BoxBar } from "./list/BoxBar";
import { HeldBar } from "./list/HeldBar";
import { HouseholdList } from "./list/HouseholdList";
import { Refusals } from "./list/Refusals";
import { SheetBar } from "./list/SheetBar";
import { StateBar } from "./list/StateBar";
import type { Saying } from "./saying";

/** The desk with its households, what is in the boxes, and what is not in the books yet. */
export function DeskList(props: {
  store: DeskStore;
  state: DeskState;
  saying: Saying;
  onEdit: (house: DeskHouseholdTexts, line: Line | null) => void;
}) {
  const { store, state, saying, onEdit } = props;
  const { desk, lines } = state;
  const isOpen = state.ended === null;
  const held = lines.find(({ state: is }) => is === "held");
  const houseOf = ({ rows }: Line): DeskHouseholdTexts | undefined =>
    desk.households.find(({ passbooks }) => passbooks.some(({ memberNo }) => memberNo === rows[0]?.memberNo));
  return (
    <Frame language={desk.language} group={desk.group} title={saying.words.page.title} wide>
      <p class="quiet">
        {desk.day} · {desk.officer.name}
      </p>
      {desk.sheet && <SheetBar sheet={desk.sheet} saying={saying} />}
      <BoxBar desk={desk} lines={lines} saying={saying} />
      <StateBar state={state} saying={saying} onRetry={() => store.retry()} />
      <Refusals
        lines={lines}
        desk={desk}
        isOpen={isOpen}
        saying={saying}
        onEdit={(line) => {
          const house = houseOf(line);
          if (house) onEdit(house, line);
        }}
        onDrop={(line) => store.replace(line, [])}
      />
      <HouseholdList
        desk={desk}
        lines={lines}
        isOpen={isOpen}
        saying={saying}
        onTake={(house) => store.take(usualRows(house.passbooks, lines))}
        onEdit={(house) => onEdit(house, null)}
      />
      {held && (
        <HeldBar
          line={held}
          house={houseOf(held)}
          saying={saying}
          onSend={() => store.release()}
          onEdit={(house) => onEdit(house, held)}
        />
      )}
    </Frame>
  );
}
