import type { Doc } from "./bson/value";
import { CommandError, refuse } from "./errors";

/** Fields of one command that are done as MongoDB does, and those that are accepted without effect; all others are refused. */
export interface CommandFields {
  readonly implemented: readonly string[];
  /** Change no result here: hints for plans and logs, and waiting that never has anything to wait for. `*` stands for any field. */
  readonly ignored: readonly string[];
  /** Runs inside a transaction. */
  readonly inTransaction: boolean;
  /** A retryable write: repeats with the same transaction number are answered, not run again. */
  readonly retryable: boolean;
  /** Only with the switch for test suites. */
  readonly testOnly: boolean;
}

/** Reads `traits | implemented | ignored`. */
function fields(line: string): CommandFields {
  const [traits = [], implemented = [], ignored = []] = line.split("|").map((part) => part.split(" ").filter(Boolean));
  const has = (trait: string): boolean => traits.includes(trait);
  return {
    implemented,
    ignored,
    inTransaction: has("transaction"),
    retryable: has("retryable"),
    testOnly: has("test"),
  };
}

/** Fields that every command takes (MongoDB manual: Database Commands). */
export const COMMON_FIELDS = fields(
  "| $db lsid txnNumber autocommit startTransaction readConcern writeConcern | $clusterTime $readPreference comment",
);

// MongoDB too passes over what it does not know in a hello, so that newer drivers can ask older servers.
const LINES = {
  hello: "| | *",
  isMaster: "| | *",
  ismaster: "| | *",
  ping: "",
  buildInfo: "",
  buildinfo: "",
  connectionStatus: "| | showPrivileges",
  dbStats: "",
  insert: "transaction retryable | documents ordered maxTimeMS | bypassDocumentValidation",
  update: "transaction retryable | updates ordered maxTimeMS | bypassDocumentValidation",
  delete: "transaction retryable | deletes ordered maxTimeMS",
  findAndModify:
    "transaction retryable | query sort remove update new fields upsert arrayFilters maxTimeMS | bypassDocumentValidation",
  find: "transaction | filter sort projection skip limit batchSize singleBatch maxTimeMS | allowDiskUse allowPartialResults",
  getMore: "transaction | collection batchSize",
  killCursors: "transaction | cursors",
  aggregate: "transaction | pipeline cursor maxTimeMS | allowDiskUse bypassDocumentValidation",
  count: "| query limit skip maxTimeMS",
  distinct: "transaction | key query maxTimeMS",
  create: "transaction",
  drop: "",
  dropDatabase: "",
  listDatabases: "| filter nameOnly | authorizedDatabases",
  listCollections: "| filter nameOnly cursor | authorizedCollections",
  createIndexes: "transaction | indexes | commitQuorum",
  listIndexes: "| cursor",
  dropIndexes: "| index",
  commitTransaction: "transaction",
  abortTransaction: "transaction",
  endSessions: "",
  killSessions: "",
  configureFailPoint: "test | mode data",
  serverStatus: "test",
};

/** The name of a command on the list. */
export type CommandName = keyof typeof LINES;

/** Every command there is, with its fields beside the common ones. */
export const COMMANDS: ReadonlyMap<string, CommandFields> = new Map(
  Object.entries(LINES).map(([name, line]) => [name, fields(line)]),
);

/** Fields of the statements inside update and delete. */
export const STATEMENTS = { update: fields("| q u multi upsert arrayFilters"), delete: fields("| q limit") };

/** The command's entry. Throws CommandNotFound (59), and refuses (238) any field that is not on the list, before anything runs. */
export function checkCommand(name: string, body: Doc, testCommands: boolean): CommandFields {
  const command = COMMANDS.get(name);
  if (!command || (command.testOnly && !testCommands)) throw new CommandError(59, `no such command: '${name}'`);
  for (const field of body.keys()) {
    if (field !== name && !isListed(command, field) && !isListed(COMMON_FIELDS, field)) refuse(`${name} with ${field}`);
  }
  return command;
}

/** Refuses a statement's fields that are not on the list. */
export function checkStatement(command: "update" | "delete", statement: Doc): void {
  for (const field of statement.keys()) if (!isListed(STATEMENTS[command], field)) refuse(`${command} with ${field}`);
}

function isListed({ implemented, ignored }: CommandFields, field: string): boolean {
  return implemented.includes(field) || ignored.includes(field) || ignored[0] === "*";
}
