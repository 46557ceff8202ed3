import { useState } from "preact/hooks";
import { openPhone, placeId, usePhones, type PhoneOnTable } from "../data/phones";
import type { Person, State } from "../data/types";
import { Avatar } from "../frame/Avatar";
import { Dialog } from "../frame/Dialog";
import { useWords } from "../words/words";
import { GroupForm } from "./GroupForm";
import { StrangerForm } from "./StrangerForm";

const mostShown = 40;

const fits = (person: Person, query: string): boolean =>
  `${person.name} ${person.statusMessage ?? ""}`.toLowerCase().includes(query.trim().toLowerCase());

/** Picks whose phone comes on the table: somebody of the village, a stranger, or a group chat. */
export function Picker({ state, onClose }: { state: State; onClose: () => void }) {
  const { say } = useWords();
  const open = (phone: PhoneOnTable): void => {
    openPhone(phone);
    onClose();
    // The dialog gives the keyboard back to its opener first; then the new phone has it.
    setTimeout(() => document.querySelector<HTMLElement>(`[id="${placeId(phone)}"] textarea`)?.focus());
  };
  return (
    <Dialog title={say("picker.title")} onClose={onClose}>
      <div class="stack">
        <PeopleList state={state} onPick={(user) => open({ user, group: null })} />
        <section class="stack">
          <h3>{say("picker.stranger")}</h3>
          <StrangerForm onAdded={(user) => open({ user, group: null })} />
        </section>
        <section class="stack">
          <h3>{say("picker.groups")}</h3>
          {state.groups.map(({ id, name, members }) => {
            const [first] = members;
            return (
              first !== undefined && (
                <button key={id} type="button" class="plain" onClick={() => open({ user: first, group: id })}>
                  {say("picker.openGroup", { name })}
                </button>
              )
            );
          })}
          <GroupForm state={state} onMade={open} />
        </section>
      </div>
    </Dialog>
  );
}

function PeopleList({ state, onPick }: { state: State; onPick: (user: string) => void }) {
  const { say } = useWords();
  const [query, setQuery] = useState("");
  const table = usePhones((value) => value.table);
  const found = state.users.filter((person) => fits(person, query));
  const onTable = new Set(table.filter(({ group }) => group === null).map(({ user }) => user));
  return (
    <section class="stack">
      <h3>{say("picker.people")}</h3>
      <input
        type="search"
        value={query}
        aria-label={say("picker.search")}
        placeholder={say("picker.search")}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul class="people" tabIndex={0} aria-label={say("picker.people")}>
        {found.slice(0, mostShown).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onPick(person.id)}>
              <Avatar small name={person.name} colour={person.colour} />
              <span>
                <strong>{person.name}</strong>
                <small>{person.statusMessage ?? ""}</small>
              </span>
              {onTable.has(person.id) && <em>{say("picker.onTable")}</em>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{say("picker.nobody")}</p>}
      {found.length > mostShown && <p>{say("picker.more", { count: found.length - mostShown })}</p>}
    </section>
  );
}
