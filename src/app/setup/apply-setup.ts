import { randomBytes } from "node:crypto";
import { localDateOf } from "../../domain/dates";
import type { Network } from "../../domain/groups/group";
import { openBooks, type Books } from "../../domain/setup/books";
import type { Notice } from "../../domain/notice";
import { compareRules, type RulesChange } from "../../domain/setup/compare-rules";
import { compareLoans, type LoansChange } from "../../domain/setup/loans";
import { checkPlan } from "../../domain/setup/check-plan";
import { compareWithLiving, type GroupExtension, type SetupChanges } from "../../domain/setup/compare";
import { extendBooks } from "../../domain/setup/extend-books";
import type { GroupPlan, SetupPlan, SetupProblem } from "../../domain/setup/plan";
import { newSpouses } from "../../domain/setup/spouses";
import { saveBenefits } from "../../storage/benefits";
import { findNetwork, getGroup, saveGroups } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { nameSpouse } from "../../storage/members";
import { insertAddedBooks } from "../../storage/setup";
import { inTransaction, type Tx } from "../../storage/tx";
import { takeUpRules } from "../rules/proposals";
import { bringLoansIn } from "./bring-loans-in";
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
  /** Contracts on paper that came in; left out where none did. */
  loans?: number;
  /** Groups whose changed rules were proposed to their committee; left out where none were. */
  rulesProposed?: number;
}

/** What became of a plan: what it did, or why nothing was done. */
export type SetupOutcome = { result: SetupResult } | { problems: SetupProblem[] };

/** How a setup runs. */
export interface SetupRun {
  now: Date;
  dryRun?: boolean;
  /** Problems that reading the folder found. */
  found?: readonly SetupProblem[];
  /** Puts notices into the outbox of the transaction. */
  notify: (tx: Tx, notices: readonly Notice[], now: Date) => Promise<unknown>;
}

/** Groups whose drafts go out together, so that memory and the lease hold. */
const groupsAtOnce = 20;

/**
 * Makes a network as the plan says, or extends it: everything or nothing. What is new is written as a draft that nobody sees and goes
 * live in one transaction; what lives is never changed, but for the texts of benefits. Changed rules are proposed, and `notify` puts into the
 * outbox who hears of it. A second run changes nothing; a run after a kill begins anew.
 * `found` are problems known already; with any problem, and in a dry run, nothing is written. Throws SetupBusyError while another runs.
 */
export async function applySetup(
  plan: SetupPlan,
  { now, dryRun = false, found = [], notify }: SetupRun,
): Promise<SetupOutcome> {
  const { changes, rules, loans, problems } = await judge(plan, now);
  const all = [...found, ...problems];
  if (all.length > 0) return { problems: all };
  const isNew = countNew(changes) > 0 || changes.benefits.length > 0 || rules.length > 0 || loans.length > 0;
  if (dryRun || !isNew) return { result: resultOf(plan, { changes, rules, loans }) };
  return withSetupLease(async (lease) => {
    // What lives may have grown until the lease was ours; under it, no other setup makes groups.
    const { changes: wanted } = await judge(plan, now);
    const network = await inTransaction((tx) => findNetwork(tx));
    const draftCounts = await writeDrafts(lease, network?.groupIds ?? [], booksOf(wanted.groups, now));
    return inTransaction(
      async (tx): Promise<SetupOutcome> => {
        const judged = await judge(plan, now, tx);
        if (judged.problems.length > 0) return { problems: judged.problems };
        await publishDrafts(tx, lease, draftCounts);
        for (const extension of judged.changes.extensions) await extendGroup(tx, extension, now);
        const extended = extendedNetwork(plan, await findNetwork(tx), judged.changes);
        for (const { groupId, benefits } of judged.changes.benefits) await saveBenefits(tx, groupId, benefits);
        await saveNetworkWith(tx, extended, judged.changes.coordinators);
        for (const change of judged.loans) await bringLoansIn(tx, change, now);
        for (const change of judged.rules) await notify(tx, await takeUpRules(tx, change, now), now);
        return { result: resultOf(plan, judged) };
      },
      { deadlineMs: 60_000 },
    );
  });
}

interface Judgement {
  changes: SetupChanges;
  rules: RulesChange[];
  loans: LoansChange[];
  problems: SetupProblem[];
}

async function judge(plan: SetupPlan, now: Date, tx?: Tx): Promise<Judgement> {
  if (!tx) return inTransaction((own) => judge(plan, now, own));
  const living = await readLiving(tx, plan);
  const { changes, problems } = compareWithLiving(plan, living);
  const rules = compareRules(plan, living.rules, localDateOf(now));
  const loans = compareLoans(plan, living.loans);
  return {
    changes,
    rules: rules.changes,
    loans: loans.changes,
    problems: [...checkPlan(plan), ...problems, ...rules.problems, ...loans.problems],
  };
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
  for (const { id, spouseNo } of newSpouses(extension)) await nameSpouse(tx, id, spouseNo);
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

function resultOf(plan: SetupPlan, { changes, rules, loans }: Omit<Judgement, "problems">): SetupResult {
  const contracts = loans.reduce((count, change) => count + change.loans.length, 0);
  const proposed = rules.filter((change) => change.proposed !== null).length;
  const created = countNew(changes);
  const whole = countNew({ groups: plan.groups, extensions: [], coordinators: plan.coordinators });
  return {
    groups: plan.groups.length,
    members: plan.groups.reduce((total, group) => total + group.members.length, 0),
    officers: plan.groups.reduce((total, group) => total + group.officers.length, 0),
    created,
    unchanged: whole - created,
    ...(changes.benefits.length > 0 ? { benefits: changes.benefits.length } : {}),
    ...(contracts > 0 ? { loans: contracts } : {}),
    ...(proposed > 0 ? { rulesProposed: proposed } : {}),
  };
}
