import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Person } from "../../../scripts/simulator/people/person";
import { call, openStage, refusal, text, type Stage } from "./support";

describe("reply tokens", () => {
  let stage: Stage;
  let malee: Person;
  const reply = (replyToken: string | null, words = "ตอบ") =>
    stage.client.replyMessage({ replyToken: String(replyToken), messages: [text(words)] });

  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());

  it("bring the reply into the chat and name the message", async () => {
    const { replyToken, webhookEventId } = await malee.says("ยอดเงิน");
    const { sentMessages } = await reply(replyToken, "500 บาท");
    const shown = stage.simulator.messagesOf(malee.id);
    expect(shown.map((message) => message.content["text"])).toEqual(["ยอดเงิน", "500 บาท"]);
    expect(shown[1]).toMatchObject({ id: sentMessages[0]?.id, from: "bot", via: "reply", webhookEventId });
    expect(sentMessages[0]?.quoteToken).toEqual(expect.any(String));
    expect(stage.simulator.bill()).toMatchObject({ used: 0, calls: { reply: 1 } });
  });

  it("work once", async () => {
    const { replyToken } = await malee.says("ยอดเงิน");
    await reply(replyToken);
    expect(await refusal(reply(replyToken))).toMatchObject({ status: 400, body: { message: "Invalid reply token" } });
    expect(stage.simulator.messagesOf(malee.id)).toHaveLength(2);
  });

  it("work for a minute", async () => {
    const { replyToken: first } = await malee.says("หนึ่ง");
    const { replyToken: second } = await malee.says("สอง");
    stage.time.elapsed += 60_000;
    await reply(first);
    stage.time.elapsed += 1;
    expect((await refusal(reply(second))).body).toEqual({ message: "Invalid reply token" });
  });

  it("have a new minute after a redelivery, until 20 minutes after the event", async () => {
    const { replyToken, webhookEventId } = await malee.says("หนึ่ง");
    const late = await malee.says("สอง");
    stage.time.elapsed += 19 * 60_000;
    await stage.simulator.courier.redeliver(webhookEventId);
    stage.time.elapsed += 59_000;
    await reply(replyToken);
    await stage.simulator.courier.redeliver(late.webhookEventId);
    stage.time.elapsed += 2000;
    expect((await refusal(reply(late.replyToken))).status).toBe(400);
  });

  it("are not revived by a redelivery once used, but are after expiring early", async () => {
    const used = await malee.says("หนึ่ง");
    await reply(used.replyToken);
    await stage.simulator.courier.redeliver(used.webhookEventId);
    expect((await refusal(reply(used.replyToken))).status).toBe(400);
    const early = await malee.says("สอง");
    stage.simulator.expireReplyTokens();
    expect((await refusal(reply(early.replyToken))).status).toBe(400);
    await stage.simulator.courier.redeliver(early.webhookEventId);
    await reply(early.replyToken);
  });

  it("are not used up by a message that is refused", async () => {
    const { replyToken } = await malee.says("ยอดเงิน");
    expect((await refusal(reply(replyToken, ""))).status).toBe(400);
    await reply(replyToken);
  });

  it("can have short lives", async () => {
    stage.simulator.set({ replyTokenLifeMs: 50 });
    const { replyToken } = await malee.says("ยอดเงิน");
    stage.time.elapsed += 51;
    expect((await refusal(reply(replyToken))).status).toBe(400);
  });

  it("take no retry key", async () => {
    const { replyToken } = await malee.says("ยอดเงิน");
    const answer = await call(
      stage,
      "POST",
      "/v2/bot/message/reply",
      { replyToken, messages: [text("a")] },
      {
        "x-line-retry-key": crypto.randomUUID(),
      },
    );
    expect(answer.status).toBe(400);
    await reply(replyToken);
  });

  it("are missing from events that cannot be answered", async () => {
    const { messageId } = await malee.says("ผิด");
    await malee.unsends(String(messageId));
    await malee.blocks();
    expect(
      stage.bot
        .events()
        .slice(1)
        .map((event) => [event.type, "replyToken" in event]),
    ).toEqual([
      ["unsend", false],
      ["unfollow", false],
    ]);
  });

  it("bring nothing to somebody who blocked the account meanwhile", async () => {
    const { replyToken } = await malee.says("ยอดเงิน");
    await malee.blocks();
    await reply(replyToken);
    expect(stage.simulator.messagesOf(malee.id)).toHaveLength(1);
    expect(stage.simulator.calls().at(-1)).toMatchObject({ status: 200, delivered: 0 });
  });
});

describe("quote tokens", () => {
  it("quote in their own chat only", async () => {
    const stage = await openStage();
    const [malee, somchai] = ["มาลี", "สมชาย"].map((name) => stage.simulator.addUser({ name })) as [Person, Person];
    await malee.says("เท่าไร");
    const event = stage.bot.events()[0] as { message: { quoteToken: string } };
    const quoting = { ...text("500"), quoteToken: event.message.quoteToken };
    await stage.client.pushMessage({ to: malee.id, messages: [quoting] });
    expect(await refusal(stage.client.pushMessage({ to: somchai.id, messages: [quoting] }))).toMatchObject({
      status: 400,
      body: { details: [{ property: "messages[0].quoteToken" }] },
    });
    await stage.close();
  });
});
