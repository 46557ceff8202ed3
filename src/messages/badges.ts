import type { TextKey } from "../i18n/index";
import type { Speak } from "./speak";

/** A state's word with its shape and colour; never the colour alone. */
export interface Badge {
  text: string;
  colour: string;
}

const marks = {
  waiting: { shape: "◷", colour: "#8A6100" },
  done: { shape: "✓", colour: "#1B6B45" },
  refused: { shape: "✕", colour: "#B3261E" },
  cancelled: { shape: "–", colour: "#5B6660" },
} as const;

/** The badge of a state with its word. */
export function badge(say: Speak, state: keyof typeof marks, key: TextKey, values?: object): Badge {
  const { shape, colour } = marks[state];
  return { text: `${shape} ${say.t(key, values)}`, colour };
}
