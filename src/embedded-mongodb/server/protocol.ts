import type { EngineOptions } from "../engine";
import type { Listen } from "./server";

/** What the launcher gives its thread. */
export interface WorkerSettings extends Omit<EngineOptions, "storage" | "onFatal" | "log"> {
  /** Folder of the database; undefined keeps everything in memory. */
  readonly folder: string | undefined;
  readonly listen: Listen;
  /** For fault tests: the synced write with this number fails. */
  readonly failWrite: number | undefined;
}

/** From the launcher to its thread. */
export type ToWorker = "stop" | "refusals";

/** From the thread to its launcher. */
export type FromWorker =
  | { readonly kind: "ready"; readonly uri: string }
  | { readonly kind: "failed"; readonly message: string; readonly locked: boolean }
  | { readonly kind: "refusals"; readonly refusals: readonly string[] }
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "stopped" };
