/** Pieces from which tests make messages, right ones unless something is put over them. */
export const uri = "https://example.com/a.png";
export const say = (label: string) => ({ type: "message", label, text: "a" });
export const quick = (action: unknown, count = 1) => ({
  type: "text",
  text: "a",
  quickReply: { items: Array.from({ length: count }, () => ({ type: "action", action })) },
});
export const template = (inner: object, altText = "a") => ({ type: "template", altText, template: inner });
export const buttons = (over: object = {}) => template({ type: "buttons", text: "a", actions: [say("a")], ...over });
export const carousel = (...columns: object[]) => template({ type: "carousel", columns });
export const column = (over: object = {}) => ({ text: "a", actions: [say("a")], ...over });
export const body = (...contents: unknown[]) =>
  flexOf({ type: "bubble", body: { type: "box", layout: "vertical", contents } });
export const flexOf = (contents: unknown, altText = "a") => ({ type: "flex", altText, contents });
export const box = (over: object = {}) => ({ type: "box", layout: "vertical", contents: [], ...over });
export const words = (over: object = {}) => ({ type: "text", text: "a", ...over });
export const imagemap = (over: object = {}) => ({
  type: "imagemap",
  baseUrl: "https://example.com/map",
  altText: "a",
  baseSize: { width: 1040, height: 700 },
  actions: [{ type: "message", text: "a", area: { x: 0, y: 0, width: 520, height: 700 } }],
  ...over,
});
