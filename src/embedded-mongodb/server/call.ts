import type { CommandFields } from "../allow-list-commands";
import type { Doc } from "../bson/value";
import { textOf } from "../commands/arguments";
import { CommandError } from "../errors";
import type { Engine } from "../engine";
import type { Session } from "../session/session";
import type { Collection } from "../store/collection";
import { LATEST, type View } from "../store/record";
import type { Transaction } from "../store/transaction";

/** One command as its handler gets it: fields checked, session and transaction found. */
export interface Call {
  readonly engine: Engine;
  readonly body: Doc;
  readonly name: string;
  readonly db: string;
  readonly fields: CommandFields;
  readonly session: Session | undefined;
  /** The open transaction that this is a statement of. */
  readonly txn: Transaction | null;
  /** The session keeps results because this is a retryable write. */
  readonly retryable: boolean;
  /** Logical time of a snapshot read outside of a transaction. */
  readonly snapshotAt: number | undefined;
  /** Time (Date.now) at which maxTimeMS is over. */
  readonly deadline: number | undefined;
  readonly connection: Connection;
}

/** What commands know of the connection they come by. */
export interface Connection {
  readonly id: number;
  /** The address that clients use. */
  readonly address: string;
}

/** The fields of a reply: a document, or elements that are encoded already. */
export type Reply = Doc | Buffer;

/** Runs one command. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

/** What the call's reads may see. */
export function viewOf(call: Call): View {
  if (call.txn) return call.txn.view;
  return call.snapshotAt === undefined ? LATEST : { at: call.snapshotAt, by: null };
}

/** The collection of this name as the call's reads see it; undefined for none. */
export function readTarget(call: Call, name: string): Collection | undefined {
  return call.engine.catalog.find(`${call.db}.${name}`, call.txn, viewOf(call).at);
}

/** The collection that the command's first field names. */
export function collectionName(call: Call, field = call.name): string {
  const name = textOf(call.body, field);
  const isWrong = /[/\\. "$\0*<>:|?]|^$/.test(call.db) || /[$\0]|^\.|^$/.test(name);
  if (isWrong || Buffer.byteLength(call.db + name) > 254) {
    throw new CommandError(73, `Invalid namespace specified '${call.db}.${name}'`);
  }
  return name;
}
