import { z } from "zod";
import { decideChange, getChangeRequest, previewChange, requestChange } from "../../app/loans/changes/change-contract";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { loanChanges } from "../../domain/loans/changes/change";
import { satang } from "../../domain/money";
import { askLoanChangeLine, loanChangeCards } from "../../messages/loan-changes";
import { readLoanChangeLine } from "../../understanding/loan-change-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

const askedField = z.object({
  kind: z.enum(loanChanges),
  contractNo: z.string(),
  months: z.number().nullable(),
  yearlyRatePercent: z.string().nullable(),
  guarantorNo: z.string().nullable(),
  amount: z.number().transform(satang).nullable(),
  freedNos: z.array(z.string()),
  resolution: z.string(),
});
type AskedField = z.output<typeof askedField>;

/** ปรับโครงสร้างหนี้ สัญญา ก12/2569 24 งวด มติ 3/2569: answers with a card; a second officer is asked only then. */
export const askLoanChange = textCommand({
  name: "loan.change",
  isOwnLine: (text) => readLoanChangeLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    const line = readLoanChangeLine(text);
    if (!line || line.resolution === null || line.contractNo === null) return { say: [askLoanChangeLine(chat.reader)] };
    const asked = { ...line, contractNo: line.contractNo, resolution: line.resolution };
    return second ? askGroup(chat, groups, "loan.change.group", { asked }) : changeCard(chat, one, asked);
  },
});

/** The chosen group of an officer of several. */
const askLoanChangeIn = postbackCommand({
  name: "loan.change.group",
  once: false,
  input: z.object({ groupId: z.string(), asked: askedField }),
  handle: (chat, { groupId, asked }) => changeCard(chat, officerGroup(chat, groupId), asked),
});

async function changeCard(chat: Chat, group: Group, asked: AskedField): Promise<Answer> {
  const plan = await previewChange(chat.tx, chat.actor, { group, asked, now: chat.now });
  const confirm = chat.newAction(
    "loan.change.confirm",
    { groupId: group.id, asked },
    { subject: `loan-change:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [loanChangeCards.confirmation(chat.reader, { ...plan, confirm, drop })] };
}

/** The first officer confirms: a second one is asked, nothing is posted yet. */
const confirmLoanChange = postbackCommand({
  name: "loan.change.confirm",
  input: z.object({ groupId: z.string(), asked: askedField }),
  again: standingNow(getChangeRequest, loanChangeCards.decided),
  async handle(chat, { groupId, asked }, action) {
    const input = { group: officerGroup(chat, groupId), asked, operationId: action._id, now: chat.now };
    return askedOf(chat, await requestChange(chat.tx, chat.actor, input), loanChangeCards.asked);
  },
});

/** The second officer's word: confirmed, the contract has changed. */
const loanChangeAnswer = secondOfficerButtons("loan-change", decideChange, loanChangeCards.decided);

/** What the buttons of a change do. */
export const loanChangeButtons = [
  askLoanChangeIn,
  confirmLoanChange,
  loanChangeAnswer.approve,
  loanChangeAnswer.reject,
];
