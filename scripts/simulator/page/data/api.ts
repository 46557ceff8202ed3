import type { ApiCall, Bill, Chat, GalleryItem, Group, JsonObject, Outcome, Person, State, WebhookCall } from "./types";

/** A phone on the table: whose it is, and which chat it shows. */
export interface PhoneOnTable {
  user: string;
  /** A group chat's id; null for the chat with the account. */
  group: string | null;
}

/** Thrown when the simulator refuses; the message is its own sentence. */
export class Refused extends Error {
  override name = "Refused";
}

async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new Refused(answer.error ?? `${method} ${path}: ${response.status}`);
  return answer;
}

const user = (id: string): string => `/simulator/users/${encodeURIComponent(id)}`;
const group = (id: string): string => `/simulator/groups/${encodeURIComponent(id)}`;

/** The simulator's control API, as far as the page uses it; each call throws Refused when it is refused. */
export const api = {
  state: () => ask<State>("GET", "/simulator/state"),
  chat: (id: string) => ask<Chat>("GET", `/simulator/chats/${encodeURIComponent(id)}`),
  calls: (after: number) => ask<ApiCall[]>("GET", `/simulator/calls?after=${after}`),
  webhooks: (after: number) => ask<WebhookCall[]>("GET", `/simulator/webhooks?after=${after}`),
  bill: () => ask<Bill>("GET", "/simulator/bill"),
  suggested: async () => (await ask<{ suggested: PhoneOnTable[] }>("GET", "/page.json")).suggested,
  gallery: () => ask<GalleryItem[]>("GET", "/gallery.json"),
  clearTraffic: () => ask<object>("DELETE", "/simulator/traffic"),
  repeat: (eventId: string, how: "redeliver" | "duplicate") =>
    ask<Outcome>("POST", `/simulator/webhooks/${encodeURIComponent(eventId)}/${how}`),
  moveClockTo: (to: Date) => ask<object>("POST", "/simulator/clock", { to: to.toISOString() }),
  addPerson: (name: string) => ask<Person>("POST", "/simulator/users", { name, friend: false }),
  changePerson: (id: string, change: { language?: string }) => ask<Person>("PATCH", user(id), change),
  addGroup: (name: string, members: string[]) => ask<Group>("POST", "/simulator/groups", { name, members }),
  setBot: (id: string, present: boolean) => ask<Outcome>("POST", `${group(id)}/bot`, { present }),
  follow: (id: string) => ask<Outcome>("POST", `${user(id)}/follow`),
  idToken: async (id: string) => (await ask<{ idToken: string }>("POST", `${user(id)}/id-token`)).idToken,
  block: (id: string) => ask<Outcome>("POST", `${user(id)}/block`),
  /** A deed of a person: `deed` is the last part of its path. */
  act: (id: string, deed: "say" | "send" | "perform" | "tap-button" | "unsend", body: JsonObject) =>
    ask<Outcome>("POST", `${user(id)}/${deed}`, body),
};

/** Where a picture that a person sent is. */
export const contentUrl = (messageId: string): string => `/simulator/contents/${encodeURIComponent(messageId)}`;

/** Where a rich menu's picture is. */
export const menuPictureUrl = (richMenuId: string): string =>
  `/simulator/rich-menus/${encodeURIComponent(richMenuId)}/image`;
