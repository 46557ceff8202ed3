import { z } from "zod";
import { decideTurn, getTurnRequest, previewTurn, requestTurn, type Turn } from "../../app/parallel-run/decide-run";
import { secondReason } from "../../app/parallel-run/explain-gap";
import {
  mendDifference,
  noteDifference,
  showParallelRun,
  type ParallelView,
} from "../../app/parallel-run/paper-differences";
import { groupsWithPower, requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Done } from "../../domain/notice";
import { zero, type Satang } from "../../domain/money";
import { mostClosings, usualClosings } from "../../domain/parallel-run/parallel-run";
import { askDifferenceLine, gapsToSign, goLiveCards, parallelCards, parallelStatus } from "../../messages/parallel";
import {
  readAgreementLine,
  readDifferenceLine,
  readParallelLine,
  type DifferenceLine,
} from "../../understanding/parallel-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, memberBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";
import { answerOwnGap, gapField } from "./passbook-gap";

const cardsOf = { "parallel-run": parallelCards, "go-live": goLiveCards };
const powerOf = { "parallel-run": "decide-rules", "go-live": "put-go-live" } as const;

async function askTurn(chat: Chat, turn: Turn, closings: number): Promise<Answer> {
  const groups = requireGroups(chat.actor, powerOf[turn]);
  const [one, second] = groups;
  return second ? askGroup(chat, groups, "parallel.group", { turn, closings }) : turnCard(chat, one, turn, closings);
}

/** เริ่มใช้คู่กระดาษ, perhaps with for how many closings. */
const askParallelRun = textCommand({
  name: "parallel.start",
  handle(chat, { text }) {
    const said = readParallelLine(text)?.closings ?? usualClosings;
    return askTurn(chat, "parallel-run", Math.min(Math.max(said, usualClosings), mostClosings));
  },
});

/** เริ่มใช้จริง. */
const askGoLive = textCommand({
  name: "parallel.live",
  handle: (chat) => askTurn(chat, "go-live", usualClosings),
});

const turnField = z.object({
  groupId: z.string(),
  turn: z.enum(["parallel-run", "go-live"]),
  closings: z.int().min(usualClosings).max(mostClosings),
});

/** The chosen group of an officer of several. */
const askTurnIn = postbackCommand({
  name: "parallel.group",
  once: false,
  input: turnField,
  handle: (chat, { groupId, turn, closings }) => turnCard(chat, officerGroup(chat, groupId), turn, closings),
});

async function turnCard(chat: Chat, group: Group, turn: Turn, closings: number): Promise<Answer> {
  const plan = await previewTurn(chat.tx, chat.actor, { turn, group, closings, now: chat.now });
  const subject = `${turn}:${chat.actor.personId}:${group.id}`;
  const confirm = chat.newAction("parallel.confirm", { groupId: group.id, turn, closings }, { subject });
  const drop = chat.newAction("drop", { of: confirm });
  return {
    say: [...gapsToSign(chat.reader, plan), cardsOf[turn].confirmation(chat.reader, { ...plan, confirm, drop })],
  };
}

/** The first officer confirms: a second one, or an auditor, is asked. */
const confirmTurn = postbackCommand({
  name: "parallel.confirm",
  input: turnField,
  async handle(chat, { groupId, turn, closings }, action) {
    const group = officerGroup(chat, groupId);
    const asked = { turn, group, closings, operationId: action._id, now: chat.now };
    return askedOf(chat, await requestTurn(chat.tx, chat.actor, asked), cardsOf[turn].asked);
  },
  again(chat, action) {
    const { turn } = turnField.parse(action.payload);
    return standingNow(getTurnRequest, cardsOf[turn].decided)(chat, action);
  },
});

/** The second officer's word on keeping paper beside us. */
const parallelAnswer = secondOfficerButtons("parallel-run", decideTurn, parallelCards.decided);

/** The auditor's word on going live. */
const goLiveAnswer = secondOfficerButtons("go-live", decideTurn, goLiveCards.decided);

/** สมุดที่ไม่ตรง: how far it is, and every passbook that differs. */
const showParallel = textCommand({
  name: "parallel.status",
  handle: (chat) => inGroup(chat, "read-books", { kind: "status" }),
});

/** สมุดไม่ตรง 012 1500: what paper says. */
const tellDifference = textCommand({
  name: "parallel.differ",
  async handle(chat, { text }) {
    const line = readDifferenceLine(text);
    return line ? inGroup(chat, "open-day", { kind: "differ", line }) : { say: [askDifferenceLine(chat.reader)] };
  },
});

/** สมุดตรงแล้ว 012. */
const tellAgreement = textCommand({
  name: "parallel.agree",
  async handle(chat, { text }) {
    const memberNo = readAgreementLine(text);
    return memberNo === null
      ? { say: [askDifferenceLine(chat.reader)] }
      : inGroup(chat, "open-day", { kind: "agree", memberNo });
  },
});

type Told = { kind: "status" } | { kind: "differ"; line: DifferenceLine } | { kind: "agree"; memberNo: string };

/** A word about paper, in the one group of an officer that keeps it; of several, the first that does. */
async function inGroup(chat: Chat, power: "read-books" | "open-day", told: Told): Promise<Answer> {
  const recorders = power === "open-day" ? groupsWithPower(chat.actor, "record-money") : [];
  const groups = recorders.length > 0 ? recorders : requireGroups(chat.actor, power);
  const group = groups.find(({ besidePaper }) => besidePaper) ?? groups[0];
  if (!group) throw new Error("an officer has a group");
  const { result, notices } = await note(chat, group, told);
  return { say: [statusOf(chat, result)], notices };
}

/** How far it is, with a button for each reason that this officer may second. */
function statusOf(chat: Chat, view: ParallelView) {
  const toSecond = view.toSecond.map((key) => ({
    memberNo: key.memberNo,
    data: chat.newAction("parallel.second", { groupId: view.group.id, key }),
  }));
  return parallelStatus(chat.reader, { ...view, toSecond });
}

/** [ยืนยันด้วย 012]: a second officer knows the reason too, or saw that it agrees. */
const secondReasonOf = postbackCommand({
  name: "parallel.second",
  once: false,
  input: z.object({ groupId: z.string(), key: gapField }),
  async handle(chat, { groupId, key }) {
    const asked = { group: officerGroup(chat, groupId), key, now: chat.now };
    return { say: [statusOf(chat, await secondReason(chat.tx, chat.actor, asked))] };
  },
});

async function note(chat: Chat, group: Group, told: Told): Promise<Done<ParallelView>> {
  const asked = { group, now: chat.now };
  const alone = async (view: Promise<ParallelView>) => ({ result: await view, notices: [] });
  if (told.kind === "status") return alone(showParallelRun(chat.tx, chat.actor, asked));
  const { memberNo } = await memberBySaying(chat, group, told.kind === "differ" ? told.line.memberNo : told.memberNo);
  if (told.kind === "agree") return mendDifference(chat.tx, chat.actor, { ...asked, memberNo });
  const { purpose, because } = told.line;
  return noteDifference(chat.tx, chat.actor, { ...asked, memberNo, purpose, because, paper: paperSum(told.line) });
}

function paperSum({ amount, nothing, said }: DifferenceLine): Satang {
  if (nothing) return zero;
  if (amount?.verdict !== "value") throw new DomainError("amount.unreadable", { text: said });
  return amount.satang;
}

/** What the months beside paper have of words and buttons. */
export const parallelWords = [askParallelRun, showParallel, tellDifference, tellAgreement, askGoLive];
export const parallelButtons = [
  askTurnIn,
  confirmTurn,
  secondReasonOf,
  answerOwnGap,
  ...[parallelAnswer, goLiveAnswer].flatMap(({ approve, reject }) => [approve, reject]),
];
