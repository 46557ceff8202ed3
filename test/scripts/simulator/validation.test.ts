import { describe, expect, it } from "@jest/globals";
import { errorBody } from "../../../scripts/simulator/problem";
import { validateMessages, type SendType } from "../../../scripts/simulator/limits/validate-messages";
import { badFlex } from "./bad-flex";
import { badMessages } from "./bad-messages";
import { flex, richBubble } from "./flex-sample";
import { uri, say, quick, buttons, carousel, column, body, flexOf, words, imagemap } from "./message-parts";

describe("what LINE refuses", () => {
  it.each([...badMessages, ...badFlex])("%s", (_what, message, property) => {
    const problems = validateMessages("push", [message]);
    expect(problems.map((problem) => problem.property)).toContain(property);
    expect(problems.every((problem) => problem.message !== "")).toBe(true);
  });

  it.each([[0], [6]])("%i messages in a call", (count) => {
    const problems = validateMessages(
      "reply",
      Array.from({ length: count }, () => ({ type: "text", text: "a" })),
    );
    expect(errorBody(problems)).toEqual({
      message: "The request body has 1 error(s)",
      details: [{ message: "Size must be between 1 and 5", property: "messages" }],
    });
  });

  it("mentions in what many get", () => {
    const message = {
      type: "textV2",
      text: "{all} ค่ะ",
      substitution: { all: { type: "mention", mentionee: { type: "all" } } },
    };
    const sendTypes: SendType[] = ["reply", "push", "multicast", "narrowcast", "broadcast"];
    expect(sendTypes.map((sendType) => validateMessages(sendType, [message]).length)).toEqual([0, 0, 1, 1, 1]);
  });

  it("is worded as LINE words it", () => {
    const long = validateMessages("push", [{ type: "text", text: "ก".repeat(5001) }]);
    expect(errorBody(long)).toEqual({
      message: "The request body has 1 error(s)",
      details: [{ message: "Length must be between 0 and 5000", property: "messages[0].text" }],
    });
    const empty = validateMessages("push", [{ type: "text", text: "a" }, body(words({ text: "" }))]);
    expect(errorBody(empty)).toEqual({
      message: "A message (messages[1]) in the request body is invalid",
      details: [{ message: "must be non-empty text", property: "/body/contents/0/text" }],
    });
  });
});

describe("what LINE takes", () => {
  const good: [string, unknown][] = [
    ["a rich bubble", flex()],
    ["a carousel of five rich bubbles", flex({ type: "carousel", contents: [1, 2, 3, 4, 5].map(richBubble) })],
    ["5000 characters", { type: "text", text: "ก".repeat(5000) }],
    ["a LINE emoji", { type: "text", text: "$ ดี", emojis: [{ index: 0, productId: "p", emojiId: "001" }] }],
    [
      "braces as text",
      { type: "textV2", text: "a {{b}} {c}", substitution: { c: { type: "emoji", productId: "p", emojiId: "1" } } },
    ],
    ["a sticker", { type: "sticker", packageId: "446", stickerId: "1988" }],
    ["13 quick replies of 20 code points", quick(say("ก".repeat(20)), 13)],
    ["a camera as quick reply", quick({ type: "camera", label: "ถ่ายรูป" })],
    ["a call", quick({ type: "uri", label: "โทร", uri: "tel:0812345678" })],
    [
      "a pick of a day",
      quick({ type: "datetimepicker", label: "a", data: "a", mode: "datetime", initial: "2026-01-01t09:00" }),
    ],
    ["buttons", buttons({ text: "ก".repeat(160) })],
    ["a carousel of templates", carousel(column(), column())],
    ["an imagemap", imagemap()],
    ["a place", { type: "location", title: "ศาลาประชาธิปไตย", address: "จะนะ", latitude: 6.9, longitude: 100.7 }],
    [
      "a video as hero",
      flexOf({
        type: "bubble",
        hero: { type: "video", url: uri, previewUrl: uri, altContent: { type: "image", url: uri } },
      }),
    ],
  ];
  it.each(good)("%s", (_what, message) => {
    expect(validateMessages("push", [message])).toEqual([]);
  });
});
