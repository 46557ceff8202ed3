import type { CountedDay } from "../closing/closing-record";
import type { LedgerHead, OpenDay } from "./head";
import type { EntryActor, EntryDraft } from "./journal-entry";

/** The day that is to open, before it has its id. */
export type NextDay = Omit<OpenDay, "id">;

/** The record that ends the open day of the books and begins the next one; `counted` is what two people counted before it closed. */
export function dayTurn(
  { day }: LedgerHead,
  next: NextDay,
  by: EntryActor,
  now: Date,
  counted: CountedDay | null = null,
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
    record: { day: day.id, on: day.on, ...(counted ? countRecord(counted) : {}) },
    ...(counted ? { secondedBy: counted.by[1] } : {}),
  };
}

/** What the chain keeps of a count: the sums in satang, and who keeps the cash. */
function countRecord({ cash, bank, bankSkipped, keeper, sheetOn }: CountedDay): NonNullable<EntryDraft["record"]> {
  return { cash, bank, bankSkipped, keeper: keeper && keeper.memberId, ...(sheetOn ? { sheetOn } : {}) };
}

/** The head after its day was turned: `moved` is the head behind the record of dayTurn, whose number names the new day. */
export function withNextDay(moved: LedgerHead, next: NextDay): LedgerHead {
  return { ...moved, day: { id: `${moved.groupId}:day:${moved.seq}`, ...next } };
}
