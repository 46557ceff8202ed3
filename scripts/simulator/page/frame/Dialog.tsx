import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useWords } from "../words/words";
import { Icon } from "./Icon";

/** A window over the page that keeps the keyboard until it is closed; Escape closes it. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const { say } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const closeOutside = (event: MouseEvent): void => {
    if (event.target === ref.current) props.onClose();
  };
  return (
    <dialog ref={ref} class="dialog" aria-labelledby={id} onClose={props.onClose} onClick={closeOutside}>
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={id}>{props.title}</h2>
          <button type="button" class="round" onClick={props.onClose} aria-label={say("chat.close")}>
            <Icon name="close" />
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
