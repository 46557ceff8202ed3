import { api, type PhoneOnTable } from "./api";

export type { PhoneOnTable } from "./api";
import { createStore, useStore } from "./store";
import type { State } from "./types";

/** Most phones on the table; more nobody can watch. */
export const mostPhones = 8;
const phonesWithoutSuggestion = 3;
const storageKey = "sajja.phones";

/** The phones on the table, and which of them is shown where there is room for one only. */
export const phones = createStore<{ table: readonly PhoneOnTable[]; current: string }>({ table: [], current: "" });

/** A part of that, redrawn when it changes. */
export function usePhones<Part>(select: (value: { table: readonly PhoneOnTable[]; current: string }) => Part): Part {
  return useStore(phones, select);
}

/** A phone's name in the page: one person may have two chats open. */
export function keyOf({ user, group }: PhoneOnTable): string {
  return group === null ? user : `${user}@${group}`;
}

/** The id of a phone's element. */
export function placeId(phone: PhoneOnTable): string {
  return `phone-${keyOf(phone)}`;
}

/** The chat that a phone shows. */
export function chatIdOf({ user, group }: PhoneOnTable): string {
  return group ?? user;
}

/** Ids of the chats on the table. */
export function openChatIds(): string[] {
  return [...new Set(phones.get().table.map(chatIdOf))];
}

function put(table: readonly PhoneOnTable[], current: string): void {
  phones.set({ table, current });
  localStorage.setItem(storageKey, JSON.stringify(table));
}

/** Lays a phone on the table, or shows it when it lies there already. */
export function openPhone(phone: PhoneOnTable): void {
  const { table } = phones.get();
  const isThere = table.some((one) => keyOf(one) === keyOf(phone));
  put(isThere ? table : [...table, phone].slice(-mostPhones), keyOf(phone));
}

/** Takes a phone off the table. */
export function closePhone(phone: PhoneOnTable): void {
  const { table, current } = phones.get();
  const left = table.filter((one) => keyOf(one) !== keyOf(phone));
  const next = current === keyOf(phone) ? left[0] : undefined;
  put(left, next ? keyOf(next) : current);
}

/** Puts another phone in the place of one: the same group chat in another hand. */
export function handOver(phone: PhoneOnTable, to: PhoneOnTable): void {
  const { table } = phones.get();
  put(
    table.map((one) => (keyOf(one) === keyOf(phone) ? to : one)),
    keyOf(to),
  );
}

/** Shows that phone where there is room for one only. */
export function showPhone(phone: PhoneOnTable): void {
  phones.set({ current: keyOf(phone) });
}

function remembered(): PhoneOnTable[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "[]") as PhoneOnTable[];
  } catch {
    return [];
  }
}

/** Lays out the phones of the last visit as far as their people are still there, else those that the server suggests, else the first ones. */
export async function setTable(state: State): Promise<void> {
  const users = new Set(state.users.map(({ id }) => id));
  const groups = new Map(state.groups.map((group) => [group.id, group]));
  const exists = ({ user, group }: PhoneOnTable): boolean =>
    users.has(user) && (group === null || groups.get(group)?.members.includes(user) === true);
  const { table: now, current } = phones.get();
  const earlier = (now.length > 0 ? now : remembered()).filter(exists);
  const suggested = earlier.length > 0 ? [] : await api.suggested();
  const firsts = state.users.slice(0, phonesWithoutSuggestion).map(({ id }) => ({ user: id, group: null }));
  const table = [earlier, suggested.filter(exists), firsts].find((phones) => phones.length > 0) ?? [];
  const [first] = table;
  put(table, table.some((one) => keyOf(one) === current) ? current : first ? keyOf(first) : "");
}
