import {
  differenceKinds,
  differenceThings,
  openDifferenceOf,
  type DifferenceThing,
  type OpenDifference,
} from "../../domain/differences/difference";
import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { Satang } from "../../domain/money";
import { findEntriesBetween } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import { authorize, holdsPower, type Actor } from "../people/actor";

/** A difference that no two officers settled yet. */
export interface DifferenceItem {
  what: DifferenceThing;
  /** Satang: below zero where money is short. */
  amount: Satang;
  /** The day of the first count that found something of it; null where only a settlement taken back did. */
  since: LocalDate | null;
}

/** What is open of a group's differences. */
export interface DifferenceList {
  group: Group;
  items: DifferenceItem[];
}

/** The open difference of a thing, with who kept the boxes in which it was found. */
export async function findOpenDifference(tx: Tx, group: Group, what: DifferenceThing): Promise<OpenDifference> {
  const entries = await findEntriesBetween(tx, group.id, { after: 0, until: null, kinds: differenceKinds });
  return openDifferenceOf(entries, what);
}

/** Every difference of a group that is not settled, for who reads the books or pays out. Throws `role.missing`. */
export async function listDifferences(tx: Tx, actor: Actor, group: Group, now: Date): Promise<DifferenceList> {
  const power = holdsPower(actor, group.id, "read-books") ? "read-books" : "pay-out";
  authorize(actor, group.id, power, now, group.name.th);
  const entries = await findEntriesBetween(tx, group.id, { after: 0, until: null, kinds: differenceKinds });
  const items = differenceThings.flatMap((what): DifferenceItem[] => {
    const { amount, counts } = openDifferenceOf(entries, what);
    return amount === 0 ? [] : [{ what, amount, since: counts[0]?.effectiveOn ?? null }];
  });
  return { group, items };
}
