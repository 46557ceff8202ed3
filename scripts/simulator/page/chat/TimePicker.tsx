import type { messagingApi } from "@line/bot-sdk";
import { useId, useState } from "preact/hooks";
import { Dialog } from "../frame/Dialog";
import { useWords } from "../words/words";

const inputTypes = { date: "date", time: "time", datetime: "datetime-local" } as const;

/** Asks for the date or time that an action wants; null when none is chosen. */
export function TimePicker(props: {
  action: messagingApi.DatetimePickerAction;
  onPick: (value: string | null) => void;
}) {
  const { say } = useWords();
  const { label, mode = "date", initial = "", min, max } = props.action;
  const [value, setValue] = useState(initial.replace("t", "T"));
  const id = useId();
  return (
    <Dialog title={label ?? say("chat.pickTitle")} onClose={() => props.onPick(null)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.onPick(value);
        }}
      >
        <label for={id}>{say("chat.pickTitle")}</label>
        <input
          id={id}
          type={inputTypes[mode]}
          required
          value={value}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <div class="buttons">
          <button type="submit" class="primary">
            {say("chat.pick")}
          </button>
          <button type="button" class="plain" onClick={() => props.onPick(null)}>
            {say("chat.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
