import { randomBytes } from "node:crypto";
import { localDateOf } from "../../domain/dates";
import type { Network } from "../../domain/groups/group";
import { openBooks, type Books } from "../../domain/setup/books";
import { checkPlan } from "../../domain/setup/check-plan";
import { compareWithLiving, type GroupExtension, type SetupChanges } from "../../domain/setup/compare";
import { extendBooks } from "../../domain/setup/extend-books";
import type { GroupPlan, SetupPlan, SetupProblem } from "../../domain/setup/plan";
import { saveBenefits } from "../../storage/benefits";
import { findNetwork, getGroup, saveGroups } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { insertAddedBooks } from "../../storage/setup";
import { inTransaction, type Tx } from "../../storage/tx";
import { saveNetworkWith } from "./coordinators";
import { publishDrafts, writeDrafts } from "./drafts";
import { readLiving } from "./read-living";
import { withSetupLease } from "./setup-lease";

/** What a setup did, or would do: things of the folder, how many of them are new and how many lived already. */
export interface SetupResult {
  groups: number;
  members: number;
  officers: number;
  /** Groups, members, officers, delegates and coordinators. */
  created: number;
  unchanged: number;
  /** Groups whose list of benefits was written, for the first time or anew; left out where none was. */
  benefits?: number;
}

/** What became of a plan: what it did, or why nothing was done. */
export type SetupOutcome = { result: SetupResult } | { problems: SetupProblem[] };

/** Groups whose drafts go out together, so that memory and the lease hold. */
const groupsAtOnce = 20;

/**
 * Makes a network as the plan says, or extends it: everything or nothing. What is new is written as a draft that nobody sees and goes
 * live in one transaction; what lives is never changed, but for the texts of benefits. A second run changes nothing; a run after a kill begins anew.
 * `found` are problems known already; with any problem, and in a dry run, nothing is written. Throws SetupBusyError while another runs.
 */
export async function applySetup(
  plan: SetupPlan,
  { now, dryRun = false, found = [] }: { now: Date; dryRun?: boolean; found?: readonly SetupProblem[] },
): Promise<SetupOutcome> {
  const { changes, problems } = await judge(plan);
  const all = [...found, ...problems];
  if (all.length > 0) return { problems: all };
  if (dryRun || (countNew(changes) === 0 && changes.benefits.length === 0)) return { result: resultOf(plan, changes) };
  return withSetupLease(async (lease) => {
    // What lives may have grown until the lease was ours; under it, no other setup makes groups.
    const { changes: wanted } = await judge(plan);
    const network = await inTransaction((tx) => findNetwork(tx));
    const draftCounts = await writeDrafts(lease, network?.groupIds ?? [], booksOf(wanted.groups, now));
    return inTransaction(
      async (tx): Promise<SetupOutcome> => {
        const judged = await judge(plan, tx);
        if (judged.problems.length > 0) return { problems: judged.problems };
        await publishDrafts(tx, lease, draftCounts);
        for (const extension of judged.changes.extensions) await extendGroup(tx, extension, now);
        const extended = extendedNetwork(plan, await findNetwork(tx), judged.changes);
        for (const { groupId, benefits } of judged.changes.benefits) await saveBenefits(tx, groupId, benefits);
        await saveNetworkWith(tx, extended, judged.changes.coordinators);
        return { result: resultOf(plan, judged.changes) };
      },
      { deadlineMs: 60_000 },
    );
  });
}

async function judge(plan: SetupPlan, tx?: Tx): Promise<{ changes: SetupChanges; problems: SetupProblem[] }> {
  const living = tx ? await readLiving(tx, plan) : await inTransaction((own) => readLiving(own, plan));
  const { changes, problems } = compareWithLiving(plan, living);
  return { changes, problems: [...checkPlan(plan), ...problems] };
}

function* booksOf(groups: readonly GroupPlan[], now: Date): Generator<Books[]> {
  for (let start = 0; start < groups.length; start += groupsAtOnce) {
    yield groups
      .slice(start, start + groupsAtOnce)
      .map((group) => openBooks(group, { salt: randomBytes(16).toString("hex"), now, on: localDateOf(now) }));
  }
}

async function extendGroup(tx: Tx, extension: GroupExtension, now: Date): Promise<void> {
  const head = await lockHead(tx, extension.plan.id);
  await insertAddedBooks(tx, head, extendBooks(extension, head, now));
  if (extension.officers.length + extension.delegates.length === 0) return;
  const group = await getGroup(tx, extension.plan.id);
  const officers = [...group.officers, ...extension.officers];
  await saveGroups([{ ...group, officers, delegates: [...group.delegates, ...extension.delegates] }], tx);
}

function extendedNetwork(plan: SetupPlan, before: Network | null, { groups }: SetupChanges): Network {
  const { key, name } = before ?? plan.network;
  return {
    key,
    name,
    groupIds: [...(before?.groupIds ?? []), ...groups.map((group) => group.id)],
    coordinators: before?.coordinators ?? [],
  };
}

function countNew({ groups, extensions, coordinators }: Omit<SetupChanges, "benefits">): number {
  const parts = [
    ...groups.map((group) => ({ ...group, itself: 1 })),
    ...extensions.map((added) => ({ ...added, itself: 0 })),
  ];
  return parts.reduce(
    (total, { itself, members, officers, delegates }) =>
      total + itself + members.length + officers.length + delegates.length,
    coordinators.length,
  );
}

function resultOf(plan: SetupPlan, changes: SetupChanges): SetupResult {
  const created = countNew(changes);
  const whole = countNew({ groups: plan.groups, extensions: [], coordinators: plan.coordinators });
  return {
    groups: plan.groups.length,
    members: plan.groups.reduce((total, group) => total + group.members.length, 0),
    officers: plan.groups.reduce((total, group) => total + group.officers.length, 0),
    created,
    unchanged: whole - created,
    ...(changes.benefits.length > 0 ? { benefits: changes.benefits.length } : {}),
  };
}
