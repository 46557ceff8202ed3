import type { LocalDate } from "../dates";
import type { GroupId, MemberId, PhotoId } from "../ids";
import { account, type AccountCode } from "../ledger/accounts";
import { subtract, sum, zero, type Satang } from "../money";
import { agreedOn, firstRound, isVoid, nextRound, type BlindCount } from "./blind-count";
import type { BookedBox, CountedBox } from "./boxes";
import type { NamedKeeper, NotTaken } from "./keepers";

/** What two people count before a working day closes, in this order. */
export const countedThings = ["cash", "bank"] as const;
export type CountedThing = (typeof countedThings)[number];

/** A sum that was said at the counting and did not become the count: what it was and how far it is from the books then, in satang. */
export interface EarlierCount {
  what: CountedThing;
  counted: Satang;
  off: Satang;
}

/** The counting of a working day: one document, so that two who act at once meet in it. */
export interface DayCount {
  dayId: string;
  groupId: GroupId;
  /** Who asked for it and closes the day, and whom she chose. */
  first: MemberId;
  second: MemberId;
  /** The day on paper whose sealed cash is counted, before its money is entered; left out where the box is counted as the books stand. */
  sheetOn?: LocalDate;
  /** Where boxes are counted one by one, of the one that is counted now; of all together once each was. */
  cash: BlindCount;
  /** The boxes that both counted so far; left out or empty where there is one. */
  boxes?: CountedBox[];
  bank: BlindCount;
  /** The bank passbook is not at hand: nobody reads it, and the report says so. */
  bankAbsent: boolean;
  /** Which of the two said so; left out where nobody did. */
  absentBy?: MemberId;
  /** The other one says so too; left out where she did not. */
  absentToo?: true;
  /** The picture of the bank passbook's last page; null where nobody sent one. */
  photoId: PhotoId | null;
  /** When the same picture was sent on an earlier day; left out where none like it was. */
  photoSeenAt?: Date;
  keeper: NamedKeeper | null;
  /** Who was named as the keeper and has not got the cash, as somebody said; left out where nobody did. */
  notTaken?: NotTaken[];
  /** How often counters were asked anew on this day; left out before the first time. */
  begun?: number;
  /** What was posted to make the books as counted, in satang: more than nothing where more was there than in the books. */
  differences: { what: CountedThing; amount: Satang }[];
  /** What was said and has not become the count: the report tells it. Left out where nothing was. */
  earlier?: EarlierCount[];
}

/** What the books say of an account, and the number of the last entry that moved it. */
export interface Booked {
  balance: Satang;
  lastSeq: number;
}

/** What the books say of both; a bank account that never had anything is null, and nobody counts it. */
export interface BookedDay {
  cash: Booked;
  /** What should lie in each box where several officers took money; none where one did. */
  boxes?: BookedBox[];
  bank: Booked | null;
  /** Who took cash on the day. */
  takers?: MemberId[];
}

/** What a day's counting waits for. */
export type CountStage =
  | {
      kind: "count";
      what: CountedThing;
      round: number;
      /** The box that is counted; left out where there is one. */
      box?: Pick<BookedBox, "of" | "carries">;
    }
  | { kind: "difference"; what: CountedThing; round: number; counted: Satang; difference: Satang }
  | { kind: "keeper"; cash: Satang }
  | { kind: "taking"; cash: Satang; round: number; keeper: NamedKeeper }
  | { kind: "ready" };

/** The account that a counted thing stands on. */
export const accountOfCounted: Readonly<Record<CountedThing, AccountCode>> = {
  cash: account.cash,
  bank: account.bank,
};

/** The account on which its difference stands until it is solved. */
export const differenceAccountOf: Readonly<Record<CountedThing, AccountCode>> = {
  cash: account.cashDifference,
  bank: account.bankDifference,
};

/** The counting of a day with these two; of one that began before, with other people, every round is a new one. */
export function beginCount(
  facts: Pick<DayCount, "dayId" | "groupId" | "first" | "second" | "sheetOn">,
  before: DayCount | null,
): DayCount {
  return {
    ...facts,
    cash: before ? nextRound(before.cash) : firstRound,
    bank: before ? nextRound(before.bank) : firstRound,
    bankAbsent: false,
    photoId: before?.photoId ?? null,
    ...(before?.photoSeenAt ? { photoSeenAt: before.photoSeenAt } : {}),
    keeper: null,
    differences: before?.differences ?? [],
    ...(before?.earlier ? { earlier: before.earlier } : {}),
    ...(before?.notTaken ? { notTaken: before.notTaken } : {}),
    begun: (before?.begun ?? 0) + 1,
  };
}

/** So often counters are asked on one day: each time costs a message, and makes what was said before void. */
export const mostBegun = 4;

/**
 * The count with what was said of one thing in this round noted, as far as it is not what the books say now: what was once counted is told at the closing,
 * whatever is counted or posted after it.
 */
export function noted(count: DayCount, booked: BookedDay, what: CountedThing): DayCount {
  const balance = booked[what]?.balance;
  if (balance === undefined || count.sheetOn !== undefined) return count;
  const sums = [...new Set(count[what].said.map(({ amount }) => amount))].filter((amount) => amount !== balance);
  const more = sums.map((counted) => ({ what, counted, off: subtract(counted, balance) }));
  const known = (count.earlier ?? []).filter((one) => !more.some((other) => isSameCount(one, other)));
  return more.length > 0 ? { ...count, earlier: [...known, ...more] } : count;
}

const isSameCount = (one: EarlierCount, other: EarlierCount): boolean =>
  one.what === other.what && one.counted === other.counted && one.off === other.off;

/** The count after the difference of one thing went into the books: that sum became the count. */
export function settled(count: DayCount, what: CountedThing, amount: Satang): DayCount {
  const counted = agreedOn(count[what]);
  const { earlier = [] } = count;
  const left = earlier.filter((one) => one.what !== what || one.counted !== counted || one.off !== amount);
  return { ...count, earlier: left, differences: [...count.differences, { what, amount }] };
}

/** The count with another round of one thing. Who keeps the cash is asked again where the cash is counted again. */
export function countAgain(count: DayCount, what: CountedThing): DayCount {
  const again = { ...count, [what]: nextRound(count[what]) };
  return what === "cash" ? { ...again, keeper: null, boxes: [] } : again;
}

/** The count where a difference is counted again: of several boxes those alone that were off. */
export function countOffAgain(count: DayCount, what: CountedThing): DayCount {
  const tied = (count.boxes ?? []).filter(({ booked, counted }) => booked === counted);
  if (what === "bank" || tied.length === 0) return countAgain(count, what);
  return { ...count, keeper: null, boxes: tied, cash: { ...nextRound(count.cash), movedBy: count.cash.movedBy } };
}

/** The count after both said unequal sums: the next round of it; of the box that is counted alone, where boxes are counted one by one. */
export function afterUnequal(count: DayCount, what: CountedThing, { boxes = [] }: Pick<BookedDay, "boxes">): DayCount {
  const ofBox = what === "cash" && boxes.length > 0;
  return ofBox ? { ...count, cash: nextRound(count.cash) } : countAgain(count, what);
}

/** What tells one state of a counting from another, so that an older card does not close the day over a count that went on; empty where none began. */
export function countMark(count: DayCount | null): string {
  if (!count) return "";
  const { cash, bank, boxes = [], differences, keeper, bankAbsent } = count;
  const things = [cash, bank].map(({ round, said, accepted }) => `${round}.${said.length}.${accepted.length}`);
  return [...things, boxes.length, differences.length, keeper?.memberId ?? "", bankAbsent].join("-");
}

/** Whether both said what the box of a day on paper holds: that sum is never counted again. */
export function isSealed({ sheetOn, cash }: Pick<DayCount, "sheetOn" | "cash">): boolean {
  return sheetOn !== undefined && agreedOn(cash) !== null;
}

/**
 * The count without what is void since money moved; `moved` names what must be counted again. A sealed sum stays, since the money of its day
 * is entered after it; who accepted its difference accepted another one.
 */
export function withoutVoid(count: DayCount, booked: BookedDay): { count: DayCount; moved: CountedThing[] } {
  const moved = countedThings.filter((what) => {
    const book = booked[what];
    return book !== null && isVoid(count[what], book.lastSeq);
  });
  if (!isSealed(count) || !moved.includes("cash")) return { count: moved.reduce(countAgain, count), moved };
  const sealed = { ...count, cash: { ...count.cash, accepted: [], movedBy: booked.cash.lastSeq } };
  const others = moved.filter((what) => what !== "cash");
  return { count: others.reduce(countAgain, sealed), moved: others };
}

/** The count after one of the two said that the bank passbook is not at hand; after both did, where the other said so before. */
export function withoutBank(count: DayCount, by: MemberId): DayCount {
  if (!count.bankAbsent) return { ...count, bankAbsent: true, absentBy: by };
  return count.absentBy === undefined || count.absentBy === by ? count : { ...count, absentToo: true };
}

/** The count where somebody reads the bank passbook after all: it is at hand. */
export function withBank({ absentBy: _absentBy, absentToo: _absentToo, ...count }: DayCount): DayCount {
  return { ...count, bankAbsent: false };
}

/** The first box that is not counted yet; none where there is one box, or every one was counted. */
function nextBox({ boxes: counted = [] }: DayCount, { boxes = [] }: Pick<BookedDay, "boxes">): BookedBox | undefined {
  return boxes.find(({ of }) => !counted.some((box) => box.of === of));
}

/**
 * The count after both said the same of the cash: where boxes are counted one by one, that was the next of them, and the cash is counted once
 * every one is; any other count stays as it is.
 */
export function afterBox(count: DayCount, booked: BookedDay): DayCount {
  const box = nextBox(count, booked);
  const counted = agreedOn(count.cash);
  if (!box || counted === null) return count;
  const order = (booked.boxes ?? []).map(({ of }) => of);
  const boxes = [...(count.boxes ?? []), { of: box.of, booked: box.booked, counted }].sort(
    (one, other) => order.indexOf(one.of) - order.indexOf(other.of),
  );
  const round = { ...nextRound(count.cash), movedBy: count.cash.movedBy };
  if (nextBox({ ...count, boxes }, booked)) return { ...count, boxes, cash: round };
  const amount = sum(boxes.map((one) => one.counted));
  return { ...count, boxes, cash: { ...round, said: count.cash.said.map(({ by }) => ({ by, amount })) } };
}

const pickOf = ({ of, carries }: BookedBox): Pick<BookedBox, "of" | "carries"> => ({
  of,
  ...(carries ? { carries } : {}),
});

/** What the count waits for, now that the books say this. */
export function stageOf(count: DayCount, booked: BookedDay): CountStage {
  for (const what of countedThings) {
    const book = booked[what];
    if (book === null || (what === "bank" && count.bankAbsent)) continue;
    const { round } = count[what];
    const counted = agreedOn(count[what]);
    const box = what === "cash" ? nextBox(count, booked) : undefined;
    if (counted === null) return { kind: "count", what, round, ...(box ? { box: pickOf(box) } : {}) };
    const difference = subtract(counted, book.balance);
    if (difference !== 0) return { kind: "difference", what, round, counted, difference };
  }
  const cash = agreedOn(count.cash) ?? zero;
  const { keeper } = count;
  if (cash <= 0) return { kind: "ready" };
  if (keeper === null) return { kind: "keeper", cash };
  return keeper.words.length > 0 ? { kind: "ready" } : { kind: "taking", cash, round: count.cash.round, keeper };
}

/** Whether a picture of the bank passbook is of use now: while it is read, and afterwards where none came. */
export function takesPage(count: DayCount, booked: BookedDay): boolean {
  if (booked.bank === null || count.bankAbsent) return false;
  const stage = stageOf(count, booked);
  return stage.kind === "count" || stage.kind === "difference" ? stage.what === "bank" : count.photoId === null;
}
