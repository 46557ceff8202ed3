import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Person } from "../../../scripts/simulator/people/person";
import { openStage, refusal, text, type Stage } from "./support";

describe("retry keys", () => {
  let stage: Stage;
  let malee: Person;
  const key = "123e4567-e89b-12d3-a456-426614174000";
  const push = (words = "ใบเสร็จ") =>
    stage.client.pushMessageWithHttpInfo({ to: malee.id, messages: [text(words)] }, key);
  const shown = () => stage.simulator.messagesOf(malee.id).length;

  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());

  it("make a repeated call 409 with the first call's id and messages", async () => {
    const first = await push();
    const second = await refusal(push());
    expect(second).toMatchObject({
      status: 409,
      body: { message: "The retry key is already accepted", sentMessages: first.body.sentMessages },
    });
    expect(second.headers.get("x-line-accepted-request-id")).toBe(first.httpResponse.headers.get("x-line-request-id"));
    expect(second.headers.get("x-line-request-id")).not.toBe(first.httpResponse.headers.get("x-line-request-id"));
    expect(shown()).toBe(1);
    expect(stage.simulator.bill().used).toBe(1);
  });

  it("last 24 hours; after them the same key sends again", async () => {
    await push();
    stage.time.elapsed += 24 * 3_600_000;
    expect((await refusal(push())).status).toBe(409);
    stage.time.elapsed += 1;
    await push();
    expect(shown()).toBe(2);
  });

  it("stay free when the call was refused or failed", async () => {
    expect((await refusal(push(""))).status).toBe(400);
    stage.simulator.fail("pushMessage", { kind: "error-before" });
    expect((await refusal(push())).status).toBe(500);
    await push();
    expect(shown()).toBe(1);
  });

  it("are taken by a call that was accepted though its answer was lost", async () => {
    stage.simulator.fail("pushMessage", { kind: "error-after" });
    stage.simulator.fail("pushMessage", { kind: "reset-after" });
    expect((await refusal(push())).status).toBe(500);
    expect(shown()).toBe(1);
    await expect(push()).rejects.toMatchObject({ status: 409 });
    expect(shown()).toBe(1);
  });

  it("hold back a second call while the first is in flight", async () => {
    stage.simulator.fail("pushMessage", { kind: "slow", ms: 100 });
    const [first, second] = await Promise.allSettled([push(), push()]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: { status: 409 } });
    expect(shown()).toBe(1);
  });

  it("note when the body changed", async () => {
    await push("หนึ่ง");
    expect((await refusal(push("สอง"))).status).toBe(409);
    expect(stage.simulator.calls().map((call) => call.note)).toEqual([null, expect.stringContaining("another body")]);
  });

  it("must be UUIDs, and work for multicast and broadcast too", async () => {
    const messages = [text("ข่าว")];
    expect((await refusal(stage.client.broadcast({ messages }, "1"))).status).toBe(400);
    await stage.client.broadcast({ messages }, key);
    expect((await refusal(stage.client.broadcast({ messages }, key))).body).toEqual({
      message: "The retry key is already accepted",
    });
    const other = crypto.randomUUID();
    await stage.client.multicast({ to: [malee.id], messages }, other);
    expect((await refusal(stage.client.multicast({ to: [malee.id], messages }, other))).status).toBe(409);
  });
});
