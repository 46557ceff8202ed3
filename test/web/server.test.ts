import { describe, expect, it } from "@jest/globals";
import request from "supertest";
import { createClock } from "../../src/clock";
import { createLog } from "../../src/telemetry/log";
import { createMetrics } from "../../src/telemetry/metrics";
import { createApp } from "../../src/web/server";
import { useDatabase } from "../support/database";

function app(over: { metricsToken?: string; inbox?: () => boolean } = {}) {
  return createApp({
    webhook: () => undefined,
    loops: { inbox: over.inbox ?? (() => true) },
    metrics: createMetrics(),
    metricsToken: over.metricsToken ?? null,
    clock: createClock(),
    log: createLog("silent"),
    defaultLanguage: "th",
    pages: null,
  });
}

describe("health and metrics", () => {
  useDatabase();

  it("says that the process lives", async () => {
    expect((await request(app()).get("/healthz")).status).toBe(200);
  });

  it("is ready while database and loops work, and names what does not", async () => {
    expect((await request(app()).get("/readyz")).body).toEqual({ ready: true, parts: { database: "ok", inbox: "ok" } });
    const failing = await request(app({ inbox: () => false })).get("/readyz");
    expect(failing.status).toBe(503);
    expect(failing.body).toEqual({ ready: false, parts: { database: "ok", inbox: "failing" } });
  });

  it("shows metrics to this machine, or to who has the token", async () => {
    expect((await request(app()).get("/metrics")).text).toContain("sajja_inbox_events");
    expect((await request(app()).get("/metrics").set("x-forwarded-for", "10.0.0.1")).status).toBe(403);
    const guarded = app({ metricsToken: "a-long-enough-token" });
    expect((await request(guarded).get("/metrics")).status).toBe(403);
    expect((await request(guarded).get("/metrics").set("authorization", "Bearer wrong-token-of-len")).status).toBe(403);
    expect((await request(guarded).get("/metrics").set("authorization", "Bearer a-long-enough-token")).status).toBe(
      200,
    );
  });

  it("has nothing else where pages are off", async () => {
    for (const path of ["/", "/pages/", "/pages/settings.json", `/api/photos/${"0".repeat(32)}`, "/api/operations"])
      expect((await request(app()).get(path)).status).toBe(404);
  });
});
