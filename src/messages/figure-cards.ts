import { buttons, type Buttons } from "./actions";
import type { Badge } from "./badges";
import type { Row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

/** What a card with one main figure shows. */
export interface FigureCard {
  group: GroupName;
  title: string;
  badge?: Badge | null;
  /** What the figure is; the figure; and what it means, such as the sum in words. */
  what: string;
  figure: string;
  words?: string | null;
  rows?: readonly Row[];
  notes?: readonly string[];
  buttons?: Buttons;
}

/** The layout of `payments/payment`: one figure, rows, notes and buttons; empty notes are left out. */
export function figureLayout(say: Speak, shown: FigureCard): object {
  return {
    group: say.group(shown.group),
    title: shown.title,
    badge: shown.badge ?? null,
    what: shown.what,
    amount: shown.figure,
    words: shown.words ?? null,
    rows: shown.rows ?? [],
    notes: (shown.notes ?? []).filter((text) => text !== "").map((text) => ({ text })),
    buttons: shown.buttons ?? buttons(null),
  };
}
