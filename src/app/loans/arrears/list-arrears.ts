import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { arrearsOf } from "../../../domain/loans/arrears";
import { missingPower } from "../../../domain/groups/offices";
import type { ArrearsView } from "../../../domain/loans/arrears-view";
import { memberName } from "../../../domain/people";
import { findContractsOfGroup } from "../../../storage/loan-contracts";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { groupsOfRegister } from "../../approvals/read-register";
import type { Actor } from "../../people/actor";
import { standingsOf } from "../standings";

/** The groups whose arrears a person may read: the executive and loan committees, and the auditors. Throws `role.missing`. */
export const groupsOfArrears = groupsOfRegister;

/** Who is behind with a loan of a group, counted once the working day of the month has closed. Throws `role.missing`. */
export async function listArrears(tx: Tx, actor: Actor, group: Group, now: Date): Promise<ArrearsView> {
  if (!groupsOfArrears(actor).some(({ id }) => id === group.id)) throw missingPower("read-books", group.name.th);
  const contracts = await findContractsOfGroup(tx, group.id);
  const { late, ...arrears } = arrearsOf(await standingsOf(tx, group, contracts, localDateOf(now)));
  const members = await findMembers(
    tx,
    late.map(({ standing }) => standing.contract.memberId),
  );
  const withoutTerms = contracts.filter(({ terms }) => terms === undefined).length;
  return {
    group,
    on: localDateOf(now),
    ...arrears,
    withoutTerms,
    late: late.flatMap(({ standing, days, due }) => {
      const member = members.find(({ id }) => id === standing.contract.memberId);
      if (!member) return [];
      const { missed, outstanding, contract } = standing;
      return [{ member: memberName(member), contractNo: contract.contractNo, missed, days, due, outstanding }];
    }),
  };
}
