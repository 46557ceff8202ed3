import type { LocalDate } from "../dates";
import type { MemberId, PhotoId } from "../ids";
import type { SettledDifference } from "../differences/difference";
import type { EntryActor } from "../ledger/journal-entry";
import type { Satang } from "../money";
import type { PaperDifference } from "../parallel-run/parallel-run";
import type { DayCount, EarlierCount } from "./day-count";
import type { CountedBox } from "./boxes";
import type { Keeper, KeeperWord, NotTaken } from "./keepers";
import type { Published } from "./published";

/** What two people counted before a day was closed; sums in satang. */
export interface CountedDay {
  by: [EntryActor, EntryActor];
  cash: Satang;
  /** What the bank passbook said; null where nobody read it. */
  bank: Satang | null;
  /** Why nobody read it: it was not at hand, or the group has no money in a bank. */
  bankSkipped: "absent" | "unused" | null;
  /** Which of the two said that it was not at hand; left out where it was, and of days before that was kept. */
  absentBy?: MemberId;
  /** The other one said so too; left out where she did not. */
  absentToo?: true;
  photoId: PhotoId | null;
  /** When the same picture was sent on an earlier day; left out where none like it was. */
  photoSeenAt?: Date;
  /** Null where there was no cash, or nobody was named. */
  keeper: RecordedKeeper | null;
  /** Who was named as the keeper and had not got the cash, as somebody said; left out where nobody did. */
  notTaken?: NotTaken[];
  /** By how much the cash is above what the rules let its keeper keep, all of it where nobody was named, and their clause; null where it is not. */
  above: { amount: Satang; clause: string } | null;
  differences: DayCount["differences"];
  /** In which office each other person stood whom the record names; left out where it names nobody else. */
  offices?: Pick<Keeper, "memberId" | "position">[];
  /** What was in each box, where several officers took money; left out where one did. */
  boxes?: CountedBox[];
  /** The day on paper on which the cash was counted and sealed; left out where it was counted at the closing. */
  sheetOn?: LocalDate;
  /** What was said before and set aside; left out where nothing was. */
  earlier?: EarlierCount[];
  /** Who of the two had looked at what the books say before she counted; left out where nobody had. */
  looked?: LookBefore[];
}

/** Who kept the cash, and whose word stood for it; left out of days before that was asked. */
export interface RecordedKeeper extends Keeper {
  word?: KeeperWord;
  /** She had no LINE of her own by which she could have said so. */
  noLine?: true;
}

/** A counter's last look at what the books say of a day that was not counted yet. */
export interface LookBefore {
  memberId: MemberId;
  at: Date;
}

/** What somebody who records nothing counted at the door. */
export interface DoorTally {
  memberId: MemberId;
  /** `<committee>.<position>`. */
  position: string;
  passbooks: number;
  at: Date;
}

/** What stands on a closed working day for ever. */
export interface ClosingRecord {
  /** To be written into the audit book. */
  code: string;
  /** Null where the day was closed without counting the cash. */
  counted: CountedDay | null;
  /** What was counted and is not what the books say, where the day was closed without that count; left out where nothing was. */
  setAside?: EarlierCount[];
  tallies: DoorTally[];
  /** What its differences came to when it was closed, in satang, by account: what is still to be solved. */
  unsolved: { code: string; amount: Satang }[];
  /** What two officers settled of differences since the closing before; left out where nothing was. */
  settled?: SettledDifference[];
  published: Published;
  /** The passbooks that differed from paper; left out where the group kept none beside us. */
  paper?: PaperDifference[];
}
