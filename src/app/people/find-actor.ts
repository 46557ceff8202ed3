import { findPerson } from "../../storage/persons";
import type { Tx } from "../../storage/tx";
import { getActor, type Actor } from "./actor";

/** Who acts behind a LINE id, or null for somebody whom we never met in her own chat. */
export async function findActor(tx: Tx, lineUserId: string): Promise<Actor | null> {
  const person = await findPerson(tx, lineUserId);
  return person && getActor(tx, person);
}
