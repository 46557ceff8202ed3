import type { messagingApi } from "@line/bot-sdk";

type Part = Record<string, unknown>;

/** Font sizes of Flex texts in pixels, as LINE's phones show them. */
const textSizes: Record<string, number> = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29 };
const gaps: Record<string, number> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A message as HTML: near enough to judge words, order, colours and height; the phones draw it themselves. */
export function messageHtml(message: messagingApi.Message): string {
  const { type, quickReply } = message;
  const body =
    type === "text" && "text" in message
      ? `<p class="text">${escapeHtml(String(message.text))}</p>`
      : bubbleHtml((message as messagingApi.FlexMessage).contents as unknown as Part);
  const alt = "altText" in message ? `<p class="alt">${escapeHtml(String(message.altText))}</p>` : "";
  return `${body}${quickHtml(quickReply)}${alt}`;
}

function quickHtml(quickReply: messagingApi.QuickReply | undefined): string {
  const labels = quickReply?.items?.map(({ action }) => `<span>${escapeHtml(String(action?.label))}</span>`) ?? [];
  return labels.length > 0 ? `<div class="quick">${labels.join("")}</div>` : "";
}

function bubbleHtml(bubble: Part): string {
  const blocks = ["header", "body", "footer"].map((name) => bubble[name]).filter((block) => block !== undefined);
  return `<div class="bubble">${blocks.map((block) => partHtml(block as Part)).join("")}</div>`;
}

function partHtml(part: Part): string {
  const shared = [
    part["margin"] === undefined ? "" : `margin-top:${pixels(part["margin"])}`,
    part["flex"] === undefined ? "" : `flex:${Number(part["flex"])} 1 0;min-width:0`,
  ];
  if (part["type"] === "separator")
    return `<hr style="${style([...shared, `border-color:${String(part["color"])}`])}">`;
  if (part["type"] === "button") return buttonHtml(part);
  return part["type"] === "text" ? textHtml(part, shared) : boxHtml(part, shared);
}

function boxHtml(part: Part, shared: string[]): string {
  const isRow = part["layout"] !== "vertical";
  const look = style([
    ...shared,
    `display:flex;flex-direction:${isRow ? "row" : "column"}`,
    part["spacing"] === undefined ? "" : `gap:${pixels(part["spacing"])}`,
    part["paddingAll"] === undefined ? "" : `padding:${pixels(part["paddingAll"])}`,
    part["paddingTop"] === undefined ? "" : `padding-top:${pixels(part["paddingTop"])}`,
    part["height"] === undefined ? "" : `height:${pixels(part["height"])}`,
    part["backgroundColor"] === undefined ? "" : `background:${String(part["backgroundColor"])}`,
  ]);
  return `<div style="${look}">${(part["contents"] as Part[]).map(partHtml).join("")}</div>`;
}

function textHtml(part: Part, shared: string[]): string {
  const look = style([
    ...shared,
    `font-size:${textSizes[String(part["size"] ?? "md")]}px;color:${String(part["color"] ?? "#000000")}`,
    `text-align:${String(part["align"] ?? "start")}`,
    part["weight"] === "bold" ? "font-weight:bold" : "",
    part["maxLines"] === undefined
      ? ""
      : `display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;-webkit-line-clamp:${Number(part["maxLines"])}`,
    part["decoration"] === undefined ? "" : `text-decoration:${String(part["decoration"])}`,
    part["wrap"] === true ? "white-space:pre-wrap" : "white-space:nowrap;overflow:hidden;text-overflow:ellipsis",
  ]);
  return `<div style="${look}">${escapeHtml(String(part["text"]))}</div>`;
}

function buttonHtml(part: Part): string {
  const isPrimary = part["style"] === "primary";
  const { label } = part["action"] as { label: string };
  const look = style([`background:${String(part["color"])}`, `color:${isPrimary ? "#ffffff" : "#1F2A24"}`]);
  return `<div class="button" style="${look}">${escapeHtml(label)}</div>`;
}

function pixels(value: unknown): string {
  const named = gaps[String(value)];
  return named === undefined ? String(value) : `${named}px`;
}

function style(parts: string[]): string {
  return escapeHtml(parts.filter((part) => part !== "").join(";"));
}
