import { uri, say, quick, template, buttons, carousel, column, imagemap } from "./message-parts";

/** A message that LINE refuses: what is wrong, the message, the property that is named. */
export type Bad = [what: string, message: unknown, property: string];

/** Messages other than Flex. */
export const badMessages: Bad[] = [
  ["an unknown type", { type: "poem" }, "messages[0].type"],
  ["no type", { text: "a" }, "messages[0].type"],
  ["a text without text", { type: "text" }, "messages[0].text"],
  ["an empty text", { type: "text", text: "" }, "messages[0].text"],
  ["5001 characters", { type: "text", text: "ก".repeat(5001) }, "messages[0].text"],
  ["2501 emoji of two units each", { type: "text", text: "🍎".repeat(2501) }, "messages[0].text"],
  ["an unknown property", { type: "text", text: "a", bold: true }, "messages[0].bold"],
  [
    "an emoji off its $",
    { type: "text", text: "ab$", emojis: [{ index: 0, productId: "p", emojiId: "1" }] },
    "messages[0].emojis[0].index",
  ],
  ["an open brace", { type: "textV2", text: "a {b" }, "messages[0].text"],
  ["an undefined placeholder", { type: "textV2", text: "a {b}" }, "messages[0].text"],
  ["a sticker that bots may not send", { type: "sticker", packageId: "446", stickerId: "1" }, "messages[0].stickerId"],
  [
    "an image by http",
    { type: "image", originalContentUrl: "http://example.com/a.png", previewImageUrl: uri },
    "messages[0].originalContentUrl",
  ],
  [
    "a URL with Thai letters",
    { type: "image", originalContentUrl: "https://example.com/ก.png", previewImageUrl: uri },
    "messages[0].originalContentUrl",
  ],
  [
    "a URL of 2001 characters",
    { type: "image", originalContentUrl: uri, previewImageUrl: `${uri}?${"a".repeat(2000)}` },
    "messages[0].previewImageUrl",
  ],
  [
    "a tracking id with spaces",
    { type: "video", originalContentUrl: uri, previewImageUrl: uri, trackingId: "a b" },
    "messages[0].trackingId",
  ],
  ["a sound of no length", { type: "audio", originalContentUrl: uri, duration: 0 }, "messages[0].duration"],
  [
    "a place with a long title",
    { type: "location", title: "a".repeat(101), address: "a", latitude: 7, longitude: 100 },
    "messages[0].title",
  ],
  [
    "a place beyond the pole",
    { type: "location", title: "a", address: "a", latitude: 91, longitude: 100 },
    "messages[0].latitude",
  ],
  ["a sender called LINE", { type: "text", text: "a", sender: { name: "LINE แจ้งเตือน" } }, "messages[0].sender.name"],
  ["14 quick replies", quick(say("a"), 14), "messages[0].quickReply.items"],
  ["no quick replies", quick(say("a"), 0), "messages[0].quickReply.items"],
  [
    "a quick reply without label",
    quick({ type: "message", text: "a" }),
    "messages[0].quickReply.items[0].action.label",
  ],
  [
    "a label of 23 code points in 16 graphemes",
    quick(say("ยืนยันการชำระเงินกู้ยืม")),
    "messages[0].quickReply.items[0].action.label",
  ],
  [
    "a switch of rich menus as quick reply",
    quick({ type: "richmenuswitch", label: "a", data: "a", richMenuAliasId: "a" }),
    "messages[0].quickReply.items[0].action.type",
  ],
  [
    "postback data of 301",
    quick({ type: "postback", label: "a", data: "a".repeat(301) }),
    "messages[0].quickReply.items[0].action.data",
  ],
  ["a postback without data", quick({ type: "postback", label: "a" }), "messages[0].quickReply.items[0].action.data"],
  [
    "displayText of 301",
    quick({ type: "postback", label: "a", data: "a", displayText: "ก".repeat(301) }),
    "messages[0].quickReply.items[0].action.displayText",
  ],
  [
    "text and displayText",
    buttons({ actions: [{ type: "postback", label: "a", data: "a", text: "a", displayText: "a" }] }),
    "messages[0].template.actions[0].text",
  ],
  [
    "fillInText without keyboard",
    quick({ type: "postback", label: "a", data: "a", fillInText: "a" }),
    "messages[0].quickReply.items[0].action.fillInText",
  ],
  [
    "a link of 1001",
    quick({ type: "uri", label: "a", uri: `https://example.com/${"a".repeat(1000)}` }),
    "messages[0].quickReply.items[0].action.uri",
  ],
  [
    "a link by ftp",
    quick({ type: "uri", label: "a", uri: "ftp://example.com/" }),
    "messages[0].quickReply.items[0].action.uri",
  ],
  [
    "a date that does not exist",
    quick({ type: "datetimepicker", label: "a", data: "a", mode: "date", initial: "2026-02-30" }),
    "messages[0].quickReply.items[0].action.initial",
  ],
  [
    "max before min",
    quick({ type: "datetimepicker", label: "a", data: "a", mode: "time", min: "12:00", max: "11:00" }),
    "messages[0].quickReply.items[0].action.max",
  ],
  [
    "an alternative text of 1501",
    template({ type: "confirm", text: "a", actions: [say("a"), say("b")] }, "ก".repeat(1501)),
    "messages[0].altText",
  ],
  [
    "a confirm with one action",
    template({ type: "confirm", text: "a", actions: [say("a")] }),
    "messages[0].template.actions",
  ],
  ["161 characters on buttons", buttons({ text: "ก".repeat(161) }), "messages[0].template.text"],
  ["61 characters under a title", buttons({ title: "a", text: "ก".repeat(61) }), "messages[0].template.text"],
  ["five buttons", buttons({ actions: "abcde".split("").map(say) }), "messages[0].template.actions"],
  ["a template label of 21", buttons({ actions: [say("a".repeat(21))] }), "messages[0].template.actions[0].label"],
  [
    "a camera in a template",
    buttons({ actions: [{ type: "camera", label: "a" }] }),
    "messages[0].template.actions[0].type",
  ],
  [
    "columns of unequal actions",
    carousel(column(), column({ actions: [say("a"), say("b")] })),
    "messages[0].template.columns",
  ],
  ["a title in one column only", carousel(column(), column({ title: "a" })), "messages[0].template.columns"],
  [
    "an image carousel label of 13",
    template({ type: "image_carousel", columns: [{ imageUrl: uri, action: say("a".repeat(13)) }] }),
    "messages[0].template.columns[0].action.label",
  ],
  ["an imagemap of another width", imagemap({ baseSize: { width: 1000, height: 700 } }), "messages[0].baseSize.width"],
  [
    "an imagemap area outside",
    imagemap({ actions: [{ type: "message", text: "a", area: { x: 600, y: 0, width: 520, height: 700 } }] }),
    "messages[0].actions[0].area",
  ],
  ["an imagemap with an extension", imagemap({ baseUrl: uri }), "messages[0].baseUrl"],
];
