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

/** What runs each command of the allow-list. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["hello", hello],
  ["isMaster", hello],
  ["ismaster", hello],
  ["ping", ping],
  ["buildInfo", buildInfo],
  ["buildinfo", buildInfo],
  ["connectionStatus", connectionStatus],
  ["insert", insert],
  ["update", update],
  ["delete", remove],
  ["findAndModify", findAndModify],
  ["find", find],
  ["getMore", getMore],
  ["killCursors", killCursors],
  ["aggregate", aggregate],
  ["count", count],
  ["distinct", distinct],
  ["create", create],
  ["drop", drop],
  ["dropDatabase", dropDatabase],
  ["listCollections", listCollections],
  ["listDatabases", listDatabases],
  ["createIndexes", createIndexes],
  ["listIndexes", listIndexes],
  ["dropIndexes", dropIndexes],
  ["commitTransaction", commitTransaction],
  ["abortTransaction", abortTransaction],
  ["endSessions", endSessions],
  ["refreshSessions", refreshSessions],
  ["killSessions", endSessions],
  ["configureFailPoint", configureFailPoint],
  ["killAllSessions", endSessions],
  ["getParameter", getParameter],
  ["serverStatus", serverStatus],
]);
