import type { BoxView, NotTakenView } from "../domain/closing/closing-view";
import type { CountedThing, CountStage } from "../domain/closing/day-count";
import type { KeeperWord } from "../domain/closing/keepers";
import type { LocalDate } from "../domain/dates";
import type { Satang } from "../domain/money";
import { givenName, type OfficerName } from "../domain/people";
import { postback, type Buttons } from "./actions";
import type { Badge } from "./badges";
import { shortName } from "./labels";
import type { Row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

/** Where the counting of a day stands, for one of its two counters; she never learns what the other said. */
export interface CountStepView {
  group: GroupName;
  day: { on: LocalDate };
  /** The day on paper whose sealed cash is counted; null where the box is counted as the books stand. */
  sheetOn: LocalDate | null;
  stage: CountStage;
  /** Whose box is counted now: `own` is the group's own; null where there is one box. */
  box: OfficerName | "own" | null;
  /** Besides what its officer took, the cash of the morning less what was paid out lies in that box. */
  carries: boolean;
  /** The boxes that both counted, once all are. */
  boxes: BoxView[];
  isFirst: boolean;
  other: OfficerName | null;
  /** What she said in this round, in satang. */
  said: Satang | null;
  accepted: { me: boolean; other: boolean };
  hasPhoto: boolean;
  /** What the count was off by so far, in satang, as it went into the books. */
  differences: { what: CountedThing; amount: Satang }[];
  /** When the same picture was sent on an earlier day. */
  photoSeenAt: Date | null;
  /** Of money that the bank has too much: transfers of that sum which members told and which are not in the books, the newest first. */
  sameSum: { memberNo: string; state: "waiting" | "refused" }[];
  /** Who said that the bank passbook is not at hand, null for herself, and whether both did; null where nobody did. */
  absent: { by: OfficerName | null; both: boolean } | null;
  /** Who was named to keep the cash; null where nobody is. */
  keeper: KeeperSeen | null;
  /** Who was named last and has not got the cash, and who said so; null where nobody did. */
  notTaken: NotTakenView | null;
  /** What led here; null where she knows. */
  why: "begun" | "unequal" | "moved" | "again" | "absent" | "at-hand" | "found" | "outdated" | null;
  /** Postback data of the buttons that the step has. */
  say?: string;
  notThere?: string;
  read?: string;
  counters?: string;
  accept?: string;
  again?: string;
  keepers?: string;
  keepSelf?: string;
  take?: string;
  notTakenBy?: string;
  absentToo?: string;
  close?: string;
}

/** The named keeper as one of the counters sees her: herself, the other of the two, or somebody else. */
export interface KeeperSeen {
  is: "me" | "other" | "third";
  officer: OfficerName | null;
  /** She can say by her own LINE that she has the cash. */
  hasLine: boolean;
  /** Whose word it is so far that she has it. */
  word: KeeperWord;
}

/** What a card of the counting shows. */
export interface Step {
  title: string;
  figure: { label: string; sum: string; words: string | null } | null;
  badge: Badge | null;
  text: string;
  rows: Row[];
  note: string | null;
  buttons: Buttons;
}

/** An officer by position and given name, of a long office by her name alone, so that nobody's name is cut on a card of the counting. */
export function calledName(say: Speak, officer: OfficerName | null): string {
  const called = officer && { ...officer, name: givenName(officer.name) };
  const text = say.officer(called);
  return called && shortName(text) !== text ? called.name : text;
}

/** The other one of the two, by position and given name. */
export const otherOf = (say: Speak, { other }: CountStepView): string => calledName(say, other);

/** A sum as the main figure of a step, in figures and in words. */
export const figureOf = (say: Speak, label: string, sum: Satang): NonNullable<Step["figure"]> => ({
  label,
  sum: say.money(sum),
  words: say.words(sum),
});

/** A button where the step has its data. */
export const optional = (data: string | undefined, ...labels: string[]) =>
  data === undefined ? null : postback(data, ...labels);

/** Who said that the bank passbook is not at hand; null where nobody did. */
export function absentText(say: Speak, { absent }: CountStepView): string | null {
  if (absent === null) return null;
  if (absent.by === null || absent.both) return say.t("closing.step.absent");
  return say.t("counting.absentBy", { other: calledName(say, absent.by) });
}

/** [พิมพ์ยอดในสมุด]: who has the passbook after all reads it. */
export const readButton = (say: Speak, { read }: CountStepView) => optional(read, say.t("counting.readBank"));

/** [สมุดไม่อยู่จริง]: the other says so too. */
export const absentTooButton = (say: Speak, { absentToo }: CountStepView) =>
  optional(absentToo, say.t("keeping.absentToo"));
