import { CommandError, refuse } from "./errors";
import type { Doc } from "./bson/value";

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

type Trait = "transaction" | "retryable" | "test";

function fields(implemented: string, ignored = "", ...traits: Trait[]): CommandFields {
  const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");
  return {
    implemented: words(implemented),
    ignored: words(ignored),
    inTransaction: traits.includes("transaction"),
    retryable: traits.includes("retryable"),
    testOnly: traits.includes("test"),
  };
}

/** Fields that every command takes (MongoDB manual: Database Commands). */
export const COMMON_FIELDS = fields(
  "$db lsid txnNumber autocommit startTransaction readConcern writeConcern maxTimeMS",
  "$clusterTime $readPreference comment",
);

/** MongoDB too passes over what it does not know in a hello, so that newer drivers can ask older servers. */
const HELLO = fields("", "*");

/** Every command there is, with its fields beside the common ones. */
export const COMMANDS: ReadonlyMap<string, CommandFields> = new Map([
  ["hello", HELLO],
  ["isMaster", HELLO],
  ["ismaster", HELLO],
  ["ping", fields("")],
  ["buildInfo", fields("")],
  ["buildinfo", fields("")],
  ["connectionStatus", fields("", "showPrivileges")],
  ["insert", fields("documents ordered stmtId stmtIds", "bypassDocumentValidation", "transaction", "retryable")],
  ["update", fields("updates ordered stmtId stmtIds", "bypassDocumentValidation", "transaction", "retryable")],
  ["delete", fields("deletes ordered stmtId stmtIds", "", "transaction", "retryable")],
  [
    "findAndModify",
    fields(
      "query sort remove update new fields upsert arrayFilters stmtId",
      "bypassDocumentValidation",
      "transaction",
      "retryable",
    ),
  ],
  [
    "find",
    fields(
      "filter sort projection skip limit batchSize singleBatch",
      "allowDiskUse noCursorTimeout allowPartialResults",
      "transaction",
    ),
  ],
  ["getMore", fields("collection batchSize", "", "transaction")],
  ["killCursors", fields("cursors", "", "transaction")],
  ["aggregate", fields("pipeline cursor", "allowDiskUse bypassDocumentValidation", "transaction")],
  ["count", fields("query limit skip")],
  ["distinct", fields("key query", "", "transaction")],
  ["create", fields("capped autoIndexId", "", "transaction")],
  ["drop", fields("")],
  ["dropDatabase", fields("")],
  ["listCollections", fields("filter nameOnly cursor", "authorizedCollections")],
  ["listDatabases", fields("filter nameOnly", "authorizedDatabases")],
  ["createIndexes", fields("indexes", "commitQuorum", "transaction")],
  ["listIndexes", fields("cursor")],
  ["dropIndexes", fields("index")],
  ["commitTransaction", fields("recoveryToken", "", "transaction")],
  ["abortTransaction", fields("recoveryToken", "", "transaction")],
  ["endSessions", fields("")],
  ["refreshSessions", fields("")],
  ["killSessions", fields("")],
  ["configureFailPoint", fields("mode data", "", "test")],
  ["killAllSessions", fields("", "", "test")],
  [
    "getParameter",
    fields(
      "featureCompatibilityVersion",
      "enableTestCommands transactionLifetimeLimitSeconds authenticationMechanisms requireApiVersion",
      "test",
    ),
  ],
  ["serverStatus", fields("", "repl metrics locks", "test")],
]);

/** Fields of the statements inside update and delete. */
export const STATEMENTS: Readonly<Record<"update" | "delete", CommandFields>> = {
  update: fields("q u multi upsert arrayFilters"),
  delete: fields("q limit"),
};

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

function isListed(command: CommandFields, field: string): boolean {
  return command.implemented.includes(field) || command.ignored.includes(field) || command.ignored[0] === "*";
}
