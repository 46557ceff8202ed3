import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSimulator, type Simulator } from "../../../scripts/simulator/core";
import { byItself, jsonOf } from "./tool";

describe("sajja line check", () => {
  let simulator: Simulator;
  let server: Server;
  let host: string;
  let status = 200;
  const credentials = { LINE_CHANNEL_SECRET: "test-channel-secret", LINE_CHANNEL_ACCESS_TOKEN: "test-access-token" };

  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    simulator = createSimulator({ channelSecret: "test-channel-secret", channelAccessToken: "test-access-token" });
    await simulator.start();
  });
  afterAll(async () => {
    await simulator.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    status = 200;
    simulator.set({ webhookUrl: `${host}/webhook`, chatMode: "bot", quota: { type: "limited", value: 300 } });
  });

  const check = (env: Record<string, string> = {}) =>
    byItself(["line", "check", "--json"], {
      ...credentials,
      LINE_API_BASE_URL: simulator.origin,
      SAJJA_SIMULATOR: "on",
      PUBLIC_BASE_URL: host,
      ...env,
    });

  it("finds everything in order", async () => {
    const result = await check();
    expect(result).toMatchObject({ code: 0, err: [] });
    expect(jsonOf(result)).toMatchObject({
      ok: true,
      bot: { userId: simulator.settings.botUserId },
      webhook: { endpoint: `${host}/webhook`, active: true },
      webhookTest: { success: true, statusCode: 200 },
      quota: { limit: 300, used: 0 },
      problems: [],
    });
  });

  it("says what to change, one sentence for each thing", async () => {
    status = 401;
    simulator.set({ webhookUrl: `${host}/hook`, chatMode: "chat", quota: { type: "limited", value: 0 } });
    const result = await check({ PUBLIC_BASE_URL: "https://sajja.example.org" });
    expect(result.code).toBe(1);
    expect(result.err).toEqual([
      expect.stringContaining("change it to https://sajja.example.org/webhook"),
      expect.stringContaining("LINE_CHANNEL_SECRET is not the secret"),
      expect.stringContaining("0 of 0 messages"),
      expect.stringContaining("switch Chat off"),
    ]);
    expect(jsonOf(result)).toMatchObject({ ok: false, problems: result.err });
  });

  it("says that no webhook address is set, or that nobody answers there", async () => {
    simulator.set({ webhookUrl: "" });
    expect((await check()).err).toEqual([expect.stringContaining(`set ${host}/webhook`)]);
    simulator.set({ webhookUrl: "http://127.0.0.1:9/webhook" });
    const unreachable = await check({ PUBLIC_BASE_URL: "http://127.0.0.1:9" });
    expect(unreachable.err).toEqual([expect.stringContaining("COULD_NOT_CONNECT")]);
  });

  it("refuses without credentials, with wrong ones, and without LINE", async () => {
    expect(await byItself(["line", "check", "--json"], {})).toMatchObject({
      code: 1,
      err: [expect.stringContaining("No LINE credentials are set")],
    });
    const wrong = await check({ LINE_CHANNEL_ACCESS_TOKEN: "another" });
    expect(wrong).toMatchObject({ code: 1, err: [expect.stringContaining("LINE refuses the access token")] });
    expect(jsonOf(wrong)).toEqual({ error: wrong.err[0] });
    expect(wrong.err.join()).not.toContain("another,");
    const nobody = await check({ LINE_API_BASE_URL: "http://127.0.0.1:9" });
    expect(nobody).toMatchObject({ code: 1, err: [expect.stringContaining("LINE does not answer (network)")] });
  });
});
