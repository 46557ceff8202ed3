import { moveRows, findOpenRows, type OutboxRow } from "../storage/outbox";
import type { Metrics } from "../telemetry/metrics";
import { isDue, nextPack, staleAnswers, type Pack, type SendingTimes } from "./packing";
import type { PushBudget } from "./push-budget";
import { checkRights, type ChatRows, type Checked } from "./rights";
import { sharedBodyOf } from "./sharing";

interface PackingParts {
  budget: PushBudget;
  metrics: Metrics;
}

/** While the month's messages run low, what waits for the new month is looked at again after this. */
const budgetPauseMs = 60 * 60_000;
/** What waits behind something on its way to the same chat is looked at again after this. */
const behindMs = 2_000;
/** So many attempts at something keep what was written later for the chat back; then LINE's trouble with one thing stops the others no longer. */
const attemptsThatHold = 5;

/** Looks at rights, reply tokens and the month's messages anew, and gives what goes to a chat next; null when nothing is due. */
export async function packChat(chatId: string, now: Date, parts: PackingParts): Promise<Pack | null> {
  const [pack = null] = await packChats([{ chatId, rows: await findOpenRows(chatId) }], now, parts);
  return pack;
}

/** The same for many chats at once, each with what is open there and on its way. */
export async function packChats(
  chats: readonly ChatRows[],
  now: Date,
  { budget, metrics }: PackingParts,
): Promise<Pack[]> {
  const isUnderWay = (row: OutboxRow) => row.state === "sending";
  const open = chats
    .map(({ chatId, rows }) => ({ chatId, rows: rows.filter((row) => !isUnderWay(row)) }))
    .filter(({ rows }) => rows.length > 0);
  if (open.length === 0) return [];
  const underWay = new Map(chats.map(({ chatId, rows }) => [chatId, rows.filter(isUnderWay)]));
  const times = { now, real: new Date() };
  const checked = await checkRights(open, now);
  await moveAside(checked, metrics);
  const ready = await withinBudget(await withoutStaleTokens(checked, times), now, budget);
  const packs: Pack[] = [];
  const behind: OutboxRow[] = [];
  for (const { chatId, rows, isFriend } of ready) {
    const pack = nextPack(chatId, rows, times);
    const before = underWay.get(chatId) ?? [];
    if (!pack) continue;
    if (pack.channel === "push" && before.some(({ attempts }) => attempts <= attemptsThatHold))
      behind.push(...rows.filter((row) => isDue(row, now)));
    else packs.push({ ...pack, bodyId: isFriend && rows.length + before.length === 1 ? sharedBodyOf(pack) : null });
  }
  await postpone(behind, new Date(now.getTime() + behindMs));
  return packs;
}

/** Puts away what must not go, or not by itself. */
async function moveAside(checked: readonly Checked[], metrics: Metrics): Promise<void> {
  const dropped = checked.flatMap((chat) => chat.dropped);
  for (const reason of new Set(dropped.map((one) => one.reason))) {
    const rows = dropped.filter((one) => one.reason === reason).map(({ row }) => row);
    await moveRows(idsOf(rows), ["waiting", "parked"], { state: "dropped", lastError: reason });
    for (const { kind } of rows) metrics.sends.inc({ channel: "none", kind, result: reason });
  }
  await moveRows(idsOf(checked.flatMap(({ quiet }) => quiet)), ["waiting"], { dueAt: null });
}

async function withoutStaleTokens(chats: readonly Checked[], times: SendingTimes): Promise<readonly Checked[]> {
  const stale = chats.flatMap(({ rows }) => staleAnswers(rows, times));
  if (stale.length === 0) return chats;
  await moveRows(idsOf(stale), ["waiting"], { reply: null, dueAt: null });
  return changed(chats, stale, { reply: null, dueAt: null });
}

/** While the month's messages run low, only what is urgent is pushed; the rest rides, and is looked at again in an hour. */
async function withinBudget(chats: readonly Checked[], now: Date, budget: PushBudget): Promise<readonly Checked[]> {
  if (!budget.isReserved) return chats;
  const later = chats.flatMap(({ rows }) =>
    rows.filter((row) => row.kind !== "answer" && row.urgency !== "now" && isDue(row, now)),
  );
  const dueAt = new Date(now.getTime() + budgetPauseMs);
  await postpone(later, dueAt);
  return changed(chats, later, { dueAt });
}

function postpone(rows: readonly OutboxRow[], dueAt: Date): Promise<void> {
  return moveRows(idsOf(rows), ["waiting"], { dueAt });
}

function changed(
  chats: readonly Checked[],
  which: readonly OutboxRow[],
  change: Partial<Pick<OutboxRow, "reply" | "dueAt">>,
): readonly Checked[] {
  const ids = new Set(idsOf(which));
  const changedRow = (row: OutboxRow) => (ids.has(row._id) ? { ...row, ...change } : row);
  return chats.map((chat) => ({ ...chat, rows: chat.rows.map(changedRow) }));
}

const idsOf = (rows: readonly OutboxRow[]): string[] => rows.map((row) => row._id);
