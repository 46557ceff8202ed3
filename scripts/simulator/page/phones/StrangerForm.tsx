import { useId, useState } from "preact/hooks";
import { api } from "../data/api";
import { useWords } from "../words/words";

/** A new phone, of somebody whom nobody knows yet. */
export function StrangerForm({ onAdded }: { onAdded: (user: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const id = useId();
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    api.addPerson(name.trim()).then(
      (person) => onAdded(person.id),
      (error: unknown) => setProblem(String(error)),
    );
  };
  return (
    <form class="stack" onSubmit={add}>
      <label for={id}>{say("picker.name")}</label>
      <input id={id} required pattern=".*\S.*" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <div class="buttons">
        <button type="submit" class="primary">
          {say("picker.addStranger")}
        </button>
      </div>
      {problem !== "" && <p role="alert">{problem}</p>}
    </form>
  );
}
