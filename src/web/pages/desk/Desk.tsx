import { useLayoutEffect, useState } from "preact/hooks";
import type { DeskHouseholdTexts } from "../../../messages/desk-page";
import { Frame } from "../frame/Frame";
import type { DeskState, DeskStore } from "./data/desk-store";
import type { Line, LineRow } from "./data/lines";
import { usualRows } from "./data/sums";
import { DeskList } from "./DeskList";
import { Editor } from "./editor/Editor";
import { houseId } from "./house-id";
import { sayingIn, type Saying } from "./saying";
import { useDesk } from "./use-desk";

/** A household whose sums are typed; the line that they change, where there is one. */
interface Editing {
  house: DeskHouseholdTexts;
  line: Line | null;
}

/** The desk of an open working day. */
export function Desk({ store }: { store: DeskStore }) {
  const state = useDesk(store);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [cameFrom, setCameFrom] = useState<DeskHouseholdTexts | null>(null);
  const saying = sayingIn(state.desk.language);

  // Who works by keyboard goes on where the household stands in the list.
  useLayoutEffect(() => {
    if (editing === null && cameFrom !== null) document.getElementById(houseId(cameFrom))?.focus();
  }, [editing, cameFrom]);

  const begin = (house: DeskHouseholdTexts, line: Line | null): void => {
    if (line) store.edit(line);
    store.release();
    setEditing({ house, line });
    scrollTo(0, 0);
  };
  const end = (rows: LineRow[] | null): void => {
    if (editing?.line && rows) store.replace(editing.line, rows);
    else if (rows && rows.length > 0) store.take(rows);
    else store.endEdit();
    setCameFrom(editing?.house ?? null);
    setEditing(null);
  };

  return editing ? (
    <HouseholdEditor state={state} saying={saying} editing={editing} onEnd={end} />
  ) : (
    <DeskList store={store} state={state} saying={saying} onEdit={begin} />
  );
}

/** The page of one household's sums. */
function HouseholdEditor(props: {
  state: DeskState;
  saying: Saying;
  editing: Editing;
  onEnd: (rows: LineRow[] | null) => void;
}) {
  const { saying, onEnd } = props;
  const { desk, lines } = props.state;
  const { house, line } = props.editing;
  const others = lines.filter(({ localId }) => localId !== line?.localId);
  const title = saying.fill(saying.words.editor.title, { house: saying.house(house) });
  return (
    <Frame language={desk.language} group={desk.group} title={title}>
      <Editor
        desk={desk}
        house={house}
        rows={line?.rows ?? usualRows(house.passbooks, others)}
        changes={line !== null}
        saying={saying}
        onEnd={onEnd}
      />
    </Frame>
  );
}
