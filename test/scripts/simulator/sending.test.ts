import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { newLineId } from "../../../scripts/simulator/ids";
import type { GroupChat } from "../../../scripts/simulator/people/group-chat";
import type { Person } from "../../../scripts/simulator/people/person";
import { openStage, refusal, text, type Stage } from "./support";

const day = 24 * 3_600_000;

describe("who gets what is sent", () => {
  let stage: Stage;
  let friend: Person;
  let stranger: Person;
  const push = (to: string, words = "แจ้ง") => stage.client.pushMessage({ to, messages: [text(words)] });
  const received = (person: Person) =>
    stage.simulator.messagesOf(person.id).filter((message) => message.from === "bot").length;

  beforeEach(async () => {
    stage = await openStage();
    friend = stage.simulator.addUser({ name: "มาลี" });
    stranger = stage.simulator.addUser({ name: "คนแปลกหน้า", friend: false });
  });
  afterEach(() => stage.close());

  it("a push reaches a friend and is counted", async () => {
    await push(friend.id);
    expect(received(friend)).toBe(1);
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
  });

  it("counts heads, not message objects", async () => {
    await stage.client.pushMessage({ to: friend.id, messages: ["1", "2", "3", "4", "5"].map(text) });
    expect(received(friend)).toBe(5);
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
  });

  it("a push to somebody who blocked is 200, not delivered, not counted", async () => {
    await friend.blocks();
    const { sentMessages } = await push(friend.id);
    expect(sentMessages).toHaveLength(1);
    expect(received(friend)).toBe(0);
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
    expect(stage.simulator.bill().unreached).toBe(1);
    await friend.follows();
    await push(friend.id);
    expect(received(friend)).toBe(1);
  });

  it("a push reaches a stranger for 7 days after the last word in the one-to-one chat", async () => {
    await push(stranger.id);
    expect(received(stranger)).toBe(0);
    await stranger.says("สวัสดี");
    stage.time.now += 7 * day;
    await push(stranger.id);
    expect(received(stranger)).toBe(1);
    stage.time.now += 1;
    await push(stranger.id);
    expect(received(stranger)).toBe(1);
  });

  it("a push to an id that nobody has fails, one that is no id is refused by property", async () => {
    expect(await refusal(push(newLineId("U")))).toMatchObject({
      status: 400,
      body: { message: "Failed to send messages" },
    });
    expect(await refusal(push(newLineId("C")))).toMatchObject({
      status: 400,
      body: { message: "Failed to send messages" },
    });
    expect((await refusal(push("somchai"))).body).toEqual({
      message: "The property, 'to', in the request body is invalid (line: -, column: -)",
    });
  });

  it("a multicast reaches friends only, each once", async () => {
    await stranger.says("สวัสดี");
    const to = [friend.id, friend.id, stranger.id, newLineId("U")];
    await stage.client.multicast({ to, messages: [text("ข่าว")] });
    expect([received(friend), received(stranger)]).toEqual([1, 0]);
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
    expect(stage.simulator.calls().at(-2)).toMatchObject({ operation: "multicast", delivered: 1, billed: 1 });
  });

  it("a multicast takes 1 to 500 user ids", async () => {
    const many = Array.from({ length: 501 }, () => newLineId("U"));
    await stage.client.multicast({ to: many.slice(1), messages: [text("ข่าว")] });
    for (const to of [many, []]) {
      expect((await refusal(stage.client.multicast({ to, messages: [text("ข่าว")] }))).body).toEqual({
        message: "The request body has 1 error(s)",
        details: [{ message: "Size must be between 1 and 500", property: "to" }],
      });
    }
    const wrong = stage.client.multicast({ to: [friend.id, newLineId("C")], messages: [text("ข่าว")] });
    expect((await refusal(wrong)).body).toMatchObject({ message: expect.stringContaining("'to[1]'") });
    expect(received(friend)).toBe(0);
  });

  it("a broadcast reaches every friend", async () => {
    await stage.client.broadcast({ messages: [text("ถึงทุกคน")] });
    expect([received(friend), received(stranger)]).toEqual([1, 0]);
  });

  it("keeps that a message came without a sound", async () => {
    await stage.client.pushMessage({ to: friend.id, messages: [text("เงียบ")], notificationDisabled: true });
    expect(stage.simulator.messagesOf(friend.id)[0]?.silent).toBe(true);
  });

  describe("a group", () => {
    let group: GroupChat;
    beforeEach(async () => {
      group = stage.simulator.addGroup({ name: "กลุ่มบ้านน้ำขาว", members: [friend, stranger] });
      await group.invitesBot();
    });

    it("costs a push one head for every member, friend or not", async () => {
      await push(group.id);
      expect(group.messages()).toHaveLength(1);
      expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 2 });
      expect(await stage.client.getGroupMemberCount(group.id)).toEqual({ count: 2 });
    });

    it("answers for nothing", async () => {
      const { replyToken } = await group.says(stranger, "ช่วยด้วย", { mentionBot: true });
      await stage.client.replyMessage({ replyToken: String(replyToken), messages: [text("ค่ะ")] });
      expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
    });

    it("takes no more once the account has left or was removed", async () => {
      await stage.client.leaveGroup(group.id);
      expect((await refusal(push(group.id))).status).toBe(400);
      await group.invitesBot();
      await group.removesBot();
      expect((await refusal(push(group.id))).status).toBe(400);
    });

    it("lets members be mentioned, nobody else", async () => {
      const mention = (userId: string) => ({
        type: "textV2" as const,
        text: "คุณ {who} คะ",
        substitution: { who: { type: "mention" as const, mentionee: { type: "user" as const, userId } } },
      });
      await stage.client.pushMessage({ to: group.id, messages: [mention(stranger.id)] });
      expect(
        (await refusal(stage.client.pushMessage({ to: group.id, messages: [mention(newLineId("U"))] }))).status,
      ).toBe(400);
      expect((await refusal(stage.client.pushMessage({ to: friend.id, messages: [mention(friend.id)] }))).status).toBe(
        400,
      );
    });
  });
});

describe("the quota", () => {
  let stage: Stage;
  let friends: Person[];
  beforeEach(async () => {
    stage = await openStage({ quota: { type: "limited", value: 5 } });
    friends = ["ก", "ข", "ค"].map((name) => stage.simulator.addUser({ name }));
  });
  afterEach(() => stage.close());
  const news = () => stage.client.multicast({ to: friends.map(({ id }) => id), messages: [text("ข่าว")] });

  it("refuses a send that would pass it, and sends nothing of it", async () => {
    expect(await stage.client.getMessageQuota()).toEqual({ type: "limited", value: 5 });
    await news();
    expect(await refusal(news())).toMatchObject({
      status: 429,
      body: { message: "You have reached your monthly limit." },
    });
    expect(stage.simulator.messagesOf(friends[0]?.id ?? "")).toHaveLength(1);
    await stage.client.pushMessage({ to: friends[0]?.id ?? "", messages: [text("ยังได้")] });
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 4 });
  });

  it("begins anew with the month, and counts what was sent elsewhere", async () => {
    await news();
    stage.simulator.useQuotaElsewhere(2);
    expect((await refusal(news())).status).toBe(429);
    stage.time.now = Date.parse("2026-04-01T00:00:00+09:00");
    await news();
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 3 });
    expect(await stage.client.getNumberOfSentMulticastMessages("20260310")).toEqual({ status: "ready", success: 3 });
    expect(await stage.client.getNumberOfSentMulticastMessages("20260401")).toEqual({ status: "unready" });
  });

  it("may be none; the bill tells what each plan would cost", async () => {
    stage.simulator.setQuota({ type: "none" });
    expect(await stage.client.getMessageQuota()).toEqual({ type: "none" });
    stage.simulator.useQuotaElsewhere(20_000);
    await news();
    expect(stage.simulator.bill()).toMatchObject({
      month: "2026-03",
      used: 20_003,
      heads: { multicast: 3 },
      plans: [
        { name: "Free", satang: null },
        { name: "Basic", satang: 128_000 + 5003 * 10 },
        { name: "Pro", satang: 178_000 },
      ],
    });
  });
});

describe("the rate", () => {
  it("is a token bucket for each operation: empty it refuses, with time it fills", async () => {
    const stage = await openStage({ rateLimits: { pushMessage: { burst: 2, perMs: 1000 } } });
    const { id } = stage.simulator.addUser({ name: "มาลี" });
    const push = () => stage.client.pushMessage({ to: id, messages: [text("a")] });
    await push();
    await push();
    expect(await refusal(push())).toMatchObject({
      status: 429,
      body: { message: "The API rate limit has been exceeded. Try again later." },
    });
    expect((await stage.client.getProfile(id)).userId).toBe(id);
    stage.time.elapsed += 500;
    await push();
    expect((await refusal(push())).status).toBe(429);
    await stage.close();
  });

  it("is LINE's own where nothing else is set: 60 broadcasts an hour", async () => {
    const stage = await openStage();
    const send = () => stage.client.broadcast({ messages: [text("a")] });
    for (let sent = 0; sent < 60; sent += 1) await send();
    expect((await refusal(send())).status).toBe(429);
    stage.time.elapsed += 60_000;
    await send();
    await stage.close();
  });
});
