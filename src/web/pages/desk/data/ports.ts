import type { DeskTexts, RowTexts } from "../../../../messages/desk-page";
import type { Line, TextStore } from "./lines";

/** What the desk needs of the phone and of the server; a test gives it others. */
export interface DeskPorts {
  /** The working day as it stands. */
  read(): Promise<DeskTexts>;
  /** Ids that the server makes, each for one household of the day. */
  mint(dayId: string, count: number): Promise<string[]>;
  /** Records a household under its id; the first result again where it is recorded already. */
  record(line: Line & { operationId: string }): Promise<RowTexts[]>;
  store: TextStore;
  /** Milliseconds of the phone's own clock. */
  now(): number;
  /** Does it after so many milliseconds, unless what it gives is called before. */
  later(ms: number, run: () => void): () => void;
  newId(): string;
}
