import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { getLoanRequest } from "../../../storage/loan-requests";
import { getSitting } from "../../../storage/sittings";
import type { Tx } from "../../../storage/tx";
import { authorize, type Actor } from "../../people/actor";
import { scheduleOfRequest, type RequestSchedule } from "../decisions/vote-schedule";

/** The rows of one request on a meeting's table, for who enters it. Throws `role.missing`, `sitting.no-row`. */
export async function scheduleOfRow(
  tx: Tx,
  actor: Actor,
  { sittingId, requestNo, group, now }: { sittingId: string; requestNo: string; group: Group; now: Date },
): Promise<RequestSchedule> {
  authorize(actor, group.id, "hold-sitting", now, group.name.th);
  const { rows, groupId } = await getSitting(tx, sittingId);
  const row = rows.find((one) => one.requestNo === requestNo);
  if (!row || groupId !== group.id) throw new DomainError("sitting.no-row", { requestNo });
  return scheduleOfRequest(tx, group, await getLoanRequest(tx, row.requestId));
}
