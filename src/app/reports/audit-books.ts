import { localDate, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { entryId, type GroupId } from "../../domain/ids";
import type { AuditView, ToldClosing } from "../../domain/reports/audit";
import { findEntries, findEntriesBetween } from "../../storage/journal";
import { findToldHeads } from "../../storage/told-heads";
import type { Tx } from "../../storage/tx";
import { inspectGroup } from "../ledger/check-books";
import { authorize, type Actor } from "../people/actor";
import { markOf } from "./report-head";

/**
 * Reads a group's books from the first entry to the last and compares them with every head that this reader was told at a closing, and with
 * a code that she copied into her audit book. Changes nothing. Throws `role.missing`.
 */
export async function auditBooks(
  tx: Tx,
  actor: Actor,
  { group, code, now }: { group: Group; code: string | null; now: Date },
): Promise<AuditView> {
  const seat = authorize(actor, group.id, "read-books", now, group.name.th);
  const { entries, problems } = await inspectGroup(tx, group.id, null);
  const wrong = problems.map(({ entry }) => entry).filter((entry) => entry !== null);
  const told = await findToldHeads(tx, seat.member.id);
  const present = await findEntries(
    tx,
    told.map(({ seq }) => entryId(group.id, seq)),
  );
  const hashes = new Map(present.map(({ seq, hash }) => [seq, hash]));
  const firstWrong = wrong.length > 0 ? Math.min(...wrong) : null;
  const closings = told.map(({ on, seq, hash }): ToldClosing => ({
    on,
    seq,
    code: markOf({ seq, hash }).code,
    // A hash that stands there proves nothing of the entries before it, unless they lead to it.
    holds: hashes.get(seq) === hash && (firstWrong === null || firstWrong > seq),
  }));
  return {
    group,
    madeAt: now,
    entries,
    firstWrong,
    balancesDiffer: problems.some(({ entry }) => entry === null),
    told: closings,
    typed: code === null ? null : { code, on: await dayOfCode(tx, group.id, code) },
  };
}

/** The day whose closing has the code, in the books of now; null where none has it. */
async function dayOfCode(tx: Tx, groupId: GroupId, code: string): Promise<LocalDate | null> {
  const closings = await findEntriesBetween(tx, groupId, { after: 0, until: null, kinds: ["day.closed"] });
  const on = closings.find((entry) => markOf(entry).code === code)?.record?.["on"];
  return typeof on === "string" ? localDate(on) : null;
}
