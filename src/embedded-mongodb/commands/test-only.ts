import { docOf } from "../bson/value";
import { CommandError, refuse } from "../errors";
import type { Call, Reply } from "../server/call";
import { parseFailPoint } from "../server/fail-point";

/** configureFailPoint failCommand, as the drivers' test suites use it. */
export function configureFailPoint(call: Call): Reply {
  if (call.body.get("configureFailPoint") !== "failCommand") refuse("fail points other than failCommand");
  call.engine.failPoint = parseFailPoint(call.body);
  return docOf({});
}

/** getParameter: the few that test suites ask for. */
export function getParameter(call: Call): Reply {
  if (call.body.get("getParameter") !== "*" && !call.body.has("featureCompatibilityVersion")) {
    throw new CommandError(72, "no option found to get");
  }
  return docOf({
    featureCompatibilityVersion: { version: "7.0" },
    enableTestCommands: true,
    transactionLifetimeLimitSeconds: call.engine.options.transactionLifetimeMs / 1000,
  });
}

/** serverStatus: what test harnesses read, and this engine's own counters. */
export function serverStatus(call: Call): Reply {
  const { engine } = call;
  const { heapUsed, external } = process.memoryUsage();
  return docOf({
    version: "7.0.0",
    process: "embedded",
    uptime: process.uptime(),
    localTime: new Date(),
    storageEngine: { name: "embedded" },
    embedded: {
      refusals: engine.refusals,
      syncedBatches: engine.commits.batches,
      memoryBytes: heapUsed + external,
      documentBytes: engine.commits.bytes,
    },
  });
}
