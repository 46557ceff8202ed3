import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readEvent } from "../../src/bot/incoming";

const at = new Date("2026-03-01T02:30:00Z");
const read = (event: Record<string, unknown> | null) => readEvent({ event, occurredAt: at, replayed: false });
const user = { type: "user", userId: "U1" };
const group = { type: "group", groupId: "C1", userId: "U1" };

describe("reading an event", () => {
  it("never fails, whatever LINE may send one day", () => {
    const type = fc.constantFrom("message", "postback", "follow", "unsend", "join", "messageEdited", "new");
    const part = fc.oneof(fc.anything(), fc.constant(user), fc.constant(group));
    const odd = fc.record({ type, source: part, message: part, postback: part, unsend: part }, { requiredKeys: [] });
    fc.assert(fc.property(odd, (event) => void read(event)));
  });

  it("knows the few kinds that are answered", () => {
    expect(read({ type: "follow", source: user })).toMatchObject({ kind: "follow", lineUserId: "U1" });
    expect(read({ type: "message", source: user, message: { type: "text", id: "1", text: "ยอดเงิน" } })).toMatchObject({
      kind: "text",
      text: "ยอดเงิน",
      at,
    });
    expect(read({ type: "message", source: user, message: { type: "image", id: "1" } })).toMatchObject({
      kind: "media",
    });
    expect(read({ type: "postback", source: user, postback: { data: "a1:x" } })).toMatchObject({ data: "a1:x" });
    expect(read({ type: "unsend", source: group, unsend: { messageId: "9" } })).toEqual({
      kind: "unsend",
      chatId: "C1",
      messageId: "9",
    });
  });

  it("knows a group chat, with or without the person, and whether the account itself is meant", () => {
    const said = (mentionees: unknown[]) =>
      read({ type: "message", source: group, message: { type: "text", id: "1", text: "@x", mention: { mentionees } } });
    expect(said([{ isSelf: true }])).toMatchObject({ kind: "group", what: { mentioned: true } });
    expect(said([{ isSelf: false }, { type: "all" }])).toMatchObject({ what: { mentioned: false } });
    const anonymous = read({ type: "postback", source: { type: "group", groupId: "C1" }, postback: { data: "d" } });
    expect(anonymous).toMatchObject({ kind: "group", lineUserId: null });
    expect(read({ type: "join", source: { type: "room", roomId: "R1" } })).toMatchObject({ chatId: "R1" });
  });

  it("ignores what is not for this account to answer: standby, purged, nobody's", () => {
    const text = { type: "message", source: user, message: { type: "text", id: "1", text: "ยอดเงิน" } };
    expect(read({ ...text, mode: "standby" })).toEqual({ kind: "ignored" });
    expect(read(null)).toEqual({ kind: "ignored" });
    expect(read({ type: "message", message: text.message })).toEqual({ kind: "ignored" });
    expect(read({ type: "memberJoined", source: group })).toEqual({ kind: "ignored" });
  });
});
