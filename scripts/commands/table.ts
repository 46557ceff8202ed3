import { backup } from "./backup";
import { booksCheck } from "./books";
import type { Command } from "./command";
import { databaseServe } from "./database-serve";
import { inboxList, inboxReplay } from "./inbox";
import { jobsList, jobsRun } from "./jobs";
import { lineCheck } from "./line-check";
import { linkCode } from "./link-code";
import { menusPublish } from "./menus";
import { outboxList, outboxRelease, outboxResend } from "./outbox";
import { read } from "./read";
import { restore } from "./restore";
import { schedule } from "./schedule";
import { setup } from "./setup";

const setupCommand: Command = {
  usage: "setup <folder> [--dry-run]",
  about: "makes or extends a network from a folder, everything or nothing",
  options: { "dry-run": { type: "boolean" } },
  needs: "indexes",
  run: ({ args, options }, context) => setup([...args, ...(options["dry-run"] === true ? ["--dry-run"] : [])], context),
};

/** Every command of the operator's tool, in the order in which it lists them. */
export const commands: readonly Command[] = [
  setupCommand,
  linkCode,
  booksCheck,
  inboxList,
  inboxReplay,
  outboxList,
  outboxResend,
  outboxRelease,
  jobsList,
  jobsRun,
  menusPublish,
  lineCheck,
  read,
  schedule,
  databaseServe,
  backup,
  restore,
];
