import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createSimulator, type Person, type Simulator } from "../../scripts/simulator/core";
import { fetchContent, type ContentLimits } from "../../src/line/content";
import { LineRejectedError, LineUnreachableError } from "../../src/line/errors";
import { twoHalves } from "../media/pictures";

const limit = { bytes: 100_000 };

describe("the file of a message", () => {
  let simulator: Simulator;
  let malee: Person;
  let origin: string;
  beforeAll(async () => {
    simulator = createSimulator({ channelSecret: "secret-of-tests", channelAccessToken: "token" });
    ({ origin } = await simulator.start());
    malee = simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => simulator.clearFaults());
  afterAll(() => simulator.stop());

  const fetchOf = (messageId: string | null, limits: ContentLimits = limit, accessToken = "token") =>
    fetchContent({ accessToken, dataApiBaseUrl: origin }, messageId ?? "", limits);

  it("comes with the type that LINE tells", async () => {
    const bytes = await twoHalves().encode("png");
    const { messageId } = await malee.sendsImage(bytes);
    expect(await fetchOf(messageId)).toEqual({ kind: "file", bytes, declaredType: "image/png" });
  });

  it("is asked for again while LINE makes it ready, and not for ever", async () => {
    const { messageId } = await malee.sendsRecording("video", Buffer.from("film"), { polls: 3 });
    expect(await fetchOf(messageId, { ...limit, pausesMs: [1] })).toEqual({ kind: "preparing" });
    expect(await fetchOf(messageId, { ...limit, pausesMs: [1] })).toMatchObject({ kind: "file" });
  });

  it("is gone when its sender took it back, when there is none, and for what is no id", async () => {
    const { messageId } = await malee.sendsImage(await twoHalves().encode("png"));
    await malee.unsends(String(messageId));
    for (const id of [messageId, "123456", "../../v2/bot/info", ""])
      expect(await fetchOf(id)).toEqual({ kind: "gone" });
  });

  it("is refused to a wrong token, and the trouble of LINE is told apart from it", async () => {
    const { messageId } = await malee.sendsImage(await twoHalves().encode("png"));
    await expect(fetchOf(messageId, limit, "wrong")).rejects.toMatchObject({ kind: "unauthorized", status: 401 });
    await expect(fetchOf(messageId, limit, "wrong")).rejects.toThrow(LineRejectedError);
    for (const [kind, reason] of [
      ["error-before", "server-error"],
      ["reset-before", "network"],
      ["hang-before", "timeout"],
    ] as const) {
      simulator.fail("getMessageContent", { kind });
      const fetched = fetchOf(messageId, { ...limit, timeMs: 400 });
      await expect(fetched).rejects.toMatchObject({ reason });
      await expect(fetched).rejects.toThrow(LineUnreachableError);
    }
    simulator.fail("getMessageContent", { kind: "rate-limit" });
    await expect(fetchOf(messageId)).rejects.toMatchObject({ kind: "rate" });
  });
});

describe("a file without an end", () => {
  let sent = 0;
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { "content-type": "image/jpeg" });
    const part = Buffer.alloc(10_000);
    const more = () => {
      if (response.destroyed) return;
      sent += part.length;
      response.write(part, more);
    };
    more();
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  it("is read no further than the limit", async () => {
    const dataApiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const closed = new Promise((resolve) => server.once("request", (_req, res) => res.once("close", resolve)));
    expect(await fetchContent({ accessToken: "token", dataApiBaseUrl }, "1", limit)).toEqual({ kind: "too-large" });
    await closed;
    expect(sent).toBeGreaterThan(limit.bytes);
  });
});
