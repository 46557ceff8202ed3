import { z } from "zod";
import { requireGroups } from "../../app/people/actor";
import { getGroupMember } from "../../app/members/find-member";
import { findOpenWorkingDays } from "../../app/days/next-day";
import { depositLimit, postDeposit, previewDeposit, type DepositSplit } from "../../app/savings/deposits";
import { refuseReversedReceipt } from "../../app/savings/statements";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { satang, sum } from "../../domain/money";
import { memberName } from "../../domain/people";
import { chooseMember } from "../../messages/choices";
import { depositConfirmation, passbookLine, treasurerReceipt } from "../../messages/deposits";
import { askAmount, askDepositLine, askPurpose, askRepeated, loansNotTaken } from "../../messages/questions";
import type { Action } from "../../storage/actions";
import { readDepositLine } from "../../understanding/deposit-line";
import type { AmountReading } from "../../understanding/amounts";
import { namesLoan } from "../../understanding/loan-words";
import { tidied } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, findBySaying } from "../pick";
import { officerGroup } from "./day";

const amount = z.int().transform(satang);
const splitField = z.array(z.object({ purpose: z.enum(["pledge", "special"]), amount }));
type Item = { purpose: DepositSplit["purpose"] | null; amount: AmountReading };

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

/** A line that cannot be read whole: with a loan in it, it says that such money is not taken here; else how a line is written. */
function lineAgain(chat: Chat, text: string): Answer {
  return { say: [namesLoan(text) ? loansNotTaken(chat.reader) : askDepositLine(chat.reader)] };
}

async function depositIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readDepositLine(text);
  if (!line) return lineAgain(chat, text);
  const found = await findBySaying(chat, group, line.member);
  const [one, second] = found;
  if (!one && namesLoan(text)) return { say: [loansNotTaken(chat.reader)] };
  if (!one) throw new DomainError("member.not-found", { query: line.member, groupName: group.name.th });
  if (!second) return amountsOf(chat, group, one.memberNo, line.items);
  const options = found.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("savings.deposit.member", { groupId: group.id, memberNo: member.memberNo, items: line.items }),
  }));
  return { say: [chooseMember(chat.reader, { group, query: line.member, options, none: noneButton(chat) })] };
}

const reading = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("value"), satang: amount }),
  z.object({ verdict: z.literal("ask"), candidates: z.array(amount) }),
  z.object({ verdict: z.literal("none") }),
]);
const itemsField = z.array(z.object({ purpose: z.enum(["pledge", "special"]).nullable(), amount: reading }));

/** One of several members that the words fitted; also the answers to "which sum?" and "what for?". */
export const askDepositOf = postbackCommand({
  name: "savings.deposit.member",
  once: false,
  input: z.object({ groupId: z.string(), memberNo: z.string(), items: itemsField }),
  handle: (chat, { groupId, memberNo, items }) => amountsOf(chat, officerGroup(chat, groupId), memberNo, items),
});

/** Every sum and purpose must be certain before a card is shown; the first that is not is asked for. */
async function amountsOf(chat: Chat, group: Group, memberNo: string, items: Item[]): Promise<Answer> {
  const member = await getGroupMember(chat.tx, group.id, memberNo);
  const answered = (at: number, item: Item) =>
    chat.newAction("savings.deposit.member", { groupId: group.id, memberNo, items: items.with(at, item) });
  for (const [at, item] of items.entries()) {
    if (item.amount.verdict !== "value") {
      const candidates = item.amount.verdict === "ask" ? item.amount.candidates : [];
      const options = candidates.map((candidate) => ({
        amount: candidate,
        data: answered(at, { ...item, amount: { verdict: "value", satang: candidate } }),
      }));
      return { say: [askAmount(chat.reader, { candidates: options, limit: depositLimit, none: noneButton(chat) })] };
    }
    if (item.purpose === null) {
      const options = (["pledge", "special"] as const).map((purpose) => ({
        purpose,
        data: answered(at, { ...item, purpose }),
      }));
      const asked = { member: memberName(member), amount: item.amount.satang, options, none: noneButton(chat) };
      return { say: [askPurpose(chat.reader, asked)] };
    }
  }
  const split = items.flatMap(({ purpose, amount: read }) =>
    purpose && read.verdict === "value" ? [{ purpose, amount: read.satang }] : [],
  );
  return repeatedQuestion(chat, group, member, split) ?? confirmationCard(chat, group, member, split);
}

/** One purpose named twice in a line may be a slip or two sums in one: it is asked, never added up in silence. Null: none is. */
function repeatedQuestion(chat: Chat, group: Group, member: Member, split: readonly DepositSplit[]): Answer | null {
  const purpose = split.find((part, at) => split.findIndex((other) => other.purpose === part.purpose) < at)?.purpose;
  if (!purpose) return null;
  const sums = split.filter((part) => part.purpose === purpose).map((part) => part.amount);
  const others = split.filter((part) => part.purpose !== purpose);
  const choice = (chosen: DepositSplit["amount"]) => ({
    amount: chosen,
    data: chat.newAction("savings.deposit.member", {
      groupId: group.id,
      memberNo: member.memberNo,
      items: [{ purpose, amount: chosen }, ...others].map((part) => ({
        purpose: part.purpose,
        amount: { verdict: "value", satang: part.amount },
      })),
    }),
  });
  const view = {
    member: memberName(member),
    purpose,
    sums,
    together: choice(sum(sums)),
    options: [...new Set(sums)].slice(0, 10).map(choice),
    none: noneButton(chat),
  };
  return { say: [askRepeated(chat.reader, view)] };
}

const noneButton = (chat: Chat): string => chat.newAction("choice.none", { hint: "deposit" });

async function confirmationCard(chat: Chat, group: Group, member: Member, split: DepositSplit[]): Promise<Answer> {
  const preview = await previewDeposit(chat.tx, chat.actor, {
    group,
    member,
    split,
    now: chat.now,
  });
  const purposes = split
    .map((part) => part.purpose)
    .sort()
    .join("+");
  const confirm = chat.newAction(
    "savings.deposit.confirm",
    { groupId: group.id, memberId: member.id, dayId: preview.dayId, split, anotherOne: preview.already !== null },
    {
      subject: `deposit:${chat.actor.personId}:${member.id}:${purposes}`,
      groupId: group.id,
      dayId: preview.dayId,
      memberId: member.id,
    },
  );
  const view = {
    ...preview,
    member: memberName(preview.member),
    confirm,
    drop: chat.newAction("drop", { of: confirm }),
  };
  return { say: [depositConfirmation(chat.reader, view)] };
}

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
    const { receipt, member } = result;
    const forPassbook = (await hasPhone(chat, member)) ? [] : [passbookLine(chat.reader, receipt)];
    const view = {
      ...receipt,
      reverse: chat.newAction("ledger.reverse.ask", { groupId: group.id, receipt: receipt.receipt }),
    };
    return {
      say: [treasurerReceipt(chat.reader, view), ...forPassbook],
      asCopy: [treasurerReceipt(chat.reader, { ...view, copy: true }), ...forPassbook],
      notices,
      keep: { groupId: group.id, receipt: receipt.receipt },
    };
  },
  again: (chat, action) => firstReceipt(chat, action),
});

async function hasPhone(chat: Chat, member: Member): Promise<boolean> {
  if (member.link.personId) return true;
  const { guardianNo, groupId } = member;
  return guardianNo !== null && (await getGroupMember(chat.tx, groupId, guardianNo)).link.personId !== null;
}

/** The first result again, a receipt or the question for an explicit second one; but an entry that was put right since is never shown as done. */
async function firstReceipt(chat: Chat, action: Action): Promise<Answer> {
  const { groupId, receipt, say } = action.result as { groupId?: string; receipt?: string; say: Answer["say"] };
  if (groupId !== undefined && receipt !== undefined) await refuseReversedReceipt(chat.tx, groupId, receipt);
  return { say };
}
