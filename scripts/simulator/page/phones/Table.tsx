import { useState } from "preact/hooks";
import { keyOf, mostPhones, usePhones } from "../data/phones";
import type { State } from "../data/types";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";
import { Phone } from "./Phone";
import { PhoneTabs } from "./PhoneTabs";
import { Picker } from "./Picker";

/** The phones side by side; where there is room for one only, tabs switch between them. */
export function Table({ state, inert }: { state: State; inert: boolean }) {
  const { say } = useWords();
  const table = usePhones((value) => value.table);
  const [isPicking, setPicking] = useState(false);
  const pick = (): void => setPicking(true);
  return (
    <main class="table" aria-label={say("phones.label")} inert={inert}>
      <PhoneTabs state={state} onAdd={pick} />
      <div class="places">
        {table.map((phone) => (
          <Phone key={keyOf(phone)} phone={phone} state={state} />
        ))}
        {table.length < mostPhones && (
          <button type="button" class="add-phone" onClick={pick}>
            <Icon name="plus" />
            <strong>{say("phones.add")}</strong>
            <span>{table.length === 0 ? say("phones.none") : say("phones.addHint")}</span>
          </button>
        )}
      </div>
      {isPicking && <Picker state={state} onClose={() => setPicking(false)} />}
    </main>
  );
}
