import type { CountedBox } from "../../domain/closing/boxes";
import type { ClosingRecord, CountedDay, RecordedKeeper } from "../../domain/closing/closing-record";
import type { BoxView, ClosingView, CountedView } from "../../domain/closing/closing-view";
import type { MemberId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Group } from "../../domain/groups/group";
import { officerName, type OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { formerOfficerName } from "../people/officers";

/** The record of a closing with the names of who counted, kept and tallied. */
export async function closingView(
  tx: Tx,
  group: Group,
  { code, counted, setAside = [], settled = [], tallies, unsolved }: ClosingRecord,
): Promise<ClosingView> {
  const members = await findMembers(tx, [...new Set([...idsIn(counted), ...tallies.map(({ memberId }) => memberId)])]);
  return {
    code,
    counted: counted && withNames(counted, { group, members }),
    setAside,
    settled,
    tallies: tallies.map(({ passbooks, ...by }) => ({ officer: named(by, members), passbooks })),
    unsolved,
  };
}

/** What was counted with the names of who counted and keeps. */
export async function countedView(tx: Tx, group: Group, counted: CountedDay): Promise<CountedView> {
  return withNames(counted, { group, members: await findMembers(tx, idsIn(counted)) });
}

function idsIn(counted: CountedDay | null): MemberId[] {
  if (!counted) return [];
  const keeper = counted.keeper ? [counted.keeper.memberId] : [];
  const boxes = (counted.boxes ?? []).flatMap(({ of }) => of ?? []);
  const notTaken = (counted.notTaken ?? []).flatMap((one) => [one.keeper, one.by]);
  return [...new Set([...counted.by.flatMap(({ memberId }) => memberId ?? []), ...keeper, ...boxes, ...notTaken])];
}

/** Boxes with the names of whose they are. */
export function boxViews(names: Named, boxes: readonly CountedBox[]): BoxView[] {
  return boxes.map(({ of, ...sums }) => ({ ...sums, of: of && officerOf(names, of) }));
}

interface Named {
  group: Group;
  members: readonly Member[];
  /** The offices that people held then; who is not among them stands in what she holds now. */
  held?: readonly Pick<EntryActor, "memberId" | "position">[];
}

function withNames(
  { boxes = [], absentBy, looked = [], notTaken = [], offices = [], ...counted }: CountedDay,
  { group, members }: Named,
): CountedView {
  const { by, keeper } = counted;
  const names = { group, members, held: [...by, ...offices] };
  return {
    ...counted,
    absentBy: absentBy ? officerOf(names, absentBy) : null,
    looked: looked.map(({ memberId, at }) => ({ officer: officerOf(names, memberId), at })),
    boxes: boxViews(names, boxes),
    by: by.map((actor) => named(actor, members)).filter((officer) => officer !== null),
    keeper: keeper && keptBy(keeper, members),
    notTaken: notTaken.map((one) => ({ keeper: officerOf(names, one.keeper), by: officerOf(names, one.by) })),
  };
}

function keptBy(keeper: RecordedKeeper, members: readonly Member[]): NonNullable<CountedView["keeper"]> {
  const { limit, word, noLine } = keeper;
  return { officer: named(keeper, members), limit, ...(word ? { word } : {}), ...(noLine ? { noLine } : {}) };
}

function officerOf({ group, members, held = [] }: Named, id: MemberId): OfficerName | null {
  const then = held.find(({ memberId }) => memberId === id);
  if (then) return named(then, members);
  const member = members.find((one) => one.id === id);
  return member ? formerOfficerName(group, member) : null;
}

function named(actor: Pick<EntryActor, "memberId" | "position">, members: readonly Member[]): OfficerName | null {
  return officerName({ personId: null, ...actor }, members);
}
