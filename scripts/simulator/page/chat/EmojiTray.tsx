import { useWords } from "../words/words";

const emoji = [
  "😀",
  "😂",
  "😊",
  "🥰",
  "😍",
  "😅",
  "🤔",
  "😢",
  "😴",
  "🙏",
  "👍",
  "👌",
  "👏",
  "💪",
  "❤️",
  "🌾",
  "🌳",
  "🐄",
];

/** Emoji that go into the text being written. */
export function EmojiTray({ onPick }: { onPick: (sign: string) => void }) {
  const { say } = useWords();
  return (
    <div class="tray tray-emoji" role="group" aria-label={say("chat.emoji")}>
      {emoji.map((sign) => (
        <button key={sign} type="button" onClick={() => onPick(sign)}>
          {sign}
        </button>
      ))}
    </div>
  );
}
