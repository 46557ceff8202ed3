import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { operations } from "../../../scripts/simulator/endpoints/operations";
import type { Person } from "../../../scripts/simulator/people/person";
import { describedPaths } from "../../../scripts/simulator/schema/description";
import { call, openStage, refusal, text, token, type Stage } from "./support";

describe("LINE's door", () => {
  let stage: Stage;
  let malee: Person;
  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());
  const push = (words = "a") => stage.client.pushMessage({ to: malee.id, messages: [text(words)] });
  const shown = () => malee.messages().length;

  it("knows its own operations by path and method", () => {
    const paths = describedPaths();
    for (const { method, path } of Object.values(operations)) {
      if (path.startsWith("/oauth2/")) continue;
      expect([path, paths.get(path)]).toEqual([path, expect.arrayContaining([method])]);
    }
  });

  it.each<[string, string, string, unknown, Record<string, string>, number, string]>([
    ["another token", "GET", "/v2/bot/info", undefined, { authorization: "Bearer x" }, 401, "Authentication failed"],
    ["an unknown path", "GET", "/v2/bot/nothing", undefined, {}, 404, "Not found"],
    ["an extra slash", "GET", "/v2/bot/info/", undefined, {}, 404, "Not found"],
    ["another method", "GET", "/v2/bot/message/push", undefined, {}, 405, "'GET'"],
    ["what is not simulated", "POST", "/v2/bot/message/narrowcast", {}, {}, 501, "simulator"],
    ["no JSON", "POST", "/v2/bot/message/push", "{", {}, 400, "could not be parsed"],
    ["an array", "POST", "/v2/bot/message/push", "[]", {}, 400, "could not be parsed"],
    ["another media type", "POST", "/v2/bot/message/push", "a=1", { "content-type": "text/plain" }, 415, "text/plain"],
    ["more than 2 MB", "POST", "/v2/bot/message/push", `"${"a".repeat(2 * 1024 * 1024)}"`, {}, 413, "Large"],
  ])("refuses %s", async (_what, method, path, body, headers, status, words) => {
    const answer = await call(stage, method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { message: string }).message).toContain(words);
    expect(answer.headers.get("x-line-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(stage.simulator.calls().at(-1)).toMatchObject({ status, method, path });
  });

  it("names every missing property", async () => {
    const answer = await call(stage, "POST", "/v2/bot/message/push", {});
    expect(await answer.json()).toEqual({
      message: "The request body has 2 error(s)",
      details: expect.arrayContaining([
        { message: "May not be empty", property: "to" },
        { message: "May not be empty", property: "messages" },
      ]),
    });
  });

  it("validates without sending", async () => {
    await stage.client.validatePush({ messages: [text("a")] });
    await stage.client.validateNarrowcast({ messages: [text("a")] });
    expect((await refusal(stage.client.validateReply({ messages: [text("")] }))).body).toMatchObject({
      details: [{ property: "messages[0].text" }],
    });
    expect(shown()).toBe(0);
  });

  it("refuses aggregation units of another alphabet", async () => {
    const send = (unit: string) =>
      stage.client.pushMessage({ to: malee.id, messages: [text("a")], customAggregationUnits: [unit] });
    await send("receipt_2026");
    expect((await refusal(send("ใบเสร็จ"))).status).toBe(400);
  });

  it("issues link tokens for people it knows", async () => {
    expect((await stage.client.issueLinkToken(malee.id)).linkToken).toHaveLength(32);
    expect((await refusal(stage.client.issueLinkToken("U1"))).status).toBe(400);
  });

  it("writes down every call", async () => {
    const { replyToken, webhookEventId } = await malee.says("ยอดเงิน");
    await stage.client.replyMessage({ replyToken: String(replyToken), messages: [text("500")] });
    expect(stage.simulator.calls()).toMatchObject([
      {
        operation: "replyMessage",
        requestBody: { messages: [text("500")] },
        status: 200,
        webhookEventId,
        requestId: malee.messages().at(-1)?.requestId,
        retryKey: null,
        fault: null,
      },
    ]);
    stage.simulator.fail("pushMessage", { kind: "bad-request" });
    await refusal(push());
    await refusal(push(""));
    expect(stage.simulator.refusedCalls()).toMatchObject([{ status: 400, requestBody: { messages: [text("")] } }]);
    stage.simulator.clearTraffic();
    expect(stage.simulator.calls()).toEqual([]);
  });

  describe("fails on demand", () => {
    it("before and after accepting", async () => {
      stage.simulator.fail("pushMessage", { kind: "error-before", times: 2 });
      expect((await refusal(push())).status).toBe(500);
      expect((await refusal(push())).status).toBe(500);
      expect(shown()).toBe(0);
      stage.simulator.fail("pushMessage", { kind: "error-after" });
      expect((await refusal(push())).status).toBe(500);
      expect(shown()).toBe(1);
      await push();
      expect(shown()).toBe(2);
    });

    it.each([
      ["rate-limit", 429, "rate limit"],
      ["monthly-limit", 429, "monthly limit"],
      ["unauthorized", 401, "Authentication"],
      ["bad-request", 400, "refuse"],
    ] as const)("with %s", async (kind, status, words) => {
      stage.simulator.fail("pushMessage", { kind });
      expect(await refusal(push())).toMatchObject({ status, body: { message: expect.stringContaining(words) } });
      await push();
      expect(shown()).toBe(1);
    });

    it("only with bodies that hold a text", async () => {
      stage.simulator.fail("pushMessage", { kind: "bad-request", containing: "ร้าย", times: 9 });
      await push("ดี");
      expect((await refusal(push("ร้าย"))).status).toBe(400);
      expect(stage.simulator.faults()).toMatchObject([{ operation: "pushMessage", times: 8 }]);
      stage.simulator.clearFaults();
      await push("ร้าย");
    });

    it.each([
      ["hang-before", 0],
      ["hang-after", 1],
    ] as const)("with silence: %s", async (kind, arrived) => {
      stage.simulator.fail("pushMessage", { kind });
      const body = JSON.stringify({ to: malee.id, messages: [text("a")] });
      const abort = new AbortController();
      const silent = fetch(`${stage.origin}/v2/bot/message/push`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body,
        signal: abort.signal,
      });
      const noted = new Promise<void>((resolve) => {
        stage.simulator.subscribe((change) => change.kind === "call" && resolve());
      });
      expect(await Promise.race([silent.then(() => "answer"), noted.then(() => "silence")])).toBe("silence");
      abort.abort();
      await expect(silent).rejects.toThrow("aborted");
      expect(shown()).toBe(arrived);
      expect(stage.simulator.calls().at(-1)).toMatchObject({ status: 0, fault: kind });
    });

    it.each([
      ["reset-before", 0],
      ["reset-after", 1],
    ] as const)("with a broken connection: %s", async (kind, arrived) => {
      stage.simulator.fail("pushMessage", { kind });
      await expect(push()).rejects.toThrow("fetch failed");
      expect(shown()).toBe(arrived);
    });

    it("for operations that exist alone", () => {
      expect(() => stage.simulator.fail("sendPoem" as never, { kind: "slow" })).toThrow("no operation sendPoem");
    });
  });
});
