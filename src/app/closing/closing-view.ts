import type { ClosingRecord, CountedDay } from "../../domain/closing/closing-record";
import type { MemberId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import { officerName, type OfficerName } from "../../domain/people";
import type { Satang } from "../../domain/money";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** What two people counted, with their names. */
export interface CountedView extends Omit<CountedDay, "by" | "keeper"> {
  by: OfficerName[];
  keeper: { officer: OfficerName | null; limit: Satang } | null;
}

/** What a closing found, with names, as its cards show it. */
export interface ClosingView extends Pick<ClosingRecord, "code" | "unsolved"> {
  counted: CountedView | null;
  tallies: { officer: OfficerName | null; passbooks: number }[];
}

/** The record of a closing with the names of who counted, kept and tallied. */
export async function closingView(tx: Tx, { code, counted, tallies, unsolved }: ClosingRecord): Promise<ClosingView> {
  const members = await findMembers(tx, [...new Set([...idsIn(counted), ...tallies.map(({ memberId }) => memberId)])]);
  return {
    code,
    counted: counted && withNames(counted, members),
    tallies: tallies.map(({ passbooks, ...by }) => ({ officer: named(by, members), passbooks })),
    unsolved,
  };
}

/** What was counted with the names of who counted and keeps. */
export async function countedView(tx: Tx, counted: CountedDay): Promise<CountedView> {
  return withNames(counted, await findMembers(tx, idsIn(counted)));
}

function idsIn(counted: CountedDay | null): MemberId[] {
  if (!counted) return [];
  const keeper = counted.keeper ? [counted.keeper.memberId] : [];
  return [...new Set([...counted.by.flatMap(({ memberId }) => memberId ?? []), ...keeper])];
}

function withNames(counted: CountedDay, members: readonly Member[]): CountedView {
  const { by, keeper } = counted;
  return {
    ...counted,
    by: by.map((actor) => named(actor, members)).filter((officer) => officer !== null),
    keeper: keeper && { officer: named(keeper, members), limit: keeper.limit },
  };
}

function named(actor: Pick<EntryActor, "memberId" | "position">, members: readonly Member[]): OfficerName | null {
  return officerName({ personId: null, ...actor }, members);
}
