import type { LocalDate } from "../../domain/dates";
import { memberName, type MemberName } from "../../domain/people";
import type { Tx } from "../../storage/tx";
import { findOpenWorkingDays } from "../days/next-day";
import type { Passbook } from "../people/actor";
import type { ReceiptAgain } from "../savings/statements";

/**
 * Those of a phone's passbooks in which nothing was recorded so far, where their group's working day is open today; and the ids of the open days
 * of which receipts are shown.
 */
export async function getUnrecorded(
  tx: Tx,
  passbooks: readonly Passbook[],
  receipts: readonly ReceiptAgain[],
  today: LocalDate,
): Promise<{ missing: MemberName[]; dayIds: string[] }> {
  const groups = [...new Map(passbooks.map(({ group }) => [group.id, group])).values()];
  const days = await findOpenWorkingDays(tx, groups);
  const valid = receipts.filter(({ reversed }) => !reversed);
  const missing = passbooks.filter(
    ({ member, group }) =>
      member.status === "active" &&
      days.get(group.id)?.on === today &&
      !valid.some((one) => one.group.id === group.id && one.member.memberNo === member.memberNo),
  );
  const shown = groups.filter(({ id }) => valid.some(({ group }) => group.id === id));
  return {
    missing: missing.map(({ member }) => memberName(member)),
    dayIds: shown.flatMap(({ id }) => days.get(id)?.id ?? []),
  };
}
