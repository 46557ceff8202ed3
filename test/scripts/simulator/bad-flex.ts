import type { Bad } from "./bad-messages";
import { uri, say, body, flexOf, box, words } from "./message-parts";

/** Flex messages; properties are JSON pointers inside the container. */
export const badFlex: Bad[] = [
  ["an empty Flex text", body(words({ text: "" })), "/body/contents/0/text"],
  ["a Flex text of nothing", body({ type: "text" }), "/body/contents/0/text"],
  ["an empty span", body({ type: "text", contents: [{ type: "span", text: "" }] }), "/body/contents/0/contents/0/text"],
  ["a span in a box", body({ type: "span", text: "a" }), "/body/contents/0/type"],
  ["an icon in a vertical box", body({ type: "icon", url: uri }), "/body/contents/0/type"],
  [
    "a button in a baseline box",
    body(box({ layout: "baseline", contents: [{ type: "button", action: say("a") }] })),
    "/body/contents/0/contents/0/type",
  ],
  [
    "gravity in a baseline box",
    body(box({ layout: "baseline", contents: [words({ gravity: "top" })] })),
    "/body/contents/0/contents/0/gravity",
  ],
  ["a spacer, which is gone", body({ type: "spacer" }), "/body/contents/0/type"],
  ["a text as hero", flexOf({ type: "bubble", hero: words() }), "/hero/type"],
  [
    "an image by http in Flex",
    flexOf({ type: "bubble", hero: { type: "image", url: "http://example.com/a.png" } }),
    "/hero/url",
  ],
  ["a margin in per cent", body(words({ margin: "5%" })), "/body/contents/0/margin"],
  ["a width as word", body(box({ width: "md" })), "/body/contents/0/width"],
  ["a text size in per cent", body(words({ size: "50%" })), "/body/contents/0/size"],
  ["a short colour", body(words({ color: "#FFF" })), "/body/contents/0/color"],
  ["a colour by name", body(box({ backgroundColor: "red" })), "/body/contents/0/backgroundColor"],
  ["a negative flex", body(words({ flex: -1 })), "/body/contents/0/flex"],
  ["an unknown property in Flex", body(words({ bold: true })), "/body/contents/0/bold"],
  [
    "a picture three times as high as wide and more",
    body({ type: "image", url: uri, aspectRatio: "1:4" }),
    "/body/contents/0/aspectRatio",
  ],
  [
    "a gradient without end",
    body(box({ background: { type: "linearGradient", angle: "0deg", startColor: "#000000" } })),
    "/body/contents/0/background/endColor",
  ],
  [
    "a gradient of 360 degrees",
    body(box({ background: { type: "linearGradient", angle: "360deg", startColor: "#000000", endColor: "#000000" } })),
    "/body/contents/0/background/angle",
  ],
  [
    "a Flex button without label",
    body({ type: "button", action: { type: "message", text: "a" } }),
    "/body/contents/0/action/label",
  ],
  ["a Flex button label of 41", body({ type: "button", action: say("a".repeat(41)) }), "/body/contents/0/action/label"],
  ["a first component that floats", body(words({ position: "absolute" })), "/body/contents/0/position"],
  [
    "a separator over the first block",
    flexOf({ type: "bubble", body: box(), styles: { body: { separator: true } } }),
    "/styles/body/separator",
  ],
  ["a bubble without blocks", flexOf({ type: "bubble" }), ""],
  ["31 KB of Thai", body(words({ text: "ก".repeat(10_300) })), ""],
  [
    "13 bubbles",
    flexOf({ type: "carousel", contents: Array.from({ length: 13 }, () => ({ type: "bubble", body: box() })) }),
    "/contents",
  ],
  [
    "bubbles of two sizes",
    flexOf({
      type: "carousel",
      contents: [
        { type: "bubble", body: box() },
        { type: "bubble", size: "giga", body: box() },
      ],
    }),
    "/contents",
  ],
  [
    "51 KB in a carousel",
    flexOf({
      type: "carousel",
      contents: ["ก", "ข"].map((t) => ({ type: "bubble", body: box({ contents: [words({ text: t.repeat(9000) })] }) })),
    }),
    "",
  ],
  [
    "a video in a carousel",
    flexOf({
      type: "carousel",
      contents: [{ type: "bubble", hero: { type: "video", url: uri, previewUrl: uri, altContent: box() } }],
    }),
    "/contents/0/hero/type",
  ],
  [
    "a video in a small bubble",
    flexOf({ type: "bubble", size: "nano", hero: { type: "video", url: uri, previewUrl: uri, altContent: box() } }),
    "/hero/type",
  ],
  ["no alternative text", { type: "flex", contents: { type: "bubble", body: box() } }, "messages[0].altText"],
];
