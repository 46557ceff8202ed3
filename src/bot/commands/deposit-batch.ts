import { z } from "zod";
import { postBatch, previewBatch, type BatchLine } from "../../app/savings/batches";
import { findGroupMembers } from "../../app/members/find-member";
import { requireGroups } from "../../app/people/actor";
import { reversedAmong } from "../../app/savings/statements";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { sum } from "../../domain/money";
import { memberName } from "../../domain/people";
import { batchConfirmation, batchList, batchPutRight, batchReceipts, batchTooLong } from "../../messages/batches";
import { sheetProgress } from "../../messages/sheet";
import { askDepositLine } from "../../messages/questions";
import { mostBatchRows, readBatch, type BatchRow } from "../../understanding/batch-lines";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySayings } from "../pick";
import { certainSplits } from "./certain-splits";
import { officerGroup } from "./day";
import { splitField } from "./deposit-questions";

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
  const lines = await linesOf(chat, group, rows);
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

/** Each row with its member and sums certain; else why it is left out. All members are read at once, and what is asked of the books with them. */
async function linesOf(chat: Chat, group: Group, rows: readonly BatchRow[]): Promise<BatchLine[]> {
  const sayings = rows.flatMap(({ read }) => read?.member ?? []);
  const found = await findBySayings(chat, group, sayings);
  const only = [...found.values()].flatMap(([one, other]) => (one && !other ? one.memberNo : []));
  const members = await findGroupMembers(chat.tx, group.id, only);
  const memberOf = (query: string): Member | undefined => {
    const [one, other] = found.get(query) ?? [];
    return other ? undefined : members.find(({ memberNo }) => memberNo === one?.memberNo);
  };
  const told = rows.flatMap(({ read }) => {
    const member = read && memberOf(read.member);
    return member && read.items !== "due" ? [{ read, member, items: read.items }] : [];
  });
  const splits = await certainSplits(chat, group, told, "deposit");
  const certain = new Map(told.map(({ read }, at) => [read, splits[at]]));
  return rows.map(({ said, read }): BatchLine => {
    if (!read) return { said, refused: new DomainError("format.unreadable", { hint: "deposit" }) };
    const query = read.member;
    if (found.get(query)?.[1]) return { said, refused: new DomainError("member.ambiguous", { query }) };
    const member = memberOf(query);
    if (!member) return { said, refused: new DomainError("member.not-found", { query, groupName: group.name.th }) };
    const sums = certain.get(read) ?? { split: "due" as const };
    return "refused" in sums ? { said, ...sums } : { said, member, ...sums };
  });
}

const partsField = z.array(
  z.object({
    memberId: z.string().transform((id) => id as MemberId),
    split: splitField,
  }),
);

const postedField = z.object({ groupId: z.string(), receipts: z.array(z.string()) });

/** [ยืนยันรับ …] of a list: all of it or nothing. Pressed again, it also tells which of them were put right since. */
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
    const { receipts, sheet } = result;
    const total = sum(receipts.map((receipt) => receipt.total));
    const view = { group: receipts[0]?.group ?? group, receipts, total };
    return {
      say: [batchReceipts(chat.reader, view), ...(sheet ? [sheetProgress(chat.reader, sheet)] : [])],
      asCopy: [batchReceipts(chat.reader, { ...view, copy: true })],
      notices,
      keep: { groupId, receipts: receipts.map(({ receipt }) => receipt) },
    };
  },
  async again(chat, { result }) {
    const { groupId, receipts } = postedField.parse(result);
    const since = await reversedAmong(chat.tx, groupId, receipts);
    const say = (result?.["say"] ?? []) as Answer["say"];
    return { say: since.length > 0 ? [...say, batchPutRight(chat.reader, { receipts: since })] : say };
  },
});
