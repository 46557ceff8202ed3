import { z } from "zod";
import {
  decidePledgeChange,
  getPledgeRequest,
  previewPledgeChange,
  previewPledgeWish,
  requestPledgeChange,
  wishPledge,
} from "../../app/members/pledge-changes";
import { getPassbooks, requireGroups } from "../../app/people/actor";
import { depositLimit } from "../../app/savings/deposit-checks";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { chooseMember } from "../../messages/choices";
import {
  askPledgeLine,
  pledgeConfirmation,
  pledgeDecided,
  pledgeWishConfirmation,
  pledgeWished,
} from "../../messages/pledge-changes";
import { askAmount } from "../../messages/questions";
import { readPledgeLine, type PledgeLine } from "../../understanding/pledge-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, askPassbook, findBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";
import { satangField } from "./deposit-questions";

/** เปลี่ยนสัจจะ 200: a member's wish; เปลี่ยนสัจจะ 012 เป็น 200 มติ 4/2569: an officer's proposal. Nothing changes yet. */
export const askPledge = textCommand({
  name: "pledge.change",
  isOwnLine: (text) => readPledgeLine(text) !== null,
  async handle(chat, { text }) {
    const line = readPledgeLine(text);
    if (!line || line.amount.verdict === "none") return lineAgain(chat);
    if (line.member === null) return wishOf(chat, line);
    const groups = requireGroups(chat.actor, "change-pledge");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "pledge.group", { text }) : proposalIn(chat, one, text);
  },
});

const lineAgain = (chat: Chat): Answer => ({ say: [askPledgeLine(chat.reader)] });

/** The sum that is certain; else the question for it, or for the whole line. */
function sumOf(chat: Chat, { amount }: PledgeLine, choice: (sum: Satang) => string): Satang | Answer {
  if (amount.verdict === "value") return amount.satang;
  const candidates = amount.verdict === "ask" ? amount.candidates : [];
  if (candidates.length === 0) return lineAgain(chat);
  const none = chat.newAction("choice.none", { hint: "pledge" });
  const options = candidates.map((sum) => ({ amount: sum, data: choice(sum) }));
  return { say: [askAmount(chat.reader, { candidates: options, limit: depositLimit, none })] };
}

async function wishOf(chat: Chat, line: PledgeLine): Promise<Answer> {
  const all = await getPassbooks(chat.tx, chat.actor);
  const passbooks = all.filter(({ member }) => member.status === "active");
  const [one, second] = passbooks;
  if (!one) {
    const { memberNo = "", status = "closed" } = all[0]?.member ?? {};
    throw new DomainError("member.not-active", { memberNo, status });
  }
  const pledge = sumOf(chat, line, (sum) => chat.newAction("pledge.wish.of", { memberId: one.member.id, pledge: sum }));
  if (typeof pledge !== "number") return second ? lineAgain(chat) : pledge;
  return second
    ? askPassbook(chat, passbooks, "pledge.wish.of", { pledge })
    : wishCard(chat, { memberId: one.member.id, pledge });
}

const wishField = z.object({ memberId: z.string().transform((id) => id as MemberId), pledge: satangField });

/** The passbook or the sum that is meant. */
export const askPledgeWishOf = postbackCommand({
  name: "pledge.wish.of",
  once: false,
  input: wishField,
  handle: (chat, wish) => wishCard(chat, wish),
});

async function wishCard(chat: Chat, wish: z.output<typeof wishField>): Promise<Answer> {
  const plan = await previewPledgeWish(chat.tx, chat.actor, { ...wish, now: chat.now });
  const confirm = chat.newAction("pledge.wish.confirm", wish, {
    subject: `pledge:${chat.actor.personId}:${wish.memberId}`,
    groupId: plan.group.id,
  });
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [pledgeWishConfirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** [ยืนยันขอเปลี่ยนสัจจะ]: the officers hear of the wish. */
export const confirmPledgeWish = postbackCommand({
  name: "pledge.wish.confirm",
  input: wishField,
  async handle(chat, wish) {
    const { result, notices } = await wishPledge(chat.tx, chat.actor, { ...wish, now: chat.now });
    return { say: [pledgeWished(chat.reader, result)], notices };
  },
});

/** The chosen group of an officer of several. */
export const askPledgeIn = postbackCommand({
  name: "pledge.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => proposalIn(chat, officerGroup(chat, groupId), text),
});

async function proposalIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readPledgeLine(text);
  if (!line?.member) return lineAgain(chat);
  const { member: query, resolution } = line;
  const found = await findBySaying(chat, group, query);
  const [one, second] = found;
  if (!one) throw new DomainError("member.not-found", { query, groupName: group.name.th });
  const of = (memberNo: string, pledge: Satang) =>
    chat.newAction("pledge.propose", { groupId: group.id, memberNo, pledge, resolution });
  const pledge = sumOf(chat, line, (sum) => of(one.memberNo, sum));
  if (typeof pledge !== "number") return second ? lineAgain(chat) : pledge;
  if (!second) return proposalCard(chat, group, { memberNo: one.memberNo, pledge, resolution });
  const options = found.slice(0, 12).map((member) => ({ member, data: of(member.memberNo, pledge) }));
  const none = chat.newAction("choice.none", { hint: "pledge" });
  return { say: [chooseMember(chat.reader, { group, query, options, none })] };
}

const changeField = z.object({
  groupId: z.string(),
  memberNo: z.string(),
  pledge: satangField,
  resolution: z.string().nullable().default(null),
});

/** [เสนอกรรมการอีกคน] of a member's wish; also the member or the sum that is meant. */
export const proposePledge = postbackCommand({
  name: "pledge.propose",
  once: false,
  input: changeField,
  handle: (chat, { groupId, ...change }) => proposalCard(chat, officerGroup(chat, groupId), change),
});

async function proposalCard(
  chat: Chat,
  group: Group,
  change: Omit<z.output<typeof changeField>, "groupId">,
): Promise<Answer> {
  const plan = await previewPledgeChange(chat.tx, chat.actor, { group, ...change, now: chat.now });
  const confirm = chat.newAction(
    "pledge.confirm",
    { groupId: group.id, ...change },
    { subject: `pledge.change:${chat.actor.personId}:${group.id}:${change.memberNo}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [pledgeConfirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** The first officer confirms: a second one is asked. */
export const confirmPledgeChange = postbackCommand({
  name: "pledge.confirm",
  input: changeField,
  again: standingNow(getPledgeRequest, pledgeDecided),
  async handle(chat, { groupId, ...change }, action) {
    const group = officerGroup(chat, groupId);
    const asked = { group, ...change, operationId: action._id, now: chat.now };
    return askedOf(chat, await requestPledgeChange(chat.tx, chat.actor, asked), pledgeDecided);
  },
});

/** The second officer's word: confirmed, the pledge holds from its month. */
export const pledgeAnswer = secondOfficerButtons("pledge", decidePledgeChange, pledgeDecided);
