import { agreedOn } from "../../domain/closing/blind-count";
import type { ClosingRecord, CountedDay, RecordedKeeper } from "../../domain/closing/closing-record";
import { stageOf, withoutVoid, type BookedDay, type DayCount, type EarlierCount } from "../../domain/closing/day-count";
import { aboveLimit, wordOf, type NamedKeeper } from "../../domain/closing/keepers";
import type { Group } from "../../domain/groups/group";
import { settledAmong, type SettledDifference } from "../../domain/differences/difference";
import type { GroupId, MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { closingCode } from "../../domain/ledger/closing-code";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import { zero } from "../../domain/money";
import { clauseOf } from "../../domain/rules/rule-book";
import { balancesByCode } from "../../storage/accounts";
import { findDayCount } from "../../storage/day-counts";
import { findLastWorkingDay } from "../../storage/days";
import { findEntriesBetween } from "../../storage/journal";
import { findTallies } from "../../storage/door-tallies";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { officerActorOf } from "../people/officers";
import { differencesAtClosing } from "../parallel-run/paper-differences";
import { rulesInForce } from "../rules/rules-in-force";
import { looksBeforeCount } from "./blind";
import { bookedDay } from "./open-count";
import { publishedOn } from "./published";
import { countersOf } from "./settle-difference";

/** What two people counted of an open day, where that is done and still holds; null where it is not. `bankUnread`: also where they counted the cash and nobody reads the bank passbook any more. */
export async function findCountedDay(
  tx: Tx,
  group: Group,
  day: OpenDay,
  { bankUnread = false } = {},
): Promise<CountedDay | null> {
  const stored = await findDayCount(tx, day.id);
  if (!stored) return null;
  const booked = await bookedDay(tx, group, day);
  const { count: standing, moved } = withoutVoid(stored, booked);
  const count = bankUnread && waitsForBank(standing, booked) ? withoutReading(standing) : standing;
  // Nobody need be named, nor have taken it, for the count to be one: the report says so.
  if (moved.length > 0 || !["ready", "keeper", "taking"].includes(stageOf(count, booked).kind)) return null;
  const cash = agreedOn(count.cash) ?? zero;
  const above = count.keeper ? aboveLimit(count.keeper, cash) : cash;
  const looked = await looksBeforeCount(tx, day.id, [count.first, count.second]);
  const offices = await officesOfOthers(tx, group, count);
  return {
    by: await countersOf(tx, group, count),
    cash,
    ...bankOf(count, booked),
    photoId: count.photoId,
    ...(count.photoSeenAt ? { photoSeenAt: count.photoSeenAt } : {}),
    keeper: count.keeper && recordedKeeper(count.keeper, count.first),
    ...(count.notTaken?.length ? { notTaken: count.notTaken } : {}),
    above: above > 0 ? { amount: above, clause: await overnightClause(tx, group, day) } : null,
    differences: count.differences,
    ...(offices.length > 0 ? { offices } : {}),
    ...(count.boxes?.length ? { boxes: count.boxes } : {}),
    ...(count.sheetOn ? { sheetOn: count.sheetOn } : {}),
    ...(count.earlier?.length ? { earlier: count.earlier } : {}),
    ...(looked.length > 0 ? { looked } : {}),
  };
}

function waitsForBank(count: DayCount, booked: BookedDay): boolean {
  const stage = stageOf(count, booked);
  return stage.kind === "count" && stage.what === "bank";
}

/** The count of a day that closes before the bank passbook was read: nobody said that it was not at hand. */
function withoutReading({ absentBy: _absentBy, ...count }: DayCount): DayCount {
  return { ...count, bankAbsent: true };
}

/** The offices in which those stand now whose boxes were counted, or who were named and had not got the cash: later they may hold others. */
async function officesOfOthers(tx: Tx, group: Group, count: DayCount): Promise<NonNullable<CountedDay["offices"]>> {
  const owners = (count.boxes ?? []).flatMap(({ of }) => of ?? []);
  const named = (count.notTaken ?? []).flatMap(({ keeper, by }) => [keeper, by]);
  const ids = [...new Set([...owners, ...named])];
  const members = ids.length > 0 ? await findMembers(tx, ids) : [];
  return members.map((member) => ({ memberId: member.id, position: officerActorOf(group, member).position }));
}

function recordedKeeper({ hasLine, words, ...keeper }: NamedKeeper, first: MemberId): RecordedKeeper {
  const word = wordOf({ ...keeper, words }, first);
  return { ...keeper, word, ...(hasLine || keeper.memberId === first ? {} : { noLine: true }) };
}

type BankFacts = Pick<CountedDay, "bank" | "bankSkipped" | "absentBy" | "absentToo">;

function bankOf(count: DayCount, booked: BookedDay): BankFacts {
  if (booked.bank === null) return { bank: null, bankSkipped: "unused" };
  if (!count.bankAbsent) return { bank: agreedOn(count.bank), bankSkipped: null };
  const { absentBy, absentToo } = count;
  return { bank: null, bankSkipped: "absent", ...(absentBy ? { absentBy } : {}), ...(absentToo ? { absentToo } : {}) };
}

async function overnightClause(tx: Tx, group: Group, { on }: OpenDay): Promise<string> {
  return clauseOf(await rulesInForce(tx, group, on), "cash-overnight").no;
}

/** What stands on a day for ever that has just been closed behind this head. */
export async function closingRecordOf(
  tx: Tx,
  group: Group,
  {
    day,
    counted,
    setAside,
    head,
  }: {
    day: OpenDay;
    counted: CountedDay | null;
    setAside: EarlierCount[];
    head: Pick<LedgerHead, "hash">;
  },
): Promise<ClosingRecord> {
  const differences = await balancesByCode(tx, group.id, [
    account.cashDifference,
    account.bankDifference,
    account.openingDifference,
  ]);
  const paper = await differencesAtClosing(tx, group);
  const settled = await settledSince(tx, group.id, day);
  return {
    ...(paper ? { paper } : {}),
    code: closingCode(head),
    counted,
    ...(setAside.length > 0 ? { setAside } : {}),
    tallies: await findTallies(tx, day.id),
    ...(settled.length > 0 ? { settled } : {}),
    unsolved: [...differences].filter(([, amount]) => amount !== 0).map(([code, amount]) => ({ code, amount })),
    published: await publishedOn(tx, group, day.on),
  };
}

/** What was settled since the working day before this one closed: money that is written off a minute after a closing is told at the next. */
async function settledSince(tx: Tx, groupId: GroupId, { openedAt }: OpenDay): Promise<SettledDifference[]> {
  const before = await findLastWorkingDay(tx, groupId, openedAt);
  const range = { after: before?.closingHead?.seq ?? 0, until: null };
  return settledAmong(await findEntriesBetween(tx, groupId, { ...range, kinds: ["difference.settled", "reversal"] }));
}
