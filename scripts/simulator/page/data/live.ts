import { api, Refused } from "./api";
import { openChatIds, phones, setTable } from "./phones";
import type { Change, Chat } from "./types";
import { world } from "./world";

/** Changes come in bursts; one look a burst is enough. In milliseconds. */
const gatherMs = 40;
/** Nothing tells when the loading animation ends by itself. */
const loadingLookMs = 3_000;
/** The page keeps as much of the traffic as a person can look through. */
const keptTraffic = 500;

const stale = { chats: new Set<string>(), state: false, bill: false, traffic: false };
let timer: number | null = null;
let looking = false;

function note({ kind, id }: Pick<Change, "kind" | "id">): void {
  if (kind === "message" || kind === "read" || kind === "loading") stale.chats.add(id);
  if (kind === "rich-menu") (id === "" ? openChatIds() : [id]).forEach((chat) => stale.chats.add(chat));
  if (kind === "user" || kind === "group" || kind === "clock" || kind === "settings") stale.state = true;
  if (kind === "quota") stale.bill = true;
  if (kind === "call" || kind === "webhook") stale.traffic = true;
  plan();
}

function plan(): void {
  timer ??= window.setTimeout(() => {
    timer = null;
    void look();
  }, gatherMs);
}

/** Asks for everything that is stale; once at a time, so that an older answer never covers a newer one. */
async function look(): Promise<void> {
  if (looking) return plan();
  looking = true;
  const open = new Set(openChatIds());
  const chats = [...stale.chats].filter((id) => open.has(id));
  const { state, bill, traffic } = stale;
  stale.chats.clear();
  Object.assign(stale, { state: false, bill: false, traffic: false });
  try {
    await Promise.all([
      state ? lookAtState() : undefined,
      bill && !state ? lookAtBill() : undefined,
      traffic ? lookAtTraffic() : undefined,
      ...chats.map(lookAtChat),
    ]);
  } catch (error) {
    // What is not there any more needs no look; when the simulator is gone, everything is asked for again once it is back.
    if (!(error instanceof Refused)) world.set({ connected: false });
  }
  looking = false;
}

async function lookAtState(): Promise<void> {
  const state = await api.state();
  world.set({ state, toldAt: Date.now() });
}

async function lookAtBill(): Promise<void> {
  const bill = await api.bill();
  const { state } = world.get();
  if (state) world.set({ state: { ...state, bill } });
}

async function lookAtTraffic(): Promise<void> {
  const { calls, webhooks } = world.get();
  const [newCalls, newWebhooks] = await Promise.all([
    api.calls(calls.at(-1)?.seq ?? 0),
    api.webhooks(webhooks.at(-1)?.seq ?? 0),
  ]);
  world.set({
    calls: [...calls, ...newCalls].slice(-keptTraffic),
    webhooks: [...webhooks, ...newWebhooks].slice(-keptTraffic),
  });
}

async function lookAtChat(id: string): Promise<void> {
  const chat: Chat = await api.chat(id);
  world.set({ chats: { ...world.get().chats, [id]: chat } });
  if (chat.loading) window.setTimeout(() => note({ kind: "loading", id }), loadingLookMs);
}

/** Asks for everything anew: at the start, and after the stream was broken. */
async function lookAtEverything(): Promise<void> {
  world.set({ calls: [], webhooks: [] });
  await lookAtState();
  const { state } = world.get();
  if (state) await setTable(state);
  openChatIds().forEach((id) => stale.chats.add(id));
  stale.traffic = true;
  plan();
}

/** Forgets the traffic, here and in the simulator. */
export async function clearTraffic(): Promise<void> {
  await api.clearTraffic();
  world.set({ calls: [], webhooks: [] });
}

/** Opens the stream of changes and follows it as long as the page is open. */
export function followSimulator(): void {
  const stream = new EventSource("/simulator/changes");
  stream.onopen = () => {
    world.set({ connected: true });
    lookAtEverything().catch(() => world.set({ connected: false }));
  };
  stream.onerror = () => world.set({ connected: false });
  stream.onmessage = ({ data }: MessageEvent<string>) => note(JSON.parse(data) as Change);
  phones.subscribe(followTable);
}

/** Phones come and go: a chat off the table is forgotten, a new one is asked for. */
function followTable(): void {
  const { chats } = world.get();
  const open = openChatIds();
  const kept = Object.entries(chats).filter(([id]) => open.includes(id));
  if (kept.length < Object.keys(chats).length) world.set({ chats: Object.fromEntries(kept) });
  const missing = open.filter((id) => !(id in chats));
  missing.forEach((id) => stale.chats.add(id));
  if (missing.length > 0) plan();
}
