import type { CommitteeResolution } from "../../domain/approvals/committee-resolution";
import { buddhistYearOf, localDateOf } from "../../domain/dates";
import type { GroupId } from "../../domain/ids";
import type { LedgerHead } from "../../domain/ledger/head";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { sum } from "../../domain/money";
import { insertResolution, lastResolutionNo } from "../../storage/resolutions";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";

/** The number of a group's next resolution, "8/2569". The head is locked, so that no two take the same. */
export async function nextResolutionNo(
  tx: Tx,
  groupId: GroupId,
  now: Date,
): Promise<Pick<CommitteeResolution, "resolutionNo" | "year" | "no">> {
  const year = buddhistYearOf(localDateOf(now));
  const no = (await lastResolutionNo(tx, groupId, year)) + 1;
  return { resolutionNo: `${no}/${year}`, year, no };
}

/** Keeps a resolution in the register and in the group's chain. The head is locked, and nothing was posted on it in this transaction. */
export async function recordResolution(
  tx: Tx,
  head: LedgerHead,
  { actor, ...made }: Omit<CommitteeResolution, "id" | "groupId"> & { actor: EntryActor },
): Promise<CommitteeResolution> {
  const { groupId } = head;
  const resolution: CommitteeResolution = { id: `${groupId}/${made.resolutionNo}`, groupId, ...made };
  await insertResolution(tx, resolution);
  const { resolutionNo, how, items, voices, decidedAt } = resolution;
  await postRecord(tx, head, {
    kind: "resolution.made",
    key: resolution.id,
    now: decidedAt,
    actor,
    record: {
      resolution: resolutionNo,
      how,
      subjects: items.map(({ label, outcome, granted }) => `${label} ${outcome} ${granted}`).join("; "),
      rules: [...new Set(items.flatMap(({ rules }) => (rules ? `${rules.version}/${rules.clause}` : [])))].join(", "),
      granted: sum(items.map(({ granted }) => granted)),
      inFavour: voices.filter(({ part }) => part === "for").length,
      against: voices.filter(({ part }) => part === "against").length,
    },
  });
  return resolution;
}
