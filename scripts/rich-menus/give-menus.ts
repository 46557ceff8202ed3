import { getActor } from "../../src/app/people/actor";
import { menuFor } from "../../src/bot/menu";
import type { LineClient } from "../../src/line/client";
import { findPerson } from "../../src/storage/persons";
import { inTransaction } from "../../src/storage/tx";
import { giveMenu } from "../../src/worker/menus";

/** Gives phones the menu of who their persons are, in this order; whom Sajja has not met, or has linked to nothing, gets none. */
export async function giveMenus(line: LineClient, lineUserIds: readonly string[]): Promise<void> {
  for (const lineUserId of lineUserIds) {
    const menu = await inTransaction(async (tx) => {
      const person = await findPerson(tx, lineUserId);
      return person && menuFor(tx, await getActor(tx, person));
    });
    if (menu) await giveMenu(line, menu);
  }
}
