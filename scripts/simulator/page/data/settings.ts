import { createStore, useStore } from "./store";

/** Size of letters that a person can choose in LINE, as a factor. */
export const letterScales = [1, 1.15, 1.3] as const;

interface Settings {
  language: "th" | "en";
  /** A factor of `letterScales`. */
  letters: number;
}

const storageKey = "sajja.page";

function remembered(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Settings>;
  } catch {
    return {};
  }
}

const settings = createStore<Settings>({ language: "th", letters: 1, ...remembered() });

/** A part of the page's settings, redrawn when it changes. */
export function useSettings<Part>(select: (value: Settings) => Part): Part {
  return useStore(settings, select);
}

/** Changes the page's settings; this browser remembers them. */
export function setSettings(change: Partial<Settings>): void {
  settings.set(change);
  localStorage.setItem(storageKey, JSON.stringify(settings.get()));
}
