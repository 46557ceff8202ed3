import { z } from "zod";
import { confirmTable, sayTableWrong } from "../../app/loans/sittings/confirm-sitting";
import { enterDecision, sendToConfirm, tidyTable } from "../../app/loans/sittings/enter-row";
import { listSittings } from "../../app/loans/sittings/list-sittings";
import { scheduleOfRow } from "../../app/loans/sittings/row-schedule";
import { dropSitting, openSitting, previewSitting } from "../../app/loans/sittings/open-sitting";
import { requireGroups } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { rowDecisions } from "../../domain/loans/sitting";
import type { SittingView } from "../../domain/loans/sitting-view";
import { satang, type Satang } from "../../domain/money";
import { loanSchedule } from "../../messages/loan-asking";
import { cardDropped } from "../../messages/questions";
import {
  sittingQuestion,
  sittingRequest,
  sittingRow,
  sittingStanding,
  sittingTable,
  sittingWords,
} from "../../messages/sittings";
import { readAmounts } from "../../understanding/amounts";
import { readSittingLine } from "../../understanding/sitting-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep, type PostbackCommand } from "../command";
import { ownWords } from "../own-words";
import { askGroup } from "../pick";
import { officerGroup } from "./day";

const groupInput = z.object({ groupId: z.string() });
const sittingInput = groupInput.extend({ sittingId: z.string() });
const rowInput = sittingInput.extend({ requestNo: z.string() });

/** Longer words would make what repeats them too long to read. */
const maxWords = 80;

/** วาระเงินกู้: what waits for the meeting; or the table that is open. */
export const askSitting = textCommand({
  name: "sitting",
  question: true,
  async handle(chat) {
    const groups = requireGroups(chat.actor, "hold-sitting");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "sitting.group", {}) : sittingIn(chat, one);
  },
});

async function sittingIn(chat: Chat, group: Group): Promise<Answer> {
  const { live, waiting, free } = await previewSitting(chat.tx, chat.actor, { group, now: chat.now });
  if (live) return tableAnswer(chat, live);
  const open = waiting > 0 ? chat.newAction("sitting.open", { groupId: group.id }) : null;
  return { say: [sittingQuestion(chat.reader, { group, waiting, free, open })] };
}

/** The table with a quick reply for each row; typed lines enter rows as long as it is open. */
function tableAnswer(chat: Chat, view: SittingView): Answer {
  const { sittingId, group, state, rows } = view;
  const ref = { sittingId, groupId: group.id };
  const isLive = state === "open" || state === "to-confirm";
  const isEntered = rows.every(({ decision }) => decision !== null);
  const isStale = isLive && rows.some(({ mark }) => mark !== null);
  const table = {
    ...view,
    rowData: isLive ? rows.map(({ requestNo }) => chat.newAction("sitting.row", { ...ref, requestNo })) : [],
    send: isEntered && !isStale && state === "open" ? chat.newAction("sitting.send", ref) : null,
    tidy: isStale ? chat.newAction("sitting.tidy", ref) : null,
    drop: isLive ? chat.newAction("sitting.drop", ref) : null,
  };
  return {
    say: [sittingTable(chat.reader, table)],
    conversation: isLive ? { name: "sitting", step: "lines", data: ref } : null,
  };
}

/** The chosen group of an officer of several. */
const sittingOfGroup = postbackCommand({
  name: "sitting.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => sittingIn(chat, officerGroup(chat, groupId)),
});

/** [เปิดวาระเงินกู้]. */
const openTable = postbackCommand({
  name: "sitting.open",
  once: false,
  input: groupInput,
  async handle(chat, { groupId }, action) {
    const group = officerGroup(chat, groupId);
    return tableAnswer(chat, await openSitting(chat.tx, chat.actor, { group, operationId: action._id, now: chat.now }));
  },
});

/** One row: what the meeting can decide. */
const showRow = postbackCommand({
  name: "sitting.row",
  once: false,
  input: rowInput,
  async handle(chat, input) {
    const { groupId, requestNo } = input;
    const group = officerGroup(chat, groupId);
    const { live } = await previewSitting(chat.tx, chat.actor, { group, now: chat.now });
    const row = live?.rows.find((one) => one.requestNo === requestNo);
    if (live?.sittingId !== input.sittingId || !row) throw new DomainError("card.outdated", { why: "changed" });
    const data = (decision: (typeof rowDecisions)[number]) => chat.newAction("sitting.decide", { ...input, decision });
    const [full, part, next, reject] = [data("full"), data("part"), data("next"), data("reject")];
    const rows = chat.newAction("sitting.rows", input);
    return {
      say: [sittingRow(chat.reader, { row, left: leftFor(live, row.granted), full, part, next, reject, rows })],
    };
  },
});

/** [ดูทุกงวด]: every row that will bind, for who enters the decision. */
const showRowSchedule = postbackCommand({
  name: "sitting.rows",
  once: false,
  input: rowInput,
  async handle(chat, { groupId, ...row }) {
    const at = { ...row, group: officerGroup(chat, groupId), now: chat.now };
    return { say: [loanSchedule(chat.reader, await scheduleOfRow(chat.tx, chat.actor, at))] };
  },
});

/** What is left to grant, in satang, where a row is decided anew. */
const leftFor = ({ free, granted }: SittingView, ofRow: Satang): Satang =>
  satang(Math.max(0, (free ?? 0) - granted + ofRow));

/** [อนุมัติเต็ม], [อนุมัติบางส่วน], [รอรอบหน้า], [ไม่อนุมัติ]: all but the first ask for words. */
const decideRow = postbackCommand({
  name: "sitting.decide",
  once: false,
  input: rowInput.extend({ decision: z.enum(rowDecisions) }),
  async handle(chat, { decision, ...row }) {
    if (decision === "full") return entered(chat, { ...row, decision, amount: null, reason: null });
    return askWords(chat, { ...row, decision });
  },
});

function askWords(
  { reader }: Chat,
  { groupId, sittingId, requestNo, decision }: Pick<Entered, "groupId" | "sittingId" | "requestNo" | "decision">,
): Answer {
  const asks = decision === "full" ? "part" : decision;
  return {
    say: [sittingWords(reader, { requestNo, asks })],
    conversation: { name: "sitting", step: "words", data: { groupId, sittingId, requestNo, decision } },
  };
}

type Entered = z.output<typeof rowInput> & {
  decision: (typeof rowDecisions)[number];
  amount: Satang | null;
  reason: string | null;
};

async function entered(chat: Chat, { groupId, ...row }: Entered): Promise<Answer> {
  const group = officerGroup(chat, groupId);
  return tableAnswer(chat, await enterDecision(chat.tx, chat.actor, { ...row, group, now: chat.now }));
}

/** The sum of a part, or why a request is refused or put off. */
export const sittingWordsStep: ConversationStep = {
  name: "sitting.words",
  takesDigits: true,
  dropped: cardDropped,
  async handle(chat, text) {
    const input = rowInput.extend({ decision: z.enum(rowDecisions) }).parse((await chat.openConversation())?.data);
    if (input.decision !== "part") return entered(chat, { ...input, amount: null, reason: ownWords(text, maxWords) });
    const [said = "", ...why] = text.split(/เพราะ|because/i);
    const [sum, other] = readAmounts(said);
    if (sum?.verdict !== "value" || other) throw new DomainError("amount.unreadable", { text });
    const reason = why.join(" ").trim();
    return entered(chat, { ...input, amount: sum.satang, reason: reason === "" ? null : ownWords(reason, maxWords) });
  },
};

/** "ก12 อนุมัติ 15000 เพราะ …" while the table is open; what is no such line is answered as it would be without it. */
export const sittingLinesStep: ConversationStep = {
  name: "sitting.lines",
  dropped: cardDropped,
  async handle(chat, text) {
    const line = readSittingLine(text, chat.today);
    if (!line) return null;
    const ref = sittingInput.parse((await chat.openConversation())?.data);
    // A refusal tells the borrower why.
    if (line.decision === "reject" && line.reason === null) return askWords(chat, { ...ref, ...line });
    return entered(chat, { ...ref, ...line, reason: line.reason && ownWords(line.reason, maxWords) });
  },
};

/** [ส่งให้กรรมการยืนยัน]. */
const sendTable = postbackCommand({
  name: "sitting.send",
  once: false,
  input: sittingInput,
  async handle(chat, { groupId, sittingId }) {
    const group = officerGroup(chat, groupId);
    const { result, notices } = await sendToConfirm(chat.tx, chat.actor, { sittingId, group, now: chat.now });
    return { ...tableAnswer(chat, result), notices };
  },
});

/** [ปรับคำขอที่เปลี่ยน]. */
const tidyTableButton = postbackCommand({
  name: "sitting.tidy",
  once: false,
  input: sittingInput,
  async handle(chat, { groupId, sittingId }) {
    const group = officerGroup(chat, groupId);
    return tableAnswer(chat, await tidyTable(chat.tx, chat.actor, { sittingId, group, now: chat.now }));
  },
});

/** [เลิกวาระนี้]. */
const dropTable = postbackCommand({
  name: "sitting.drop",
  once: false,
  input: sittingInput,
  async handle(chat, { groupId, sittingId }) {
    const group = officerGroup(chat, groupId);
    return tableAnswer(chat, await dropSitting(chat.tx, chat.actor, { sittingId, group, now: chat.now }));
  },
});

/** [ยืนยันมติ], [ยังไม่ตรง] of another member of the committee. */
const answerTable = (name: "confirm" | "wrong", answer: typeof confirmTable) =>
  postbackCommand({
    name: `sitting.${name}`,
    once: false,
    input: z.object({ sittingId: z.string(), list: z.string() }),
    async handle(chat, card) {
      const { result, notices } = await answer(chat.tx, chat.actor, { ...card, now: chat.now });
      return { say: [sittingStanding(chat.reader, result)], notices };
    },
  });

/** One of the tables that wait for her, with its buttons. */
const showTable = postbackCommand({
  name: "sitting.show",
  once: false,
  input: z.object({ sittingId: z.string() }),
  async handle(chat, { sittingId }) {
    const waiting = await listSittings(chat.tx, chat.actor, chat.now);
    const view = waiting.find((one) => one.sittingId === sittingId);
    if (!view) throw new DomainError("card.outdated", { why: "changed" });
    const { list } = view;
    const confirm = chat.newAction("sitting.confirm", { sittingId, list });
    const wrong = chat.newAction("sitting.wrong", { sittingId, list });
    return {
      say: [sittingStanding(chat.reader, view), sittingRequest(chat.reader, { ...view, confirm, wrong })],
    };
  },
});

/** The buttons of meetings on loans. */
export const sittingButtons: readonly PostbackCommand[] = [
  sittingOfGroup,
  openTable,
  showRow,
  showRowSchedule,
  decideRow,
  tidyTableButton,
  sendTable,
  dropTable,
  showTable,
  answerTable("confirm", confirmTable),
  answerTable("wrong", sayTableWrong),
];
