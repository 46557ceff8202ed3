import { daysBetween } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { askedNow } from "../../../domain/loans/arrears";
import type { LoanReminderView } from "../../../domain/loans/arrears-view";
import type { LoanStanding } from "../../../domain/loans/standing";
import type { Notice } from "../../../domain/notice";
import type { NoticeKind } from "../../../domain/notices";
import { memberName } from "../../../domain/people";
import { findGivenReminders, insertReminders } from "../../../storage/loan-reminders";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { tell, toBorrower } from "../requests/readers";

const kinds: Readonly<Record<LoanReminderView["when"], NoticeKind>> = {
  coming: "loan.coming",
  tomorrow: "loan.tomorrow",
  late: "loan.late",
};

/** What a borrower is to be reminded of on a day: of an instalment three days and one day before it, and once after one that was missed. */
export function reminderOf(
  standing: LoanStanding,
): Pick<LoanReminderView, "when" | "dueOn" | "amount" | "missed"> | null {
  const { next, on, missed, overdueSince, closed } = standing;
  if (closed) return null;
  if (missed > 0 && overdueSince !== null) {
    const last = standing.instalments.filter(({ state }) => state === "overdue").at(-1)?.dueOn ?? overdueSince;
    return { when: "late", dueOn: last, amount: askedNow(standing), missed };
  }
  if (!next) return null;
  const days = daysBetween(on, next.dueOn);
  if (days === 1) return { when: "tomorrow", dueOn: next.dueOn, amount: next.total, missed: 0 };
  return days > 1 && days <= 3 ? { when: "coming", dueOn: next.dueOn, amount: next.total, missed: 0 } : null;
}

/** Reminds the borrowers of a group, each once of an instalment before it, a day before it, and after it; running it again finds nothing more to say. */
export async function remindBorrowers(
  tx: Tx,
  { group, standings, now }: { group: Group; standings: readonly LoanStanding[]; now: Date },
): Promise<Notice[]> {
  const wanted = standings.flatMap((standing) => {
    const reminder = reminderOf(standing);
    if (!reminder || reminder.amount <= 0) return [];
    const { contract } = standing;
    return [{ id: `${contract.id}/${reminder.dueOn}/${reminder.when}`, contract, reminder }];
  });
  const given = await findGivenReminders(
    tx,
    wanted.map(({ id }) => id),
  );
  const fresh = wanted.filter(({ id }) => !given.has(id));
  await insertReminders(
    tx,
    fresh.map(({ id }) => id),
    now,
  );
  const members = await findMembers(tx, [...new Set(fresh.map(({ contract }) => contract.memberId))]);
  return fresh.flatMap(({ contract, reminder }): Notice[] => {
    const member = members.find(({ id }) => id === contract.memberId);
    if (!member) return [];
    const { contractNo, id: contractId } = contract;
    const view: LoanReminderView = { group, member: memberName(member), contractNo, contractId, ...reminder };
    const grace = { name: "loan.grace.wish", payload: { contractId } };
    return tell(toBorrower(member), kinds[reminder.when], view, { grace });
  });
}
