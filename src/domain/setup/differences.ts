import { extendable, type SetupRecord } from "./records";

/** How two records of one thing differ, by the names of their facts. */
export interface Differences {
  /** Facts whose value changed or that are gone, and new ones of a kind that may not be added to. */
  changed: string[];
  /** New facts of a kind that may be added to. */
  addedPaths: string[];
}

/** Compares what setup said first with what it says now. A fact that is missing and one that is null are the same. */
export function comparePaths(before: SetupRecord, after: SetupRecord): Differences {
  const changed: string[] = [];
  const addedPaths: string[] = [];
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[path] ?? null, after[path] ?? null];
    if (was === is) continue;
    const mayBeAdded = was === null && extendable.some((kind) => path.startsWith(`${kind}/`));
    (mayBeAdded ? addedPaths : changed).push(path);
  }
  return { changed, addedPaths };
}
