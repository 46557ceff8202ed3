import { checkBooks, type ToldHead } from "../../src/app/ledger/check-books";
import { settleRestored, type AfterRestore, type MissingEntries } from "../../src/app/operator/after-restore";
import { ensureIndexes } from "../../src/storage/connection";
import { beginRestoring, databaseFormat, endRestoring } from "../../src/storage/database-info";
import { isEmptyDatabase } from "../../src/storage/whole-database";
import { BackupError } from "../backup/backup-error";
import { loadBackup } from "../backup/load-backup";
import { readBackup, type BackupContents } from "../backup/read-backup";
import { readDataKeys } from "../data-key";
import { problemSentence } from "./books";
import { textOf, textsOf, type Command } from "./command";
import { exitCode, print, RefusedError, UsageError, type ToolContext } from "./context";
import { toldHead } from "./told-heads";

const notEmpty =
  "This database is not empty: restore into an empty one (another DATA_DIR, or another database name in MONGODB_URI).";

/**
 * `sajja restore <file>`: loads a backup into an empty database. Nothing is sent until `sajja outbox release`; cards and codes are void;
 * receipts go on in a new series; heads that people were told and that the books do not hold are listed with the receipts that are missing.
 */
export const restore: Command = {
  usage: "restore <file> [--head <group>:<code>]... [--series <letter>]",
  about: "loads a backup into an empty database; --head: what a day report told, to list what is missing",
  options: { head: { type: "string", multiple: true }, series: { type: "string" } },
  needs: "database",
  async run(input, context) {
    const [file = ""] = input.args;
    const told = textsOf(input, "head").map(toldHead);
    const series = seriesOf(textOf(input, "series"));
    const dataKeys = readDataKeys(context.config, { make: false });
    // Read once to its end before anything is written: a damaged file leaves the database empty.
    const contents = await readBackup(file, dataKeys);
    if (contents.head.databaseFormat !== databaseFormat)
      throw new RefusedError(
        `This backup has database format ${contents.head.databaseFormat}; this version reads ${databaseFormat}.`,
      );
    if (!(await isEmptyDatabase()) || !(await beginRestoring())) throw new RefusedError(notEmpty);
    const after = await load(file, dataKeys, { contents, told, ...(series === undefined ? {} : { series }) });
    return tell(contents, after, context);
  },
};

function seriesOf(text: string | undefined): string | undefined {
  if (text !== undefined && !/^[A-Z]$/.test(text)) throw new UsageError("--series is one letter from A to Z.");
  return text;
}

async function load(
  file: string,
  dataKeys: readonly string[],
  { contents, told, series }: { contents: BackupContents; told: ToldHead[]; series?: string },
): Promise<AfterRestore> {
  try {
    const info = await loadBackup(file, dataKeys);
    await ensureIndexes();
    const after = await settleRestored({
      now: new Date(Date.now() + info.clockOffsetMs),
      madeAt: contents.head.madeAt,
      told,
      ...(series === undefined ? {} : { seriesAtLeast: series }),
    });
    await endRestoring(info);
    return after;
  } catch (error) {
    const why =
      error instanceof BackupError ? error.message : error instanceof Error ? `${error.name}: ${error.message}.` : "";
    throw new RefusedError(`The restore did not end. ${why} Empty the database and run sajja restore again.`);
  }
}

async function tell({ head, manifest }: BackupContents, after: AfterRestore, context: ToolContext) {
  const { groups, entries, heads, balanced, problems } = await checkBooks();
  const documents = manifest.collections.reduce((total, { count }) => total + count, 0);
  const { held, series, missing } = after;
  const result = { madeAt: head.madeAt.toISOString(), documents, groups, entries, balanced, heads, problems, ...after };
  print(context, result, [
    `${documents} documents of ${head.madeAt.toISOString()} restored: ${groups} groups, ${entries} entries, the books ${balanced ? "balance" : "are not in order"}.`,
    ...Object.entries(series).map(([group, letter]) => `${group}: receipts go on in series ${letter}`),
    `${held} unsent messages are held: look at sajja outbox list --state held, then sajja outbox release.`,
    ...(missing.length === 0 ? ["Hold the last day report of each group against it: sajja books check --head."] : []),
  ]);
  for (const one of missing) context.err(missingSentence(one));
  for (const problem of problems) context.err(problemSentence(problem));
  return balanced ? exitCode.done : exitCode.refused;
}

function missingSentence({ group, head, lastEntry, fromReceipt }: MissingEntries): string {
  if (fromReceipt === null) return `${group} was told the head ${head}, and is not in these books at all.`;
  return `${group} was told the head ${head}, which these books do not hold: everything after entry ${lastEntry} is missing, receipts from ${fromReceipt} on.`;
}
