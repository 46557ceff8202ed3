import type { RefObject } from "preact";
import { Icon, type IconName } from "../frame/Icon";
import { useWords } from "../words/words";

/** What lies open under the typing bar. */
export type Tray = "none" | "menu" | "emoji" | "stickers";

interface BarProps {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  tray: Tray;
  onTray: (tray: Tray) => void;
  /** Text of the rich menu's bar; null when there is no rich menu. */
  menuLabel: string | null;
  /** Lets the account be mentioned; null outside of group chats. */
  onMention: (() => void) | null;
  onPhoto: () => void;
  partner: string;
  disabled: boolean;
  input: RefObject<HTMLTextAreaElement | null>;
}

/** The bar at the foot of a chat: rich menu, photo, text, emoji and stickers, send. */
export function TypingBar(props: BarProps) {
  const { say } = useWords();
  const toggle = (tray: Tray): void => props.onTray(props.tray === tray ? "none" : tray);
  const trayButton = (tray: Exclude<Tray, "none">, icon: IconName, label: string) => (
    <button
      type="button"
      class="bar-icon"
      aria-expanded={props.tray === tray}
      aria-label={label}
      disabled={props.disabled}
      onClick={() => toggle(tray)}
    >
      <Icon name={icon} />
    </button>
  );
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    props.onSend();
  };
  return (
    <form
      class="bar"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
    >
      {props.menuLabel !== null && trayButton("menu", "menu", props.menuLabel)}
      {props.onMention && (
        <button type="button" class="bar-icon" aria-label={say("chat.mention")} onClick={props.onMention}>
          <Icon name="mention" />
        </button>
      )}
      <button
        type="button"
        class="bar-icon"
        aria-label={say("chat.photo")}
        disabled={props.disabled}
        onClick={props.onPhoto}
      >
        <Icon name="photo" />
      </button>
      <textarea
        ref={props.input}
        rows={1}
        value={props.text}
        disabled={props.disabled}
        placeholder={say("chat.placeholder")}
        aria-label={say("chat.message", { name: props.partner })}
        onInput={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
      />
      {trayButton("emoji", "emoji", say("chat.emoji"))}
      {trayButton("stickers", "sticker", say("chat.stickers"))}
      <button type="submit" class="bar-icon bar-send" aria-label={say("chat.send")} disabled={props.disabled}>
        <Icon name="send" />
      </button>
    </form>
  );
}
