import type { CommandName } from "../allow-list-commands";
import type { Handler } from "../server/call";
import { configureFailPoint } from "../server/fail-point";
import { aggregate, count, distinct } from "./aggregate";
import { create, drop, dropDatabase, listCollections, listDatabases } from "./catalog";
import { find, getMore, killCursors } from "./find";
import { findAndModify } from "./find-and-modify";
import { buildInfo, connectionStatus, dbStats, hello, ping, serverStatus } from "./hello";
import { createIndexes, dropIndexes, listIndexes } from "./indexes";
import { abortTransaction, commitTransaction, endSessions } from "./transactions";
import { insert, remove, update } from "./writes";

const ALL: Record<CommandName, Handler> = {
  ...{ hello, isMaster: hello, ismaster: hello, ping, buildInfo, buildinfo: buildInfo, connectionStatus, dbStats },
  ...{ insert, update, delete: remove, findAndModify, find, getMore, killCursors, aggregate, count, distinct },
  ...{ create, drop, dropDatabase, listDatabases, listCollections, createIndexes, listIndexes, dropIndexes },
  ...{ commitTransaction, abortTransaction, endSessions, killSessions: endSessions },
  ...{ configureFailPoint, serverStatus },
};

/** What runs each command of the allow-list. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries(ALL));
