import type { Group } from "../../domain/groups/group";
import type { OpenDay } from "../../domain/ledger/head";
import { insertToldHeads } from "../../storage/told-heads";
import type { Tx } from "../../storage/tx";
import { officersToTell } from "../people/officers";

/** Keeps which head of the books the committee and the auditors are told at a closing, whoever of them closed it: ตรวจบัญชี compares with it. */
export async function keepToldHeads(
  tx: Tx,
  group: Group,
  { day, head, at }: { day: OpenDay; head: { seq: number; hash: string }; at: Date },
): Promise<void> {
  const { id: dayId, on } = day;
  await insertToldHeads(
    tx,
    officersToTell(group, null).map((memberId) => ({
      _id: `${memberId}/${dayId}`,
      groupId: group.id,
      memberId,
      dayId,
      on,
      seq: head.seq,
      hash: head.hash,
      at,
    })),
  );
}
