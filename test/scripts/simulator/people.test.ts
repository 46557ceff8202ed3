import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { newLineId } from "../../../scripts/simulator/ids";
import type { GroupChat } from "../../../scripts/simulator/people/group-chat";
import type { Person } from "../../../scripts/simulator/people/person";
import { flex } from "./flex-sample";
import { openStage, refusal, text, type Stage } from "./support";

describe("people", () => {
  let stage: Stage;
  let malee: Person;
  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี", statusMessage: "สบายดี" });
  });
  afterEach(() => stage.close());
  const last = () => stage.bot.events().at(-1) as unknown as Record<string, unknown>;
  const push = (message: Parameters<Stage["client"]["pushMessage"]>[0]["messages"][number]) =>
    stage.client.pushMessage({ to: malee.id, messages: [message] });

  it("have a profile that friends show", async () => {
    expect(await stage.client.getProfile(malee.id)).toEqual({
      displayName: "มาลี",
      userId: malee.id,
      language: "th",
      statusMessage: "สบายดี",
    });
    await malee.blocks();
    expect((await refusal(stage.client.getProfile(malee.id))).body).toEqual({ message: "Not found" });
    await malee.follows();
    expect(last()).toMatchObject({ type: "follow", follow: { isUnblocked: true } });
    malee.changes({ consents: false });
    expect((await refusal(stage.client.getProfile(malee.id))).status).toBe(404);
    expect((await refusal(stage.client.getProfile(newLineId("U")))).status).toBe(404);
    expect((await refusal(stage.client.getProfile("malee"))).body).toEqual({
      message: "The value for the 'userId' parameter is invalid",
    });
  });

  it("become friends and cannot write to an account that they block", async () => {
    const somchai = stage.simulator.addUser({ name: "สมชาย", friend: false });
    await somchai.follows();
    expect(last()).toMatchObject({ type: "follow", follow: { isUnblocked: false }, replyToken: expect.any(String) });
    await somchai.blocks();
    await expect(somchai.says("สวัสดี")).rejects.toThrow("has blocked");
    await expect(somchai.taps("x")).rejects.toThrow("has blocked");
  });

  it("tap what is on the screen, by its label", async () => {
    await push(flex());
    await malee.tapsButton(/^ยืนยัน/);
    expect(last()).toMatchObject({ type: "postback", postback: { data: "v1:abcdef" } });
    expect(malee.messages().at(-1)).toMatchObject({
      from: malee.id,
      content: { text: "ยืนยันรับ 475 บาท" },
      webhookEventId: last()["webhookEventId"],
    });
    await malee.tapsButton("เลือกวัน", "2026-03-05");
    expect(last()).toMatchObject({ postback: { data: "day", params: { date: "2026-03-05" } } });
    await expect(malee.tapsButton("เลือกวัน", "5 มี.ค.")).rejects.toThrow("cannot be picked");
    expect((await malee.tapsButton("คัดลอก")).reason).toBe("NOT_SENT");
    expect(() => malee.tapsButton("ไม่มี")).toThrow("ยืนยันรับ 475 บาท");
  });

  it("see quick replies of the last message until one is tapped or something new comes", async () => {
    const ask = {
      ...text("เอาไหม"),
      quickReply: {
        items: [{ type: "action" as const, action: { type: "message" as const, label: "เอา", text: "เอาค่ะ" } }],
      },
    };
    await push(ask);
    expect(malee.quickReplies()).toHaveLength(1);
    await malee.tapsButton("เอา");
    expect(last()).toMatchObject({ message: { text: "เอาค่ะ" } });
    expect(malee.quickReplies()).toEqual([]);
    await push(ask);
    await push(text("อีกเรื่อง"));
    expect(malee.quickReplies()).toEqual([]);
    expect(() => malee.tapsButton("เอา")).toThrow("no button");
  });

  it("lose a quick reply that leaves no bubble, too", async () => {
    await push({
      ...text("?"),
      quickReply: { items: [{ type: "action", action: { type: "postback", label: "ใช่", data: "yes" } }] },
    });
    await malee.tapsButton("ใช่");
    expect(last()).toMatchObject({ postback: { data: "yes" } });
    expect(malee.quickReplies()).toEqual([]);
  });

  it("quote and send what no button carries", async () => {
    const { messageId } = await malee.says("หนึ่ง");
    await malee.says("หมายถึงอันนี้", { quote: String(messageId) });
    expect(last()).toMatchObject({ message: { quotedMessageId: messageId } });
    await malee.taps("forged", { displayText: "แตะ" });
    expect(last()).toMatchObject({ postback: { data: "forged" } });
    expect(() => malee.edits(String(messageId), "สอง")).toThrow("group chats only");
    expect(() => malee.unsends("1")).toThrow("no message 1");
  });

  describe("in a group", () => {
    let somchai: Person;
    let group: GroupChat;
    beforeEach(async () => {
      somchai = stage.simulator.addUser({ name: "สมชาย", friend: false });
      group = stage.simulator.addGroup({ name: "บ้านน้ำขาว", members: [malee, somchai] });
    });

    it("talk without the account until it is invited", async () => {
      expect((await group.says(malee, "สวัสดี")).reason).toBe("NOT_SENT");
      expect((await group.taps(malee, "x")).reason).toBe("NOT_SENT");
      await group.invitesBot();
      expect(last()).toMatchObject({
        type: "join",
        source: { type: "group", groupId: group.id },
        replyToken: expect.any(String),
      });
      await group.says(malee, "สวัสดี");
      expect(last()).toMatchObject({ type: "message", source: { type: "group", groupId: group.id, userId: malee.id } });
      await group.removesBot();
      expect(last()).toMatchObject({ type: "leave" });
      expect(last()["replyToken"]).toBeUndefined();
      expect((await group.says(malee, "ไปแล้ว")).reason).toBe("NOT_SENT");
    });

    it("mention the account, everybody, each other", async () => {
      await group.invitesBot();
      await group.says(malee, "#สัจจะ 1234", { mentionBot: true });
      const { botUserId } = stage.simulator.settings;
      expect(last()).toMatchObject({
        message: {
          text: "@Sajja #สัจจะ 1234",
          mention: { mentionees: [{ type: "user", index: 0, length: 6, userId: botUserId, isSelf: true }] },
        },
      });
      somchai.changes({ consents: false });
      await group.says(malee, "ฟัง @All นะ", { mentions: { all: true, users: [somchai.id] } });
      const { mention, text: said } = last()["message"] as {
        text: string;
        mention: { mentionees: { type: string; index: number; length: number; userId?: string }[] };
      };
      expect(mention.mentionees.map((one) => said.slice(one.index, one.index + one.length))).toEqual([
        "@สมชาย",
        "@All",
      ]);
      expect(mention.mentionees[0]?.userId).toBeUndefined();
      await group.says(malee, "@Sajja ไม่ได้เรียกจริง");
      expect((last()["message"] as { mention?: unknown }).mention).toBeUndefined();
    });

    it("are named only with their consent, and not always on a tap", async () => {
      await group.invitesBot();
      await group.taps(malee, "x");
      expect(last()["source"]).toEqual({ type: "group", groupId: group.id, userId: malee.id });
      await group.taps(malee, "x", { anonymous: true });
      expect(last()["source"]).toEqual({ type: "group", groupId: group.id });
      malee.changes({ consents: false });
      await group.says(malee, "ไม่บอกชื่อ");
      expect(last()["source"]).toEqual({ type: "group", groupId: group.id });
    });

    it("edit and take back what they wrote", async () => {
      await group.invitesBot();
      const { messageId } = await group.says(malee, "50");
      const first = stage.bot.events().at(-1) as { webhookEventId: string };
      await group.as(malee).edits(String(messageId), "500");
      expect(last()).toMatchObject({
        type: "messageEdited",
        message: { id: messageId, text: "500" },
        replyToken: expect.any(String),
      });
      expect(last()["webhookEventId"]).not.toBe(first.webhookEventId);
      expect(last()["message"]).not.toHaveProperty("markAsReadToken");
      await group.as(malee).unsends(String(messageId));
      expect(last()).toMatchObject({ type: "unsend", unsend: { messageId } });
      expect(group.messages().map((message) => message.content)).toEqual([{ type: "unsent" }]);
      expect(() => group.as(somchai).unsends(String(messageId))).toThrow("no message");
    });

    it("come, go and are known by the group's own endpoints", async () => {
      await group.invitesBot();
      const newcomer = stage.simulator.addUser({ name: "ใหม่", friend: false });
      await group.addsMembers(newcomer);
      expect(last()).toMatchObject({
        type: "memberJoined",
        joined: { members: [{ type: "user", userId: newcomer.id }] },
      });
      expect(await stage.client.getGroupSummary(group.id)).toEqual({ groupId: group.id, groupName: "บ้านน้ำขาว" });
      expect(await stage.client.getGroupMemberCount(group.id)).toEqual({ count: 3 });
      expect((await stage.client.getGroupMemberProfile(group.id, newcomer.id)).displayName).toBe("ใหม่");
      expect((await refusal(stage.client.getProfile(newcomer.id))).status).toBe(404);
      await group.removesMembers(newcomer);
      expect(last()).toMatchObject({ type: "memberLeft", left: { members: [{ userId: newcomer.id }] } });
      expect((await refusal(stage.client.getGroupMemberProfile(group.id, newcomer.id))).status).toBe(404);
      expect(() => group.as(newcomer)).toThrow("is not in the group");
      expect((await refusal(stage.client.getGroupSummary("C1"))).status).toBe(400);
      expect((await refusal(stage.client.getGroupSummary(newLineId("C")))).status).toBe(404);
    });

    it("are listed to verified accounts alone", async () => {
      await group.invitesBot();
      expect(await refusal(stage.client.getGroupMembersIds(group.id))).toMatchObject({
        status: 403,
        body: { message: "Access to this API is not available for your account" },
      });
      expect((await refusal(stage.client.getFollowers())).status).toBe(403);
      stage.simulator.set({ verified: true });
      expect(await stage.client.getGroupMembersIds(group.id)).toEqual({ memberIds: [malee.id, somchai.id] });
      expect(await stage.client.getFollowers()).toEqual({ userIds: [malee.id] });
      for (const name of ["ก", "ข", "ค"]) stage.simulator.addUser({ name });
      const first = await stage.client.getFollowers(undefined, 3);
      expect(first.userIds).toHaveLength(3);
      expect((await stage.client.getFollowers(first.next, 3)).userIds).toHaveLength(1);
      expect((await refusal(stage.client.getFollowers("!", 3))).body).toEqual({ message: "Invalid start param" });
    });
  });
});
