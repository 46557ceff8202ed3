/** Every text of a message, in order: of a text message, or of the texts and labels of a card; not of its buttons. */
export function textsIn(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(textsIn);
  if (typeof content !== "object" || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) =>
    key === "text" && typeof value === "string"
      ? [value]
      : key === "quickReply" || key === "action"
        ? []
        : textsIn(value),
  );
}
