import { defineModel, driverOf } from "./model";
import type { Tx } from "./tx";

/** A reminder that a borrower was given; never given twice. */
interface LoanReminderRow {
  /** `<contract>/<due day>/<which>`. */
  _id: string;
  at: Date;
}

export const LoanReminderModel = defineModel<LoanReminderRow>({
  collection: "loan_reminders",
  fields: { at: { type: Date, required: true } },
  indexes: [[{ at: 1 }]],
});

/** Which of these reminders were given already. */
export async function findGivenReminders(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await LoanReminderModel.find({ _id: { $in: ids } })
    .session(tx.session)
    .lean<LoanReminderRow[]>();
  return new Set(rows.map(({ _id }) => _id));
}

/** Notes reminders as given with this transaction. */
export async function insertReminders(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await driverOf(LoanReminderModel).insertMany(
    ids.map((_id) => ({ _id, at })),
    { session: tx.session },
  );
}
