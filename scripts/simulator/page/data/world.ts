import { createStore, useStore } from "./store";
import type { ApiCall, Chat, State, WebhookCall } from "./types";

/** What is known of the simulator. */
export interface World {
  state: State | null;
  /** Real time at which `state.now` was told. */
  toldAt: number;
  /** Chats that are on the table, by id. */
  chats: Readonly<Record<string, Chat>>;
  calls: readonly ApiCall[];
  webhooks: readonly WebhookCall[];
  /** Whether the stream of changes is open. */
  connected: boolean;
}

/** What the page knows of the simulator; `live.ts` keeps it true. */
export const world = createStore<World>({
  state: null,
  toldAt: 0,
  chats: {},
  calls: [],
  webhooks: [],
  connected: true,
});

/** A part of what is known, redrawn when it changes. */
export function useWorld<Part>(select: (value: World) => Part): Part {
  return useStore(world, select);
}

/** The people's clock now: what the simulator told, and the real time since. */
export function peoplesNow(): Date {
  const { state, toldAt } = world.get();
  return state ? new Date(new Date(state.now).getTime() + Date.now() - toldAt) : new Date();
}
