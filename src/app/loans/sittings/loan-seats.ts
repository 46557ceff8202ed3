import type { Seat } from "../../../domain/approvals/ballot";
import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { Member } from "../../../domain/members/member";
import type { Tx } from "../../../storage/tx";
import { seatsOfCommittees } from "../../approvals/committee-seats";
import { rulesInForce } from "../../rules/rules-in-force";

/** Everybody who decides on loans of whatever sum by the group's rules, with her seat. */
export async function loanSeats(tx: Tx, group: Group, now: Date): Promise<{ seat: Seat; member: Member }[]> {
  const { bands } = (await rulesInForce(tx, group, localDateOf(now))).values["loan-decisions"];
  return seatsOfCommittees(tx, group, [...new Set(bands.flatMap(({ committees }) => committees))]);
}
