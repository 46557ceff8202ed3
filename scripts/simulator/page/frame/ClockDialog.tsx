import { useId, useState } from "preact/hooks";
import { instantOf, localDate, localDateOf, localTimeOf } from "../../../../src/domain/dates";
import { api } from "../data/api";
import { clockMoves } from "../data/clock-moves";
import { whenText } from "../words/times";
import { useWords } from "../words/words";
import { Dialog } from "./Dialog";
import { usePeoplesTime } from "./use-peoples-time";

const inputText = (at: Date): string => `${localDateOf(at)}T${localTimeOf(at)}`;

function instantOfInput(value: string): Date {
  return instantOf(localDate(value.slice(0, 10)), value.slice(11, 16));
}

/** Moves the people's clock forward: by an hour, to the next working morning, by three days, or to any time. */
export function ClockDialog({ onClose }: { onClose: () => void }) {
  const { say, language } = useWords();
  const now = usePeoplesTime();
  const id = useId();
  const [chosen, setChosen] = useState(() => inputText(now));
  const [problem, setProblem] = useState("");
  const go = (to: Date): void => {
    api
      .moveClockTo(to)
      .then(onClose, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  return (
    <Dialog title={say("clock.title")} onClose={onClose}>
      <div class="stack">
        <p class="figure">{whenText(now, language)}</p>
        <p class="quiet">{say("clock.explain")}</p>
        {clockMoves(now).map(({ name, to }) => (
          <button key={name} type="button" class="plain clock-move" onClick={() => go(to)}>
            <strong>{say(`clock.${name}`)}</strong>
            <span>{whenText(to, language)}</span>
          </button>
        ))}
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            go(instantOfInput(chosen));
          }}
        >
          <label for={id}>{say("clock.pick")}</label>
          <input
            id={id}
            type="datetime-local"
            required
            min={inputText(now)}
            value={chosen}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
          <div class="buttons">
            <button type="submit" class="primary">
              {say("clock.go")}
            </button>
            {chosen !== "" && <span class="quiet">{whenText(instantOfInput(chosen), language)}</span>}
          </div>
        </form>
        {problem !== "" && <p role="alert">{problem}</p>}
      </div>
    </Dialog>
  );
}
