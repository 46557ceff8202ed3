import type { PersonId } from "../domain/ids";
import { OutboxModel, type OutboxRow } from "./outbox";
import type { Tx } from "./tx";

/** Who was shown receipts of a day by an answer that LINE took. */
export async function findShownReceipts(tx: Tx, dayId: string): Promise<Set<PersonId>> {
  const rows = await OutboxModel.find({ shows: dayId, state: "sent" }, { personId: 1 })
    .session(tx.session)
    .lean<Pick<OutboxRow, "personId">[]>();
  return new Set(rows.flatMap(({ personId }) => (personId === null ? [] : (personId as PersonId))));
}
