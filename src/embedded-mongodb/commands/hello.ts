import { MAX_DOCUMENT_BYTES, ObjectId, docOf } from "../bson/value";
import type { Call, Reply } from "../server/call";
import { SESSION_TIMEOUT_MINUTES } from "../session/sessions";
import { MAX_MESSAGE_BYTES } from "../wire/message";
import { MAX_STATEMENTS } from "./statements";

/** Name of the replica set of one that this server is. */
export const SET_NAME = "embedded";

/** The MongoDB version whose behaviour is followed, and its wire version. */
const VERSION = "7.0.0";
const WIRE_VERSION = 21;

const ELECTION_ID = new ObjectId("\x7f\xff\xff\xff\0\0\0\0\0\0\0\x01");

/** hello and isMaster: the only, hence primary, member of a replica set. */
export function hello(call: Call): Reply {
  const { address, id } = call.connection;
  return docOf({
    helloOk: true,
    [call.name === "hello" ? "isWritablePrimary" : "ismaster"]: true,
    secondary: false,
    setName: SET_NAME,
    setVersion: 1,
    electionId: ELECTION_ID,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_STATEMENTS,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_TIMEOUT_MINUTES,
    connectionId: id,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });
}

/** buildInfo: says that this is no mongod. */
export function buildInfo(): Reply {
  return docOf({
    version: VERSION,
    versionArray: [...VERSION.split(".").map(Number), 0],
    gitVersion: "embedded",
    modules: ["embedded"],
    allocator: "none",
    javascriptEngine: "none",
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ["embedded"],
  });
}

/** connectionStatus: nobody is logged in, nobody has to be. */
export function connectionStatus(): Reply {
  return docOf({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } });
}

/** serverStatus, for test suites: the version, which they ask for here, and this engine's own counters. */
export function serverStatus({ engine }: Call): Reply {
  const { heapUsed, external } = process.memoryUsage();
  return docOf({
    version: VERSION,
    embedded: {
      refusals: engine.refusals,
      syncedBatches: engine.commits.batches,
      memoryBytes: heapUsed + external,
      documentBytes: engine.commits.bytes,
    },
  });
}

/** dbStats: the bytes of all documents of every database, and those that the cap has room for, where MongoDB tells of its file system. */
export function dbStats({ engine }: Call): Reply {
  const { bytes } = engine.commits;
  return docOf({ dataSize: bytes, indexSize: 0, fsUsedSize: bytes, fsTotalSize: engine.options.maxBytes });
}

/** ping: nothing. */
export function ping(): Reply {
  return docOf({});
}
