import { z } from "zod";
import { requireGroups } from "../../app/people/actor";
import { getGroupMember } from "../../app/members/find-member";
import { findOpenWorkingDays } from "../../app/days/next-day";
import { postDeposit } from "../../app/savings/deposits";
import { refuseReversedReceipt } from "../../app/savings/statements";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { chooseMember } from "../../messages/choices";
import { passbookLine, treasurerReceipt } from "../../messages/deposits";
import { sheetProgress } from "../../messages/sheet";
import { askDepositLine, askLoanSplit } from "../../messages/questions";
import type { Action } from "../../storage/actions";
import { readDepositLine } from "../../understanding/deposit-line";
import { namesLoan } from "../../understanding/loan-words";
import { tidied } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying } from "../pick";
import { officerGroup } from "./day";
import { confirmationCard, itemsField, noneButton, settleItems, splitField } from "./deposit-questions";

/** "รับ 012 …" is a line of the desk even where it cannot be read; "รับเงินสัจจะ 100 ลงเป็น 200" tells something. */
const startsWithMember = /^(?:รับ|take |receive )\s*(?:\d{1,6}\s|$)/i;

/** รับ 012 สัจจะ 100: answers with a confirmation card. Nothing is posted yet. */
export const askDeposit = textCommand({
  name: "savings.deposit",
  isOwnLine: (text) => readDepositLine(text) !== null,
  mayAnswer: (text) => !startsWithMember.test(tidied(text)),
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "record-money");
    const [first] = groups;
    if (!readDepositLine(text)) return lineAgain(chat, text);
    const days = groups.length > 1 ? await findOpenWorkingDays(chat.tx, groups) : null;
    const open = groups.filter(({ id }) => days === null || days.has(id));
    const [one, second] = open.length > 0 ? open : groups;
    return second && open.length > 1
      ? askGroup(chat, open, "savings.deposit.group", { text })
      : depositIn(chat, one ?? first, text);
  },
});

/** The chosen group of an officer with more than one open day. */
export const askDepositIn = postbackCommand({
  name: "savings.deposit.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => depositIn(chat, officerGroup(chat, groupId), text),
});

/** A line that cannot be read whole: with a loan in it, it asks for principal and interest apart; else how a line is written. */
function lineAgain(chat: Chat, text: string): Answer {
  return { say: [namesLoan(text) ? askLoanSplit(chat.reader) : askDepositLine(chat.reader)] };
}

async function depositIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readDepositLine(text);
  if (!line) return lineAgain(chat, text);
  const found = await findBySaying(chat, group, line.member);
  const [one, second] = found;
  if (!one && namesLoan(text)) return { say: [askLoanSplit(chat.reader)] };
  if (!one) throw new DomainError("member.not-found", { query: line.member, groupName: group.name.th });
  if (!second) return settleItems(chat, group, one.memberNo, line.items);
  const options = found.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("savings.deposit.member", { groupId: group.id, memberNo: member.memberNo, items: line.items }),
  }));
  return { say: [chooseMember(chat.reader, { group, query: line.member, options, none: noneButton(chat) })] };
}

/** One of several members that the words fitted; also the answers to "which sum?" and "what for?". */
export const askDepositOf = postbackCommand({
  name: "savings.deposit.member",
  once: false,
  input: z.object({ groupId: z.string(), memberNo: z.string(), items: itemsField }),
  handle: (chat, { groupId, memberNo, items }) => settleItems(chat, officerGroup(chat, groupId), memberNo, items),
});

/** [ยืนยันรับ …]. Where another officer took the same sum meanwhile, it asks for an explicit second one. */
export const confirmDeposit = postbackCommand({
  name: "savings.deposit.confirm",
  input: z.object({
    groupId: z.string(),
    memberId: z.string(),
    dayId: z.string(),
    split: splitField,
    anotherOne: z.boolean(),
  }),
  async handle(chat, input, action) {
    const group = officerGroup(chat, input.groupId);
    const memberId = input.memberId as MemberId;
    const { result, notices } = await postDeposit(chat.tx, chat.actor, {
      ...input,
      operationId: action._id,
      group,
      memberId,
      known: chat.about,
      now: chat.now,
    });
    if (result.kind === "already") return confirmationCard(chat, group, result.member, input.split);
    const { receipt, member, sheet } = result;
    const ofSheet = sheet ? [sheetProgress(chat.reader, sheet)] : [];
    const forPassbook = (await hasPhone(chat, member)) ? [] : [passbookLine(chat.reader, receipt)];
    const view = {
      ...receipt,
      reverse: chat.newAction("ledger.reverse.ask", { groupId: group.id, receipt: receipt.receipt }),
    };
    return {
      say: [treasurerReceipt(chat.reader, view), ...forPassbook, ...ofSheet],
      asCopy: [treasurerReceipt(chat.reader, { ...view, copy: true }), ...forPassbook],
      notices,
      keep: { groupId: group.id, receipt: receipt.receipt },
    };
  },
  again: (chat, action) => firstReceipt(chat, action),
});

/** Whether some phone gets a member's receipts: her own, or her guardian's. */
export async function hasPhone(chat: Chat, member: Member): Promise<boolean> {
  if (member.link.personId) return true;
  const { guardianNo, groupId } = member;
  return guardianNo !== null && (await getGroupMember(chat.tx, groupId, guardianNo)).link.personId !== null;
}

/** The first result again, a receipt or the question for an explicit second one; but an entry that was put right since is never shown as done. */
export async function firstReceipt(chat: Chat, action: Action): Promise<Answer> {
  const { groupId, receipt, say } = action.result as { groupId?: string; receipt?: string; say: Answer["say"] };
  if (groupId !== undefined && receipt !== undefined) await refuseReversedReceipt(chat.tx, groupId, receipt);
  return { say };
}
