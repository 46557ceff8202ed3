import type { CommandName } from "../allow-list-commands";
import type { Handler } from "../server/call";
import { aggregate, count, distinct } from "./aggregate";
import { create, drop, dropDatabase, listCollections, listDatabases } from "./catalog";
import { find, getMore, killCursors } from "./find";
import { findAndModify } from "./find-and-modify";
import { buildInfo, connectionStatus, hello, ping } from "./hello";
import { createIndexes, dropIndexes, listIndexes } from "./indexes";
import { configureFailPoint, getParameter, serverStatus } from "./test-only";
import { abortTransaction, commitTransaction, endSessions, refreshSessions } from "./transactions";
import { insert, remove, update } from "./writes";

const handshake = { hello, isMaster: hello, ismaster: hello, ping, buildInfo, buildinfo: buildInfo, connectionStatus };
const documents = { insert, update, delete: remove, findAndModify, find, getMore, killCursors };
const summaries = { aggregate, count, distinct };
const catalog = { create, drop, dropDatabase, listCollections, listDatabases };
const indexes = { createIndexes, listIndexes, dropIndexes };
const transactions = { commitTransaction, abortTransaction };
const sessions = { endSessions, refreshSessions, killSessions: endSessions, killAllSessions: endSessions };
const tests = { configureFailPoint, getParameter, serverStatus };

const ALL: Record<CommandName, Handler> = {
  ...handshake,
  ...documents,
  ...summaries,
  ...catalog,
  ...indexes,
  ...transactions,
  ...sessions,
  ...tests,
};

/** What runs each command of the allow-list. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries(ALL));
