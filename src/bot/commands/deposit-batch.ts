import { z } from "zod";
import { findSheet } from "../../app/closing/sheet";
import { postBatch, previewBatch, type BatchLine } from "../../app/savings/batches";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { sum } from "../../domain/money";
import { memberName } from "../../domain/people";
import { batchConfirmation, batchList, batchReceipts, batchTooLong } from "../../messages/batches";
import { sheetProgress } from "../../messages/sheet";
import { askDepositLine } from "../../messages/questions";
import { mostBatchRows, readBatch, type BatchRow } from "../../understanding/batch-lines";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying } from "../pick";
import { officerGroup } from "./day";
import { certainSplit, splitField } from "./deposit-questions";

/** รับครบ 012 015 020-035, or many lines in one message: one card, and before it every row where not all of them fit. */
export const askBatch = textCommand({
  name: "savings.batch",
  isOwnLine: (text) => readBatch(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "record-money");
    const [one, second] = groups;
    if (!readBatch(text)) return { say: [askDepositLine(chat.reader)] };
    return second ? askGroup(chat, groups, "savings.batch.group", { text }) : batchIn(chat, one, text);
  },
});

/** The chosen group of an officer of several. */
export const askBatchIn = postbackCommand({
  name: "savings.batch.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => batchIn(chat, officerGroup(chat, groupId), text),
});

async function batchIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const rows = readBatch(text) ?? [];
  if (rows.length > mostBatchRows) return { say: [batchTooLong(chat.reader, { most: mostBatchRows })] };
  const lines: BatchLine[] = [];
  for (const row of rows) lines.push(await lineOf(chat, group, row));
  const preview = await previewBatch(chat.tx, chat.actor, { group, lines, now: chat.now });
  const parts = preview.parts.map(({ member, split }) => ({ memberId: member.id, split }));
  const confirm = chat.newAction(
    "savings.batch.confirm",
    { groupId: group.id, dayId: preview.dayId, parts },
    { subject: `batch:${chat.actor.personId}:${group.id}`, groupId: group.id, dayId: preview.dayId },
  );
  const view = {
    ...preview,
    parts: preview.parts.map((part) => ({ ...part, member: memberName(part.member) })),
    drop: chat.newAction("drop", { of: confirm }),
  };
  const card = parts.length > 0 ? [batchConfirmation(chat.reader, { ...view, confirm })] : [];
  const list = batchList(chat.reader, view);
  return { say: [...(list ? [list] : []), ...card] };
}

/** A row with its member and sums certain; else why it is left out. */
async function lineOf(chat: Chat, group: Group, { said, read }: BatchRow): Promise<BatchLine> {
  const unread = new DomainError("format.unreadable", { hint: "deposit" });
  if (!read) return { said, refused: unread };
  const [one, second] = await findBySaying(chat, group, read.member);
  if (!one)
    return { said, refused: new DomainError("member.not-found", { query: read.member, groupName: group.name.th }) };
  if (second) return { said, refused: new DomainError("batch.ambiguous", { query: read.member }) };
  const { memberNo } = one;
  if (read.items === "due") return { said, memberNo, split: "due" };
  try {
    const split = await certainSplit(chat, group, memberNo, read.items);
    return split ? { said, memberNo, split } : { said, refused: unread };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { said, refused: error };
  }
}

const partsField = z.array(
  z.object({
    memberId: z.string().transform((id) => id as MemberId),
    split: splitField,
  }),
);

/** [ยืนยันรับ …] of a list: all of it or nothing. */
export const confirmBatch = postbackCommand({
  name: "savings.batch.confirm",
  input: z.object({ groupId: z.string(), dayId: z.string(), parts: partsField }),
  async handle(chat, { groupId, dayId, parts }, action) {
    const group = officerGroup(chat, groupId);
    const { result, notices } = await postBatch(chat.tx, chat.actor, {
      operationId: action._id,
      group,
      dayId,
      parts,
      now: chat.now,
    });
    const sheet = await findSheet(chat.tx, group);
    const total = sum(result.map((receipt) => receipt.total));
    return {
      say: [
        batchReceipts(chat.reader, { group: result[0]?.group ?? group, receipts: result, total }),
        ...(sheet ? [sheetProgress(chat.reader, sheet)] : []),
      ],
      notices,
    };
  },
});
