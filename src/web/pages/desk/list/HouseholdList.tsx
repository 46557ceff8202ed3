import { useState } from "preact/hooks";
import type { DeskHouseholdTexts, DeskTexts } from "../../../../messages/desk-page";
import { findHouseholds } from "../data/find-households";
import type { Line } from "../data/lines";
import { usualRows } from "../data/sums";
import type { Saying } from "../saying";
import { HouseholdItem } from "./HouseholdItem";

/** Every household with what is due of it, and the way to find one. */
export function HouseholdList(props: {
  desk: DeskTexts;
  lines: readonly Line[];
  isOpen: boolean;
  saying: Saying;
  onTake: (house: DeskHouseholdTexts) => void;
  onEdit: (house: DeskHouseholdTexts) => void;
}) {
  const { desk, lines, isOpen, saying, onTake, onEdit } = props;
  const { words, fill } = saying;
  const [query, setQuery] = useState("");
  const found = findHouseholds(desk.households, query);
  const left = desk.households.filter(({ passbooks }) => usualRows(passbooks, lines).length > 0).length;
  return (
    <section class="list" aria-label={words.page.list}>
      <div class="find">
        <label for="find">{words.page.find}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p class="quiet">{fill(words.page.leftToTake, { count: left, all: desk.households.length })}</p>
      {found.length === 0 && <p role="status">{words.page.foundNone}</p>}
      <ul class="houses">
        {found.map((house) => (
          <HouseholdItem
            key={house.passbooks[0]?.memberNo}
            house={house}
            lines={lines}
            isOpen={isOpen}
            saying={saying}
            onTake={() => {
              onTake(house);
              setQuery("");
            }}
            onEdit={() => onEdit(house)}
          />
        ))}
      </ul>
    </section>
  );
}
