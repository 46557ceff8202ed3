import { describe, expect, it } from "@jest/globals";
import type { GroupChat } from "../../scripts/simulator/core";
import { baht } from "../../src/domain/money";
import { GroupChatModel } from "../../src/storage/group-chats";
import { InboxModel } from "../../src/storage/inbox";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a LINE group chat", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("hears one sentence when the account joins, and then nothing unless it calls", async () => {
    const malee = await village.member({ pledgeSavings: baht(4_200) });
    const chat = await chatOf(malee);
    expect(saidIn(chat)).toContain("#สัจจะ");
    const before = count(chat);

    await chat.says(malee.phone, "ยอดเงิน");
    await chat.says(malee.phone, "วันนี้รับเงินกี่โมง สัจจะ");
    await chat.as(malee.phone).sendsSticker();
    await chat.addsMembers((await village.stranger()).phone);
    await village.settle();
    expect(count(chat)).toBe(before);

    await chat.says(malee.phone, "ยอดเงินของฉัน", { mentionBot: true });
    await chat.says(malee.phone, "#สัจจะ ยอดเงิน");
    await chat.says(malee.phone, "#SAJJA balance");
    await village.settle();
    expect(count(chat)).toBe(before + 3);
    expect(saidIn(chat)).not.toContain("4,200");
  });

  it("gets no answer for a mention of others, and none of its floods", async () => {
    const malee = await village.member();
    const chat = await chatOf(malee);
    const before = count(chat);
    await chat.says(malee.phone, "สวัสดี", { mentions: { users: [malee.lineUserId] } });
    await chat.says(malee.phone, "ทุกคน", { mentions: { all: true } });

    village.simulator.courier.hold();
    for (let n = 0; n < 20; n++) await chat.says(malee.phone, `ข้อความที่ ${n}`);
    await village.simulator.courier.release({ together: true });
    await village.settle();

    expect(count(chat)).toBe(before);
    expect(await InboxModel.countDocuments({ chatId: chat.id, state: "done" })).toBe(23);
  });

  it("gives no card's secret away when somebody presses a card there", async () => {
    const malee = await village.member({ pledgeSavings: baht(4_200) });
    const chat = await chatOf(malee);
    await malee.says("ยอดเงิน");
    const entries = malee.dataOf(/^ดูรายการ/);

    await chat.taps(malee.phone, entries);
    await chat.taps(malee.phone, entries, { anonymous: true });
    await village.settle();

    expect(saidIn(chat)).toMatch(refusalOf("chat.private-only"));
    expect(saidIn(chat)).not.toContain("4,200");
  });

  it("is bound by the officer who got the code, and by nobody else", async () => {
    const chair = await village.officer("chair");
    const secretary = await village.officer("secretary");
    const malee = await village.member();
    const chat = await chatOf(chair, secretary, malee);
    expect((await malee.says("ผูกกลุ่มไลน์")).text).toMatch(refusalOf("role.missing"));
    const code = /#สัจจะ (\d{6})/.exec((await chair.says("ผูกกลุ่มไลน์")).text)?.[1] ?? "";

    for (const wrong of [malee, secretary]) await chat.says(wrong.phone, `#สัจจะ ${code}`);
    await chat.says(chair.phone, "#สัจจะ 000000");
    await village.settle();
    expect(await GroupChatModel.findById(chat.id).lean()).toBeNull();
    expect(saidIn(chat)).toMatch(refusalOf("chat.code-wrong"));

    const thai = code.replaceAll(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");
    await chat.says(chair.phone, `#สัจจะ ${thai}`);
    await village.settle();
    expect(await GroupChatModel.findById(chat.id).lean()).toMatchObject({ groupId: village.group.id });
    expect(saidIn(chat)).toContain(`แชทกลุ่มนี้เป็นของ${village.group.name.th}แล้ว`);
  });

  it("is not bound by a code that is used or 15 minutes old, and is unbound when the account leaves", async () => {
    const chair = await village.officer("chair");
    const [chat, other] = [await chatOf(chair), await chatOf(chair)];
    const code = async () => /#สัจจะ (\d{6})/.exec((await chair.says("ผูกกลุ่มไลน์")).text)?.[1] ?? "";
    const [used, late] = [await code(), await code()];
    await chat.says(chair.phone, `#สัจจะ ${used}`);
    await other.says(chair.phone, `#สัจจะ ${used}`);
    await village.settle();
    await village.moveTo("2026-03-01", "09:50");
    await other.says(chair.phone, `#สัจจะ ${late}`);
    await village.settle();
    expect(await GroupChatModel.findById(other.id).lean()).toBeNull();
    expect(await GroupChatModel.findById(chat.id).lean()).not.toBeNull();

    await chat.removesBot();
    await village.settle();
    expect(await GroupChatModel.findById(chat.id).lean()).toBeNull();
  });

  it("has an edited message read once more: a code that it then shows is burned", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const stranger = await village.stranger();
    await stranger.says("ยินยอม");
    const chat = await chatOf(stranger);
    const { messageId } = await chat.says(stranger.phone, "รหัส");
    await secretary.says("ขอรหัส 012");
    const [, first = "", rest = ""] = /\b(\d{4}) (\d{4})\b/.exec((await secretary.taps(/^012/)).text) ?? [];

    await chat.as(stranger.phone).edits(messageId ?? "", `รหัส ${first} ${rest}`);
    await village.settle();

    expect(saidIn(chat)).toContain("รหัสนี้ใช้ไม่ได้แล้ว");
    expect((await stranger.says(first + rest)).text).toMatch(refusalOf("link.burned"));
  });

  async function chatOf(...people: Villager[]): Promise<GroupChat> {
    const chat = village.simulator.addGroup({ name: "กลุ่มไลน์", members: people.map(({ phone }) => phone) });
    await chat.invitesBot();
    await village.settle();
    return chat;
  }

  const fromBot = (chat: GroupChat) => chat.messages().filter((message) => message.from === "bot");
  const count = (chat: GroupChat) => fromBot(chat).length;
  const saidIn = (chat: GroupChat) => JSON.stringify(fromBot(chat).map(({ content }) => content));
});
