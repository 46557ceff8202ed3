import { createHash, randomInt } from "node:crypto";
import type { GroupId, MemberId, PersonId } from "../domain/ids";
import { defineModel, Mixed } from "./model";
import type { Tx } from "./tx";

/** `member`: links a passbook; `chat`: binds a group chat. */
export type LinkCodePurpose = "member" | "chat";
/** `asked`: waits for a second officer; `open`: can be sent in; `used`, `burned` (seen in a group chat) and `void` are ends. */
export type LinkCodeState = "asked" | "open" | "used" | "burned" | "void";

/** A one-time code. Only its hash is kept. */
export interface LinkCode {
  _id: string;
  purpose: LinkCodePurpose;
  state: LinkCodeState;
  groupId: GroupId;
  memberId: MemberId | null;
  madeBy: MemberId | null;
  secondedBy: string | null;
  /** From setup's `link-code`: a first link whose rights begin at once. */
  byOperator: boolean;
  createdAt: Date;
  expiresAt: Date;
  /** The working day with whose closing it ends before that. */
  dayId: string | null;
  /** Whose LINE used it, and when. */
  used?: { by: PersonId; at: Date };
  /** When its maker was told that a second phone sent it; once is enough. */
  warnedAt?: Date;
}

export const LinkCodeModel = defineModel<LinkCode>({
  collection: "link_codes",
  fields: {
    purpose: { type: String, required: true },
    state: { type: String, required: true },
    groupId: { type: String, required: true },
    memberId: { type: String },
    madeBy: { type: String },
    secondedBy: { type: String },
    byOperator: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    dayId: { type: String },
    used: { type: Mixed },
    warnedAt: { type: Date },
  },
  indexes: [[{ memberId: 1, state: 1 }], [{ dayId: 1, state: 1 }], [{ createdAt: 1 }]],
});

const idOf = (code: string): string => createHash("sha256").update(`sajja-link-code-1\n${code}`).digest("hex");

/** Eight random digits. */
export function newCodeDigits(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, "0");
}

/** Stores a code, makes the member's older codes void, and gives its id. */
export async function insertLinkCode(tx: Tx, digits: string, code: Omit<LinkCode, "_id">): Promise<string> {
  if (code.memberId) {
    await LinkCodeModel.updateMany(
      { memberId: code.memberId, state: { $in: ["asked", "open"] } },
      { $set: { state: "void" } },
      { session: tx.session },
    );
  }
  const _id = idOf(digits);
  await LinkCodeModel.create([{ _id, ...code }], { session: tx.session });
  return _id;
}

/** The code with these digits, or null. */
export async function findLinkCode(tx: Tx, digits: string): Promise<LinkCode | null> {
  return LinkCodeModel.findById(idOf(digits)).session(tx.session).lean<LinkCode>();
}

/** The code with this id, or null. */
export async function findLinkCodeById(tx: Tx, id: string): Promise<LinkCode | null> {
  return LinkCodeModel.findById(id).session(tx.session).lean<LinkCode>();
}

/**
 * Moves a code from one state to the next, with the second officer's member id where one confirmed it, and with whose LINE used it;
 * throws when it was not in it.
 */
export async function moveLinkCode(
  tx: Tx,
  code: LinkCode,
  state: LinkCodeState,
  known: { secondedBy?: string; used?: NonNullable<LinkCode["used"]> } = {},
): Promise<void> {
  const change = { $set: { state, ...known } };
  const { matchedCount } = await LinkCodeModel.updateOne({ _id: code._id, state: code.state }, change, {
    session: tx.session,
  });
  if (matchedCount !== 1) throw new Error("the code moved under its transaction");
}

/** Keeps when the maker of a code was told that a second phone sent it. */
export async function setWarned(tx: Tx, code: LinkCode, warnedAt: Date): Promise<void> {
  await LinkCodeModel.updateOne({ _id: code._id }, { $set: { warnedAt } }, { session: tx.session });
}

/** Ends the codes that lived until this day closes. */
export async function voidCodesOfDay(tx: Tx, dayId: string): Promise<void> {
  await LinkCodeModel.updateMany(
    { dayId, state: { $in: ["asked", "open"] } },
    { $set: { state: "void" } },
    { session: tx.session },
  );
}

/** Makes every code void that could still link somebody. Gives how many. */
export async function voidAllCodes(): Promise<number> {
  const { modifiedCount } = await LinkCodeModel.updateMany(
    { state: { $in: ["asked", "open"] } },
    { $set: { state: "void" } },
  );
  return modifiedCount;
}

/** Deletes codes made before the instant. */
export async function purgeLinkCodes(before: Date): Promise<void> {
  await LinkCodeModel.deleteMany({ createdAt: { $lt: before } });
}
