import { z } from "zod";
import { getGroupMember } from "../../app/members/find-member";
import { requirePassbook } from "../../app/people/actor";
import type { GroupId } from "../../domain/ids";
import type { Answer, Chat } from "../chat";
import { postbackCommand } from "../command";
import { itemsField, settleItems, type Settling } from "./deposit-questions";
import { partsField, slipQuestion } from "./transfer-draft";
import { newStart, startField, type Start } from "./transfer-start";

const leftField = z.array(z.object({ memberNo: z.string(), items: itemsField }));

/** A transfer on its way to its card: what is settled, a passbook each, and what is left to be. */
interface Settled {
  groupId: string;
  settled: z.output<typeof partsField>;
  left: z.output<typeof leftField>;
  wantsQr: boolean;
  start: Start;
}

/** One passbook after the other; once every sum of each is certain, the card. */
export async function settleParts(chat: Chat, parts: Settled): Promise<Answer> {
  const { groupId, settled, left, wantsQr, start } = parts;
  const [next, ...later] = left;
  if (!next) return slipQuestion(chat, settled, { wantsQr, start });
  const { id } = await getGroupMember(chat.tx, groupId as GroupId, next.memberNo);
  const { group } = await requirePassbook(chat.tx, chat.actor, id);
  const settling: Settling = {
    next: "transfer.items",
    known: { settled, left: later, wantsQr, start },
    hint: "transfer",
    card: (_chat, _group, _member, split) =>
      settleParts(chat, { ...parts, settled: [...settled, { memberId: id, split }], left: later }),
  };
  return settleItems(chat, group, next.memberNo, next.items, settling);
}

/** The answers to "which sum?", "what for?" and "which contract?". */
export const settleTransfer = postbackCommand({
  name: "transfer.items",
  once: false,
  input: z.object({
    groupId: z.string(),
    memberNo: z.string(),
    items: itemsField,
    settled: partsField,
    left: leftField,
    wantsQr: z.boolean(),
    start: startField.optional(),
  }),
  handle: (chat, { memberNo, items, left, start = newStart(), ...known }) =>
    settleParts(chat, { ...known, start, left: [{ memberNo, items }, ...left] }),
});
