import { localDateOf } from "../../../domain/dates";
import type { GroupId } from "../../../domain/ids";
import type { Notice } from "../../../domain/notice";
import { getGroup } from "../../../storage/groups";
import { findContractsOfGroup } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";
import { standingsOf } from "../standings";
import { remindBorrowers } from "./remind-borrowers";
import { tellCommittee, tellLateGuarantors } from "./tell-of-arrears";

/** What borrowers, guarantors and the loan committee of a group hear of its loans on a day; running it again finds nothing more to say. */
export async function careForLoans(tx: Tx, groupId: GroupId, now: Date): Promise<Notice[]> {
  const group = await getGroup(tx, groupId);
  const standings = await standingsOf(tx, group, await findContractsOfGroup(tx, groupId), localDateOf(now));
  const day = { group, standings, now };
  return [
    ...(await remindBorrowers(tx, day)),
    ...(await tellLateGuarantors(tx, day)),
    ...(await tellCommittee(tx, day)),
  ];
}
