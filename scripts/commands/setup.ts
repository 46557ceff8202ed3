import { applySetup, type SetupOutcome } from "../../src/app/setup/apply-setup";
import { SetupBusyError } from "../../src/app/setup/setup-lease";
import type { SetupProblem } from "../../src/domain/setup/plan";
import { enqueueNotices } from "../../src/worker/enqueue";
import { exitCode, type CommandContext, type ExitCode } from "./context";
import { readFolder } from "./setup/read-folder";

/**
 * `sajja setup <folder> [--dry-run]`: makes or extends a network from a folder, everything or nothing.
 * Gives 0 when done, 1 when the folder is refused (every problem is told), 2 for wrong usage.
 */
export async function setup(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const folders = args.filter((arg) => !arg.startsWith("-"));
  const options = args.filter((arg) => arg.startsWith("-"));
  const [folder] = folders;
  if (folder === undefined || folders.length > 1 || options.some((option) => option !== "--dry-run")) {
    context.err("Usage: sajja setup <folder> [--dry-run]");
    return exitCode.usage;
  }
  try {
    return tell(await setUp(folder, options.length > 0, context.now), options.length > 0, context);
  } catch (error) {
    if (!(error instanceof SetupBusyError)) throw error;
    return refuse([{ file: folder, row: null, field: null, message: error.message }], context);
  }
}

async function setUp(folder: string, dryRun: boolean, now: Date): Promise<SetupOutcome> {
  const { plan, problems } = await readFolder(folder);
  return plan ? applySetup(plan, { now, dryRun, found: problems, notify: enqueueNotices }) : { problems };
}

function tell(outcome: SetupOutcome, dryRun: boolean, context: CommandContext): ExitCode {
  if ("problems" in outcome) return refuse(outcome.problems, context);
  const { result } = outcome;
  const { benefits = 0, ...figures } = result;
  const proposed = result.rulesProposed ?? 0;
  if (context.json) context.out(JSON.stringify(figures));
  else {
    const whole = `${result.groups} groups, ${result.members} members, ${result.officers} officers`;
    context.out(
      `${whole}: ${result.created} ${dryRun ? "would be created" : "created"}, ${result.unchanged} unchanged.`,
    );
    if (benefits > 0)
      context.out(
        `Benefits of ${benefits} ${benefits === 1 ? "group" : "groups"} ${dryRun ? "would be " : ""}written.`,
      );
    if (proposed > 0)
      context.out(
        `Rules of ${proposed} ${proposed === 1 ? "group" : "groups"} ${dryRun ? "would be " : ""}proposed to the committee.`,
      );
  }
  return exitCode.done;
}

function refuse(found: readonly SetupProblem[], context: CommandContext): ExitCode {
  const problems = inOrder(found);
  if (context.json)
    context.out(
      JSON.stringify({ errors: problems.map(({ file, row, field, message }) => ({ file, row, field, message })) }),
    );
  for (const { file, row, field, message } of problems) {
    const place = [file, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
    context.err(`${place}: ${message}`);
  }
  return exitCode.refused;
}

/** File by file, from the top down. */
function inOrder(problems: readonly SetupProblem[]): SetupProblem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  return [...problems].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0));
}
