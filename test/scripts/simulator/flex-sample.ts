import type { messagingApi } from "@line/bot-sdk";

const row = (label: string, value: string): messagingApi.FlexBox => ({
  type: "box",
  layout: "baseline",
  spacing: "sm",
  contents: [
    { type: "icon", url: "https://example.com/icons/coin.png", size: "sm", scaling: true },
    { type: "text", text: label, color: "#5B6660", size: "md", flex: 2, scaling: true },
    { type: "text", text: value, color: "#1F2A24", size: "md", align: "end", flex: 3, weight: "bold" },
  ],
});

/** A bubble that uses most of what Flex has and that LINE takes. */
export function richBubble(): messagingApi.FlexBubble {
  return {
    type: "bubble",
    size: "mega",
    direction: "ltr",
    styles: { footer: { separator: true, separatorColor: "#DDE3DF" } },
    header: {
      type: "box",
      layout: "vertical",
      paddingAll: "0px",
      contents: [{ type: "box", layout: "vertical", height: "4px", backgroundColor: "#1B6B45", contents: [] }],
    },
    hero: {
      type: "image",
      url: "https://example.com/chart%20of%20savings.png",
      size: "full",
      aspectRatio: "20:13",
      aspectMode: "cover",
      action: { type: "uri", uri: "https://example.com/chart" },
    },
    body: {
      type: "box",
      layout: "vertical",
      spacing: "12px",
      paddingAll: "5%",
      cornerRadius: "md",
      borderWidth: "light",
      borderColor: "#DDE3DFFF",
      background: {
        type: "linearGradient",
        angle: "90deg",
        startColor: "#FFFFFF",
        endColor: "#F2F7F4",
        centerPosition: "10%",
      },
      contents: [
        { type: "text", text: "ยอดเงินสัจจะ", size: "lg", weight: "bold", wrap: true, lineSpacing: "6px", maxLines: 2 },
        {
          type: "text",
          contents: [
            { type: "span", text: "4,200", size: "xxl" },
            { type: "span", text: " บาท" },
          ],
        },
        { type: "separator", margin: "md", color: "#DDE3DF" },
        row("สัจจะ", "4,200"),
        {
          type: "box",
          layout: "horizontal",
          position: "absolute",
          offsetTop: "4px",
          offsetEnd: "5%",
          contents: [{ type: "filler" }],
        },
      ],
    },
    footer: {
      type: "box",
      layout: "vertical",
      contents: [
        {
          type: "button",
          style: "primary",
          color: "#1B6B45",
          height: "md",
          adjustMode: "shrink-to-fit",
          action: { type: "postback", label: "ยืนยันรับ 475 บาท", data: "v1:abcdef", displayText: "ยืนยันรับ 475 บาท" },
        },
        { type: "button", action: { type: "clipboard", label: "คัดลอก", clipboardText: "0123" } },
        {
          type: "button",
          action: {
            type: "datetimepicker",
            label: "เลือกวัน",
            data: "day",
            mode: "date",
            min: "2026-01-01",
            max: "2026-12-31",
          },
        },
      ],
    },
  };
}

/** A Flex message of that bubble, or of another container. */
export function flex(contents: messagingApi.FlexContainer = richBubble()): messagingApi.FlexMessage {
  return { type: "flex", altText: "ยอดเงินสัจจะ", contents };
}
