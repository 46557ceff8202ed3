import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { findAction, newActionId, storeActions } from "../../storage/actions";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";

/** What a page wants to do, and to what. */
export interface Deed {
  name: string;
  /** Id of what it is done to. */
  subject: string;
}

/** An id that a page holds may wait so long, in milliseconds: a working day without signal. */
const lifeMs = 24 * 3_600_000;

/**
 * Makes the ids of so many deeds of this person, each a row of `actions`, as a button's: a page without signal has them ahead. What is done
 * under one is done once.
 */
export async function mintOperations(
  tx: Tx,
  actor: Actor,
  { name, subject, count }: Deed & { count: number },
  now: Date,
): Promise<ActionId[]> {
  const row = { version: 1, state: "open", voidBecause: null, result: null, groupId: null, dayId: null } as const;
  // No subject of the row: a newer id of a page does not make an older one void, which may wait for a signal on another phone.
  const made = { ...row, name, personId: actor.personId, payload: { subject }, subject: null, createdAt: now };
  const ids = Array.from({ length: count }, newActionId);
  await storeActions(tx, { made: ids.map((_id) => ({ ...made, _id, doneAt: null })), ended: [] });
  return ids;
}

/**
 * Does a deed under its id, once: asked again, it gives the first result. Throws `page.outdated` where the id was made for another
 * person, deed or subject, is too old, or was never made.
 */
export async function runOperation(
  tx: Tx,
  actor: Actor,
  operation: Deed & { id: ActionId; now: Date },
  deed: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { id, name, subject, now } = operation;
  const action = await findAction(tx, id);
  const isItsOwn = action?.personId === actor.personId && action.name === name && action.payload["subject"] === subject;
  if (!action || !isItsOwn) throw new DomainError("page.outdated", {});
  if (action.state === "done") return action.result ?? {};
  if (action.state !== "open" || now.getTime() - action.createdAt.getTime() > lifeMs)
    throw new DomainError("page.outdated", {});
  const result = await deed();
  await storeActions(tx, { made: [], ended: [{ id, state: "done", result, at: now }] });
  return result;
}
