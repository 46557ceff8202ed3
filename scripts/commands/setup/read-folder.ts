import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Benefit } from "../../../src/domain/groups/benefit";
import type { GroupId } from "../../../src/domain/ids";
import type { FinanceMode } from "../../../src/domain/groups/group";
import {
  problemAt,
  type GroupPlan,
  type RulesPlan,
  type SetupPlan,
  type SetupProblem,
} from "../../../src/domain/setup/plan";
import { readCsvTable } from "./csv-table";
import { maxBytes, TableError } from "./limits";
import type { LoansPlan } from "../../../src/domain/setup/loans";
import { readLoans } from "./read-loans";
import { readMembers, type MembersRead } from "./read-members";
import { networkFile, readNetwork, type GroupHead, type NetworkRead } from "./read-network";
import type { Table } from "./read-rows";
import { readRules } from "./read-rules";
import { readWelfare } from "./read-welfare";
import { readXlsxTable } from "./xlsx-table";

/** A setup folder, read: the plan (null when network.yaml says too little for one), and everything that could not be read. */
export interface FolderRead {
  plan: SetupPlan | null;
  problems: SetupProblem[];
}

const membersFolder = "members";
const welfareFolder = "welfare";
const rulesFolder = "rules";
const networkRules = "network.yaml";
const loansFolder = "loans";
const notYet: readonly string[] = ["beneficiaries"];
/** A network of 300 groups takes a tenth of it. */
const maxNetworkBytes = 4 * 1024 * 1024;
/** Thirty benefits of the longest texts take a tenth of it. */
const maxWelfareBytes = 1024 * 1024;
/** Sixty clauses of the longest texts take a tenth of it. */
const maxRulesBytes = 1024 * 1024;
const tableReaders = { ".csv": readCsvTable, ".xlsx": readXlsxTable } as const;

/** Reads a setup folder whole. Nothing is decided here but whether it can be read; every problem is named, not only the first. */
export async function readFolder(folder: string): Promise<FolderRead> {
  const problems: SetupProblem[] = await refuseOthers(folder);
  const text = await readBytes(folder, networkFile, maxNetworkBytes, problems);
  if (!text) return { plan: null, problems };
  const read = readNetwork(textOf(text));
  const files = await filesOf(path.join(folder, membersFolder));
  const welfareFiles = await filesOf(path.join(folder, welfareFolder));
  const loansFiles = await filesOf(path.join(folder, loansFolder));
  const rulesFiles = (await filesOf(path.join(folder, rulesFolder))).filter((file) => file !== networkRules);
  problems.push(
    ...read.problems,
    ...strangers(read, membersFolder, files, isTableOf),
    ...strangers(read, welfareFolder, welfareFiles, isYamlOf),
    ...strangers(read, rulesFolder, rulesFiles, isYamlOf),
    ...strangers(read, loansFolder, loansFiles, isTableOf),
  );
  const groups: GroupPlan[] = [];
  for (const head of read.groups) {
    const benefits = await readBenefits(folder, head, welfareFiles, problems);
    const rules = await readRulesOf(folder, head, rulesFiles, problems);
    const loans = await readLoansOf(folder, head, loansFiles, problems);
    groups.push({ ...(await readGroup(folder, head, files, problems)), benefits, rules, loans });
  }
  for (const file of files.filter((name) => read.unreadKeys.some((key) => isTableOf(name, key)))) {
    problems.push(...(await readMembersTable(folder, `${membersFolder}/${file}`)).problems);
  }
  for (const id of read.unreadKeys) {
    const head = { id, mode: "digital", financeMode: null } as const;
    await readBenefits(folder, head, welfareFiles, problems);
    await readRulesOf(folder, head, rulesFiles, problems);
  }
  const { network, at } = read;
  const coordinators = read.coordinators.filter(({ groupId }) => !read.unreadKeys.includes(groupId));
  return { plan: network && { network, coordinators, groups, at }, problems };
}

/** A group's benefits, or null where it has no file. */
async function readBenefits(
  folder: string,
  { id, mode }: Pick<GroupHead, "id" | "mode">,
  files: readonly string[],
  problems: SetupProblem[],
): Promise<Benefit[] | null> {
  if (!files.some((name) => isYamlOf(name, id))) return null;
  const file = `${welfareFolder}/${id}.yaml`;
  if (mode === "paper") {
    const place = { file, row: null, field: null };
    problems.push(problemAt(place, "A group that stays on paper has nobody here to read its benefits."));
    return null;
  }
  const bytes = await readBytes(folder, file, maxWelfareBytes, problems);
  if (!bytes) return null;
  const read = readWelfare(file, textOf(bytes));
  problems.push(...read.problems);
  return read.benefits;
}

/** A group's rules, or null where it has no file or they could not be read whole. */
async function readRulesOf(
  folder: string,
  { id, mode, financeMode }: Pick<GroupHead, "id" | "mode"> & { financeMode: FinanceMode | null },
  files: readonly string[],
  problems: SetupProblem[],
): Promise<RulesPlan | null> {
  if (!files.some((name) => isYamlOf(name, id))) return null;
  const file = `${rulesFolder}/${id}.yaml`;
  if (mode === "paper") {
    const place = { file, row: null, field: null };
    problems.push(problemAt(place, "A group that stays on paper keeps its rules on paper too."));
    return null;
  }
  const bytes = await readBytes(folder, file, maxRulesBytes, problems);
  if (!bytes) return null;
  const read = readRules(file, textOf(bytes), financeMode);
  problems.push(...read.problems);
  return read.rules;
}

/** A group's contracts on paper, or null where it has no file. */
async function readLoansOf(
  folder: string,
  { id, mode }: Pick<GroupHead, "id" | "mode">,
  files: readonly string[],
  problems: SetupProblem[],
): Promise<LoansPlan | null> {
  const [own, second] = files.filter((file) => isTableOf(file, id));
  if (own === undefined) return null;
  const file = `${loansFolder}/${own}`;
  const refuse = (message: string) => void problems.push(problemAt({ file, row: null, field: null }, message));
  if (second !== undefined) refuse(`There are two loans files of ${id}: ${own} and ${second}.`);
  else if (mode === "paper") refuse("A group that stays on paper has no loans file.");
  else {
    const { loans, problems: found } = await readTable(folder, file, readLoans, { loans: [], problems: [] });
    problems.push(...found);
    return { file, loans };
  }
  return null;
}

async function readGroup(
  folder: string,
  head: GroupHead,
  files: readonly string[],
  problems: SetupProblem[],
): Promise<Omit<GroupPlan, "benefits" | "rules" | "loans">> {
  const own = files.filter((file) => isTableOf(file, head.id));
  const membersFile = `${membersFolder}/${own[0] ?? `${head.id}.csv`}`;
  const withMembers = (read: MembersRead): Omit<GroupPlan, "benefits" | "rules" | "loans"> => {
    problems.push(...read.problems);
    return { ...head, members: read.members, membersFile, complete: read.problems.length === 0 };
  };
  const refuse = (message: string) =>
    withMembers({ members: [], problems: [problemAt({ file: membersFile, row: null, field: null }, message)] });
  if (own.length > 1) return refuse(`There are two members files of ${head.id}: ${own.join(" and ")}.`);
  if (head.mode === "paper")
    return own.length > 0
      ? refuse("A group that stays on paper has no members file.")
      : withMembers({ members: [], problems: [] });
  if (own.length === 0) return refuse(`The group ${head.id} has no members file.`);
  return withMembers(await readMembersTable(folder, membersFile));
}

async function readTable<Read extends { problems: SetupProblem[] }>(
  folder: string,
  file: string,
  read: (file: string, table: Table) => Read,
  nothing: Read,
): Promise<Read> {
  const problems: SetupProblem[] = [];
  const bytes = await readBytes(folder, file, maxBytes, problems);
  if (!bytes) return { ...nothing, problems };
  try {
    const extension = path.extname(file).toLowerCase() as keyof typeof tableReaders;
    return read(file, await tableReaders[extension](bytes));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { ...nothing, problems: [problemAt({ file, row: null, field: null }, error.message)] };
  }
}

const readMembersTable = (folder: string, file: string): Promise<MembersRead> =>
  readTable(folder, file, readMembers, { members: [], problems: [] });

async function readBytes(
  folder: string,
  file: string,
  limit: number,
  problems: SetupProblem[],
): Promise<Buffer | null> {
  const place = { file, row: null, field: null };
  const full = path.join(folder, file);
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) problems.push(problemAt(place, "The file is missing."));
  else if (found.size > limit) problems.push(problemAt(place, `The file is larger than ${limit / 1024 / 1024} MB.`));
  else return readFile(full);
  return null;
}

/** The text of a file, without the byte-order mark that some editors put before it. */
function textOf(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function isYamlOf(file: string, key: GroupId): boolean {
  return file === `${key}.yaml`;
}

function isTableOf(file: string, key: GroupId): boolean {
  const { name, ext } = path.parse(file);
  return name === key && Object.hasOwn(tableReaders, ext.toLowerCase());
}

/** Files that belong to no group: a mistyped name must not lose a whole register. */
function strangers(
  { groups, unreadKeys }: NetworkRead,
  folder: string,
  files: readonly string[],
  isOf: (file: string, key: GroupId) => boolean,
): SetupProblem[] {
  const keys = [...groups.map((group) => group.id), ...unreadKeys];
  return files
    .filter((file) => !keys.some((key) => isOf(file, key)))
    .map((file) =>
      problemAt({ file: `${folder}/${file}`, row: null, field: null }, "The file belongs to no group of network.yaml."),
    );
}

/** What has no place in a setup folder, or not yet: left unread, it would be lost in silence. Notes in other formats may lie beside. */
async function refuseOthers(folder: string): Promise<SetupProblem[]> {
  const problems: SetupProblem[] = [];
  const report = (file: string, message: string) => problems.push(problemAt({ file, row: null, field: null }, message));
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const { name } = entry;
    if (isHidden(name) || [networkFile, membersFolder, welfareFolder, loansFolder].includes(name)) continue;
    if (name === rulesFolder) {
      const files = await filesOf(path.join(folder, name));
      if (files.includes(networkRules)) report(`${name}/${networkRules}`, "Files of this kind are not supported yet.");
      continue;
    }
    if (notYet.includes(name)) {
      for (const file of await filesOf(path.join(folder, name)))
        report(`${name}/${file}`, "Files of this kind are not supported yet.");
    } else if (entry.isDirectory() || /\.(?:csv|xlsx?|ya?ml)$/i.test(name)) {
      report(name, "The setup folder has no place for this.");
    }
  }
  return problems;
}

/** Names in a folder, sorted; none when there is no such folder. */
async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !isHidden(name)).sort();
}

/** Hidden files, and the locks that spreadsheets leave beside an open file. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$");
}
