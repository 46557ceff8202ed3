import { z } from "zod";
import { getGroupMember } from "../../app/members/find-member";
import { findOpenContracts, type OpenContract } from "../../app/loans/open-contracts";
import { depositLimit } from "../../app/savings/deposit-checks";
import { readSavings } from "../../app/savings/deposit-rows";
import { previewDeposit } from "../../app/savings/deposits";
import { planRepayment } from "../../app/loans/repayments/plan-repayment";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { satang, sum, zero, type Satang } from "../../domain/money";
import type { RepaymentAmount } from "../../domain/loans/repayment/split";
import { memberName } from "../../domain/people";
import { depositPurposes, isOfLoan, type DepositPurpose, type DepositSplit } from "../../domain/savings/deposit";
import { pledgeOfNext } from "../../domain/savings/pledge";
import { depositConfirmation } from "../../messages/deposits";
import {
  askAmount,
  askContract,
  askLoanSplit,
  askOwnLoanSplit,
  askPurpose,
  askRepeated,
} from "../../messages/questions";
import type { Tx } from "../../storage/tx";
import type { Answer, Chat } from "../chat";

/** Whole satang in a button's payload. */
export const satangField = z.int().transform(satang);
const amountField = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("value"), satang: satangField }),
  z.object({ verdict: z.literal("ask"), candidates: z.array(satangField) }),
  z.object({ verdict: z.literal("months"), months: z.int().positive() }),
  z.object({ verdict: z.literal("none") }),
  z.object({ verdict: z.literal("due") }),
  z.object({ verdict: z.literal("instalments"), instalments: z.int().positive() }),
  z.object({ verdict: z.literal("pay-off") }),
]);
/** What an officer's line names, as far as it is settled. */
export const itemsField = z.array(
  z
    .object({
      purpose: z.enum([...depositPurposes, "loan"]).nullable(),
      amount: amountField,
      contractNo: z.string().optional(),
    })
    .transform(withContract),
);
/** What is handed over, in a button's payload. */
export const splitField = z.array(
  z
    .object({ purpose: z.enum(depositPurposes), amount: satangField, contractNo: z.string().optional() })
    .transform(withContract),
);
/** One sum of a line, with its purpose as far as that is certain. */
export type DepositItem = z.output<typeof itemsField>[number];

/** Leaves out a contract that is not named. */
export function withContract<Part extends { contractNo?: string | undefined }>({
  contractNo,
  ...part
}: Part): Omit<Part, "contractNo"> & { contractNo?: string } {
  return contractNo === undefined ? part : { ...part, contractNo };
}

/** What a bare sum is asked to be for: what a desk takes most. */
const likelyPurposes: readonly DepositPurpose[] = ["pledge", "special", "welfare", "fine"];

/** For whom sums are settled: which button goes on with an answer, the way out of a choice, and the card at the end. */
export interface Settling {
  next: string;
  /** What its payload holds besides the member and the sums; left out: nothing. */
  known?: Record<string, unknown>;
  hint: "deposit" | "transfer";
  card(chat: Chat, group: Group, member: Member, split: DepositSplit[]): Promise<Answer>;
}

const atTheDesk: Settling = { next: "savings.deposit.member", hint: "deposit", card: confirmationCard };

/** Every sum, purpose and contract must be certain before a card is shown; the first that is not is asked for. */
export async function settleItems(
  chat: Chat,
  group: Group,
  memberNo: string,
  items: readonly DepositItem[],
  settling: Settling = atTheDesk,
): Promise<Answer> {
  const member = await getGroupMember(chat.tx, group.id, memberNo);
  const asked: Asked = { chat, group, member, settling };
  const savings = await savingsForMonths(chat.tx, [{ member, items }]);
  const read = countMonths(items, member, savings.get(member.id));
  const answered = (at: number, item: DepositItem) => goOn(asked, read.with(at, item));
  for (const [at, item] of read.entries()) {
    if (item.purpose === "loan" && isRepayment(item.amount)) continue;
    if (item.amount.verdict !== "value") {
      const candidates = item.amount.verdict === "ask" ? item.amount.candidates : [];
      const options = candidates.map((candidate) => ({
        amount: candidate,
        data: answered(at, { ...item, amount: { verdict: "value", satang: candidate } }),
      }));
      return { say: [askAmount(chat.reader, { candidates: options, limit: depositLimit, none: noneOf(asked) })] };
    }
    if (item.purpose === null) {
      const options = likelyPurposes.map((purpose) => ({ purpose, data: answered(at, { ...item, purpose }) }));
      const view = { group, member: memberName(member), amount: item.amount.satang, options };
      return { say: [askPurpose(chat.reader, { ...view, none: noneOf(asked) })] };
    }
  }
  const repaid = await repaymentOf(asked, read);
  if (repaid) return repaid;
  const split = inOrder(read.flatMap(splitOf));
  return (
    (await contractQuestion(asked, split)) ??
    repeatedQuestion(asked, split) ??
    settling.card(chat, group, member, split)
  );
}

/** What is asked, of whom, and for which card. */
interface Asked {
  chat: Chat;
  group: Group;
  member: Member;
  settling: Settling;
}

const goOn = ({ chat, group, member, settling }: Asked, items: readonly DepositItem[]): string =>
  chat.newAction(settling.next, { ...settling.known, groupId: group.id, memberNo: member.memberNo, items });

const noneOf = ({ chat, settling }: Asked): string => chat.newAction("choice.none", { hint: settling.hint });

/** What stands in the pledge savings of those of whom a line names months of a pledge that changed; one read, and none where no line does. */
export function savingsForMonths(
  tx: Tx,
  rows: readonly { member: Member; items: readonly DepositItem[] }[],
): Promise<Map<MemberId, Satang>> {
  const asked = rows.filter(
    ({ member, items }) => member.pledgeSteps?.length && items.some(({ amount }) => amount.verdict === "months"),
  );
  return readSavings(
    tx,
    asked.map(({ member }) => member.id),
  );
}

/** "สัจจะ 3 เดือน" in satang, from what stands in the pledge savings; without a pledge nobody knows what a month is. */
export function countMonths(items: readonly DepositItem[], member: Member, savings: Satang = zero): DepositItem[] {
  return items.map((item) => {
    if (item.amount.verdict !== "months") return item;
    const amount = pledgeOfNext(member, savings, item.amount.months);
    return { ...item, amount: amount > 0 ? { verdict: "value", satang: amount } : { verdict: "none" } };
  });
}

/** What is certain of an item; none where its sum or purpose is not. */
export function splitOf({ purpose, amount, contractNo }: DepositItem): DepositSplit[] {
  return purpose && purpose !== "loan" && amount.verdict === "value"
    ? [withContract({ purpose, amount: amount.satang, contractNo })]
    : [];
}

/** As receipts name them, whatever the order of the line. */
export function inOrder(split: readonly DepositSplit[]): DepositSplit[] {
  const place = ({ purpose }: DepositSplit) => depositPurposes.indexOf(purpose);
  return split.toSorted((one, other) => place(one) - place(other));
}

const asItem = ({ amount, ...part }: DepositSplit): DepositItem => ({
  ...part,
  amount: { verdict: "value", satang: amount },
});

/** Principal and interest are of a contract: the only open one, or the one that the officer names. Null: every part has its own. */
async function contractQuestion(asked: Asked, split: readonly DepositSplit[]): Promise<Answer | null> {
  if (!split.some((part) => isOfLoan(part.purpose) && part.contractNo === undefined)) return null;
  const { chat, group, member, settling } = asked;
  const contracts = await findOpenContracts(chat.tx, [member.id]);
  const { memberNo } = member;
  const of = ({ contractNo }: OpenContract) =>
    split.map((part) => (isOfLoan(part.purpose) ? { ...part, contractNo } : part));
  const [one, second] = contracts;
  if (!one) throw new DomainError("loan.no-contract", { memberNo });
  if (!second) return settleItems(chat, group, memberNo, of(one).map(asItem), settling);
  const options = contracts.slice(0, 12).map((contract) => ({
    ...contract,
    data: goOn(asked, of(contract).map(asItem)),
  }));
  return { say: [askContract(chat.reader, { member: memberName(member), options, none: noneOf(asked) })] };
}

/** What is paid on a loan as a whole becomes its fine, interest and principal, once its contract is certain. Null: nothing is. */
async function repaymentOf(asked: Asked, items: readonly DepositItem[]): Promise<Answer | null> {
  const at = items.findIndex(({ purpose }) => purpose === "loan");
  const item = items[at];
  if (!item || !isRepayment(item.amount)) return null;
  const { chat, group, member, settling } = asked;
  const contracts = await findOpenContracts(chat.tx, [member.id]);
  const named = contracts.filter(({ contractNo }) => item.contractNo === undefined || contractNo === item.contractNo);
  const [one, second] = named;
  if (!one) throw new DomainError("loan.no-contract", { memberNo: member.memberNo });
  if (second) {
    const options = named.slice(0, 12).map((contract) => ({
      ...contract,
      data: goOn(asked, items.with(at, { ...item, contractNo: contract.contractNo })),
    }));
    return { say: [askContract(chat.reader, { member: memberName(member), options, none: noneOf(asked) })] };
  }
  const split = await planRepayment(chat.tx, group, one, { amount: item.amount, now: chat.now });
  if (!split) return { say: [settling.hint === "transfer" ? askOwnLoanSplit(chat.reader) : askLoanSplit(chat.reader)] };
  return settleItems(chat, group, member.memberNo, items.toSpliced(at, 1, ...split.map(asItem)), settling);
}

/** Whether this says how much is paid on a loan. */
export function isRepayment(amount: DepositItem["amount"]): amount is RepaymentAmount {
  return ["value", "due", "instalments", "pay-off"].includes(amount.verdict);
}

/** One purpose named twice in a line may be a slip or two sums in one: it is asked, never added up in silence. Null: none is. */
function repeatedQuestion(asked: Asked, split: readonly DepositSplit[]): Answer | null {
  const { chat, group, member } = asked;
  const isSame = (one: DepositSplit, other: DepositSplit) =>
    one.purpose === other.purpose && one.contractNo === other.contractNo;
  const first = split.find((part, at) => split.some((other, before) => before > at && isSame(part, other)));
  if (!first) return null;
  const { purpose } = first;
  const sums = split.filter((part) => isSame(part, first)).map((part) => part.amount);
  const others = split.filter((part) => !isSame(part, first));
  const choice = (chosen: Satang) => ({
    amount: chosen,
    data: goOn(asked, [{ ...first, amount: chosen }, ...others].map(asItem)),
  });
  const view = {
    group,
    member: memberName(member),
    purpose,
    sums,
    together: choice(sum(sums)),
    options: [...new Set(sums)].slice(0, 10).map(choice),
    none: noneOf(asked),
  };
  return { say: [askRepeated(chat.reader, view)] };
}

/** The button of "none of these". */
export const noneButton = (chat: Chat): string => chat.newAction("choice.none", { hint: "deposit" });

/** The card that repeats everything before it is posted. */
export async function confirmationCard(
  chat: Chat,
  group: Group,
  member: Member,
  split: DepositSplit[],
): Promise<Answer> {
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
