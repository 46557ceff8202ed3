import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { arrearsOf, guarantorsToldBy, noticeListedDays } from "../../../domain/loans/arrears";
import type { ArrearsView } from "../../../domain/loans/arrears-view";
import { guarantorIdsOf } from "../../../domain/loans/contract";
import { memberName } from "../../../domain/people";
import { findContractsOfGroup } from "../../../storage/loan-contracts";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { requireReader } from "../../approvals/read-register";
import type { Actor } from "../../people/actor";
import { openAmong } from "../open-contracts";
import { standingsOf } from "../standings";

/** Who is behind with a loan of a group, for those who read its register, counted once the working day of the month has closed. Throws `role.missing`. */
export async function listArrears(tx: Tx, actor: Actor, group: Group, now: Date): Promise<ArrearsView> {
  requireReader(actor, group);
  const contracts = await findContractsOfGroup(tx, group.id);
  const { late, ...arrears } = arrearsOf(await standingsOf(tx, group, contracts, localDateOf(now)));
  const ids = late.flatMap(({ standing: { contract } }) => [contract.memberId, ...guarantorIdsOf(contract)]);
  const members = await findMembers(tx, [...new Set(ids)]);
  const onPaper = await openAmong(
    tx,
    contracts.filter(({ terms }) => terms === undefined),
  );
  return {
    group,
    on: localDateOf(now),
    ...arrears,
    withoutTerms: onPaper.length,
    late: late.flatMap((one) => {
      const { standing, days, due } = one;
      const member = members.find(({ id }) => id === standing.contract.memberId);
      if (!member) return [];
      const { missed, outstanding, contract } = standing;
      const guarantors = members.filter(({ id }) => guarantorIdsOf(contract).includes(id)).map(memberName);
      const tellBy = days >= noticeListedDays && guarantors.length > 0 ? guarantorsToldBy(one) : null;
      const { contractNo } = contract;
      return [{ member: memberName(member), contractNo, missed, days, due, outstanding, guarantors, tellBy }];
    }),
  };
}
