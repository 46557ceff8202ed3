import type { GroupId, MemberId, PersonId } from "../domain/ids";
import type { PracticeSeat } from "../domain/practice/practice";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/**
 * What a person stopped: nothing; news and reminders; or all, so that nothing is pushed to her. What protects her money and account is
 * pushed all the same after `news`, and rides on her own answers after `all`.
 */
export type Stopped = "none" | "news" | "all";

/** A LINE identity. No name is kept here: names belong to the register. */
export interface Person {
  _id: PersonId;
  lineUserId: string;
  language: "th" | "en";
  consent: { version: number; at: Date } | null;
  stopped: Stopped;
  /** Whether a push can reach her. Taken for granted of who writes: LINE lets pushes through to her for a week, friend or not. */
  friend: boolean;
  /** LINE itself told that she is a friend of the account: only then does a multicast reach her. */
  friendTold?: boolean;
  /** She asked to be reminded of each working day; left out: she did not. */
  reminded?: boolean;
  wrongTries: number;
  lockedAt: Date | null;
  /** The group whose passbook this phone opened last and opens no more: its officers can help; null where there is none. */
  lastGroupId: GroupId | null;
  /** The passbook that another phone took over from this one; left out or null: none. */
  lostMemberId?: MemberId | null;
  createdAt: Date;
  /** The rich menu that her phone was given last, and who she was then (null: to be found out anew); null: none yet. */
  menu: { alias: string | null; basis: string | null } | null;
  /** The practice in which she is, or was when it ended and she has not heard so yet; left out or null: none. */
  practice?: PracticeSeat | null;
}

export const PersonModel = defineModel<Person>({
  collection: "persons",
  fields: {
    lineUserId: { type: String, required: true },
    language: { type: String, required: true },
    consent: { type: Mixed },
    stopped: { type: String, required: true },
    friend: { type: Boolean, required: true },
    friendTold: { type: Boolean },
    reminded: { type: Boolean },
    wrongTries: { type: Number, required: true },
    lockedAt: { type: Date },
    lastGroupId: { type: String },
    lostMemberId: { type: String },
    createdAt: { type: Date, required: true },
    menu: { type: Mixed },
    practice: { type: Mixed },
  },
  indexes: [[{ lineUserId: 1 }, { unique: true }], [{ lockedAt: 1 }]],
});

/** The person behind a LINE id, or null when we never met. */
export async function findPerson(tx: Tx, lineUserId: string): Promise<Person | null> {
  return PersonModel.findOne({ lineUserId }).session(tx.session).lean<Person>();
}

/** The persons behind LINE ids, as far as we met. */
export async function findPersonsOfLine(tx: Tx, lineUserIds: readonly string[]): Promise<Person[]> {
  return PersonModel.find({ lineUserId: { $in: [...lineUserIds] } })
    .session(tx.session)
    .lean<Person[]>();
}

/** Persons by id. */
export async function findPersons(tx: Tx, ids: readonly PersonId[]): Promise<Person[]> {
  return ids.length === 0
    ? []
    : PersonModel.find({ _id: { $in: ids } })
        .session(tx.session)
        .lean<Person[]>();
}

/** The person behind a LINE id, where we met, and another one. */
export async function findPersonAnd(tx: Tx, lineUserId: string, other: PersonId): Promise<Person[]> {
  return PersonModel.find({ $or: [{ lineUserId }, { _id: other }] })
    .session(tx.session)
    .lean<Person[]>();
}

/** Persons that are locked. */
export async function findLockedPersons(tx: Tx): Promise<Person[]> {
  return PersonModel.find({ lockedAt: { $ne: null } })
    .session(tx.session)
    .lean<Person[]>();
}

/** Stores a new person. */
export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await driverOf(PersonModel).insertOne(person, { session: tx.session });
}

/** Changes facts of a person. */
export async function updatePerson(
  tx: Tx,
  id: PersonId,
  change: Partial<Omit<Person, "_id" | "lineUserId">>,
): Promise<void> {
  await PersonModel.updateOne({ _id: id }, { $set: change }, { session: tx.session });
}

/** Keeps which rich menu a phone was given. */
export async function setMenu(id: PersonId, menu: NonNullable<Person["menu"]>): Promise<void> {
  await PersonModel.updateOne({ _id: id }, { $set: { menu } });
}

const forgotten = { $set: { "menu.basis": null } };

/**
 * Forgets for whom each phone's menu was chosen, so that everybody gets the right one of now with her next message. That a phone shows one
 * stays known: whoever is linked to nothing by then loses it.
 */
export async function forgetMenus(): Promise<void> {
  await PersonModel.updateMany({ menu: { $ne: null } }, forgotten);
}

/** The same for these persons alone: what they are changed without a word of theirs. */
export async function forgetMenusOf(tx: Tx, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  await PersonModel.updateMany({ _id: { $in: ids }, menu: { $ne: null } }, forgotten, { session: tx.session });
}
