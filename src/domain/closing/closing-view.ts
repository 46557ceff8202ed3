import type { OfficerName } from "../people";
import type { CountedBox } from "./boxes";
import type { ClosingRecord, CountedDay, RecordedKeeper } from "./closing-record";
import type { EarlierCount } from "./day-count";
import type { DoneAlone } from "./done-alone";
import type { SettledDifference } from "../differences/difference";

/** A box that two people counted; `of` is null where it is the group's own. */
export interface BoxView extends Omit<CountedBox, "of"> {
  of: OfficerName | null;
}

/** What two people counted, with their names, as cards and papers show it. */
export interface CountedView extends Omit<
  CountedDay,
  "by" | "keeper" | "boxes" | "absentBy" | "looked" | "notTaken" | "offices"
> {
  by: OfficerName[];
  absentBy: OfficerName | null;
  looked: { officer: OfficerName | null; at: Date }[];
  keeper: KeeperView | null;
  notTaken: NotTakenView[];
  boxes: BoxView[];
}

/** Who kept the cash, by name, and whose word stood for it; left out of days before that was asked. */
export interface KeeperView extends Pick<RecordedKeeper, "limit" | "word" | "noLine"> {
  officer: OfficerName | null;
}

/** Who was named as the keeper and had not got the cash, and who said so. */
export interface NotTakenView {
  keeper: OfficerName | null;
  by: OfficerName | null;
}

/** What a closing found, with names, as cards and papers show it. */
export interface ClosingView extends Pick<ClosingRecord, "code" | "unsolved"> {
  setAside: EarlierCount[];
  settled: SettledDifference[];
  counted: CountedView | null;
  tallies: { officer: OfficerName | null; passbooks: number }[];
}

/** Something that one person did alone, and who. */
export interface AloneView extends Pick<DoneAlone, "kind" | "about"> {
  by: OfficerName | null;
}
