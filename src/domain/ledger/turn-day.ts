import type { CountedDay } from "../closing/closing-record";
import type { EarlierCount } from "../closing/day-count";
import type { LocalDate } from "../dates";
import type { LedgerHead, OpenDay } from "./head";
import type { EntryActor, EntryDraft } from "./journal-entry";

/** The day that is to open, before it has its id. */
export type NextDay = Omit<OpenDay, "id">;

/** What stands beside the turn of a day: what two people counted before it closed, or said and set aside; and the calendar's day, where one opens off it. */
export interface DayFound {
  counted: CountedDay | null;
  setAside: readonly EarlierCount[];
  planned: LocalDate | null;
}

/** A day that turns with nothing beside. */
export const nothingFound: DayFound = { counted: null, setAside: [], planned: null };

/** The record that ends the open day of the books and begins the next one. */
export function dayTurn(
  { day }: LedgerHead,
  next: NextDay,
  by: EntryActor,
  now: Date,
  { counted, setAside, planned }: DayFound = nothingFound,
): EntryDraft {
  const kind = next.kind === "working" ? "day.opened" : "day.closed";
  return {
    idempotencyKey: `${kind}:${day.id}`,
    kind,
    effectiveOn: next.on,
    postedAt: now,
    actor: by,
    source: "chat",
    withReceipt: false,
    postings: [],
    record: {
      day: day.id,
      on: day.on,
      ...(counted ? countRecord(counted) : {}),
      ...asideRecord(counted?.earlier ?? setAside),
      ...(planned === null ? {} : { planned }),
    },
    ...(counted ? { secondedBy: counted.by[1] } : {}),
  };
}

/** What the chain keeps of a count: the sums in satang, who keeps the cash, and whose word stands for that. */
function countRecord(counted: CountedDay): NonNullable<EntryDraft["record"]> {
  const { cash, bank, bankSkipped, absentBy, absentToo, keeper, notTaken = [], sheetOn, looked = [] } = counted;
  return {
    ...{ cash, bank, bankSkipped, keeper: keeper && keeper.memberId },
    ...(sheetOn ? { sheetOn } : {}),
    ...(absentBy ? { absentBy } : {}),
    ...(absentToo ? { absentToo } : {}),
    ...(keeper?.word ? { keeperWord: keeper.word } : {}),
    ...(notTaken.length > 0 ? { notTaken: notTaken.map((one) => `${one.keeper} (${one.by})`).join(", ") } : {}),
    ...(looked.length > 0 ? { lookedBefore: looked.map(({ memberId }) => memberId).join(" ") } : {}),
  };
}

/** Sums that were said and set aside, in satang: "cash 6000000 (-233000)". */
function asideRecord(setAside: readonly EarlierCount[]): { setAside?: string } {
  const said = setAside.map(({ what, counted, off }) => `${what} ${counted} (${off})`);
  return said.length > 0 ? { setAside: said.join(", ") } : {};
}

/** The head after its day was turned: `moved` is the head behind the record of dayTurn, whose number names the new day. */
export function withNextDay(moved: LedgerHead, next: NextDay): LedgerHead {
  return { ...moved, day: { id: `${moved.groupId}:day:${moved.seq}`, ...next } };
}
