import type { GroupId } from "../ids";

/** What names a receipt among all groups: a notice of it carries it, and an answer that shows it. */
export function receiptKey(groupId: GroupId, receipt: string): string {
  return `${groupId}/${receipt}`;
}
