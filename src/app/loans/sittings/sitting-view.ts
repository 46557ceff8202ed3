import type { Group } from "../../../domain/groups/group";
import { enterers, grantedBy, unconfirmedRows, type RowMark, type Sitting } from "../../../domain/loans/sitting";
import type { SittingView } from "../../../domain/loans/sitting-view";
import type { Satang } from "../../../domain/money";
import { memberName, officerName } from "../../../domain/people";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { listDigest } from "./list-digest";
import { marksOf, requestsOn } from "./stale-rows";

/** A sitting with names. */
export async function sittingView(tx: Tx, group: Group, sitting: Sitting, free: Satang | null): Promise<SittingView> {
  const { rows, confirmations } = sitting;
  const ids = [
    ...rows.map(({ memberId }) => memberId),
    ...confirmations.map(({ memberId }) => memberId),
    ...enterers(sitting),
  ];
  const members = await findMembers(tx, [...new Set(ids)]);
  const isLive = sitting.state === "open" || sitting.state === "to-confirm";
  const marks = isLive ? marksOf(sitting, await requestsOn(tx, sitting)) : new Map<string, RowMark>();
  return {
    sittingId: sitting.id,
    group,
    state: sitting.state,
    rows: rows.map((row) => {
      const member = members.find(({ id }) => id === row.memberId);
      if (!member) throw new Error("a request has its borrower");
      return { ...row, member: memberName(member), mark: marks.get(row.requestId) ?? null };
    }),
    list: listDigest(sitting),
    free,
    granted: grantedBy(sitting),
    enteredBy: enterers(sitting).flatMap((id) => {
      const by = rows.find(({ enteredBy }) => enteredBy?.memberId === id)?.enteredBy;
      return by ? (officerName(by, members) ?? []) : [];
    }),
    confirmedBy: confirmations.flatMap(({ by }) => officerName(by, members) ?? []),
    unconfirmed: unconfirmedRows(sitting).length,
    resolutionNo: sitting.resolutionNo,
  };
}
