import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { standingOf, withDifference, type PaperDifference } from "../../domain/parallel-run/parallel-run";
import type { PassbookGap } from "../../domain/reports/views";
import { lockHead } from "../../storage/ledger-heads";
import { saveParallelRun } from "../../storage/parallel-runs";
import type { Tx } from "../../storage/tx";
import { entryActor, type Actor, type Passbook } from "../people/actor";
import { findGap, toSecond, type GapKey } from "./gap-keys";
import { begin, getOpenRun, named, parallelView, type ParallelView } from "./paper-differences";

/**
 * A second officer's word that a passbook differs for the reason that another gave, or agrees since; said before, it shows how far it is. Throws `role.missing`, `parallel.none`,
 * `card.outdated`, and `second-person.same` for who said it, whose passbook it is, and their spouses.
 */
export async function secondReason(
  tx: Tx,
  actor: Actor,
  { group, key, now }: { group: Group; key: GapKey; now: Date },
): Promise<ParallelView> {
  const { run, seat } = await begin(tx, actor, { group, now });
  const one = findGap(run, key);
  if (standingOf(one) !== "alone") return parallelView(tx, actor, group, run);
  if (toSecond(actor, group, [one]).length === 0) throw new DomainError("second-person.same", {});
  const seconded = { ...one, secondedBy: entryActor(seat) };
  const changed = { ...run, differences: withDifference(run.differences, seconded) };
  await saveParallelRun(tx, changed);
  return parallelView(tx, actor, group, changed);
}

/** A passbook that differs, after its member's word, and who gave the reason or said that it agrees since. */
export interface AnsweredGap {
  group: Group;
  gap: PassbookGap;
  told: MemberId[];
}

/** What who opens a passbook says of the reason why paper differs, or that it agrees since. Throws `parallel.none`, `card.outdated`. */
export async function answerGap(
  tx: Tx,
  { member, group }: Passbook,
  { key, agrees, by, now }: { key: GapKey; agrees: boolean; by: MemberId; now: Date },
): Promise<AnsweredGap> {
  await lockHead(tx, group.id);
  const run = await getOpenRun(tx, group);
  const one = findGap(run, key);
  const answered: PaperDifference = { ...one, answer: { agrees, by, at: now } };
  await saveParallelRun(tx, { ...run, differences: withDifference(run.differences, answered) });
  const [gap] = await named(tx, group, [answered]);
  if (!gap) throw new Error(`${member.id} is a member`);
  const said = [one.by.memberId, one.mended?.by.memberId, one.secondedBy?.memberId].filter((id) => id != null);
  return { group, gap, told: [...new Set(said)] };
}
