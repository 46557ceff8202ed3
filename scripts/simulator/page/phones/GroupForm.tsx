import { useId, useState } from "preact/hooks";
import { api } from "../data/api";
import { usePhones, type PhoneOnTable } from "../data/phones";
import type { State } from "../data/types";
import { useWords } from "../words/words";

/** A new group chat of people whose phones are on the table. */
export function GroupForm({ state, onMade }: { state: State; onMade: (phone: PhoneOnTable) => void }) {
  const { say } = useWords();
  const id = useId();
  const table = usePhones((value) => value.table);
  const near = new Set(table.map(({ user }) => user));
  const people = state.users.filter((person) => near.has(person.id));
  const [name, setName] = useState("");
  const [members, setMembers] = useState<readonly string[]>(people.map((person) => person.id));
  const [withBot, setWithBot] = useState(true);
  const [problem, setProblem] = useState("");
  const make = async (): Promise<void> => {
    const [first] = members;
    if (first === undefined) return setProblem(say("picker.needMember"));
    const group = await api.addGroup(name.trim(), [...members]);
    if (withBot) await api.setBot(group.id, true);
    onMade({ user: first, group: group.id });
  };
  const toggle = (user: string): void =>
    setMembers(members.includes(user) ? members.filter((one) => one !== user) : [...members, user]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        make().catch((error: unknown) => setProblem(String(error)));
      }}
    >
      <label for={id}>{say("picker.groupName")}</label>
      <input id={id} required pattern=".*\S.*" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <fieldset>
        <legend>{say("picker.members")}</legend>
        {people.map((person) => (
          <label key={person.id} class="check">
            <input type="checkbox" checked={members.includes(person.id)} onChange={() => toggle(person.id)} />
            {person.name}
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input type="checkbox" checked={withBot} onChange={() => setWithBot(!withBot)} />
        {say("picker.withBot")}
      </label>
      <div class="buttons">
        <button type="submit" class="primary">
          {say("picker.addGroup")}
        </button>
      </div>
      {problem !== "" && <p role="alert">{problem}</p>}
    </form>
  );
}
