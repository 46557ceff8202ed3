import { z } from "zod";
import {
  decideRules,
  getProposable,
  getProposalTurn,
  getRulesRequest,
  readProposal,
  requestRules,
} from "../../app/rules/decide-rules";
import {
  allChanges,
  ruleProposal,
  ruleProposalConfirmation,
  rulesAsked,
  rulesDecided,
  rulesRequest,
} from "../../messages/rule-changes";
import { answerCommands } from "../../app/approvals/second-officers";
import type { Answer, Chat } from "../chat";
import { postbackCommand } from "../command";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";

const input = z.object({ proposalId: z.string() });

/** [ดูร่างระเบียบใหม่]: the proposal as it stands for this officer. */
export const showProposal = postbackCommand({
  name: "rules.proposal",
  once: false,
  input,
  handle: (chat, { proposalId }) => proposalCard(chat, proposalId),
});

/** An open proposal with the buttons of what this officer may do with it. */
async function proposalCard(chat: Chat, proposalId: string): Promise<Answer> {
  const { turn, view } = await getProposalTurn(chat.tx, chat.actor, proposalId, chat.now);
  const read = chat.newAction("rules.changes", { proposalId, from: 0 });
  if (turn === "propose") {
    const propose = chat.newAction("rules.propose", { proposalId });
    return { say: [ruleProposal(chat.reader, { ...view, propose, read })] };
  }
  if (turn === "wait") return { say: [rulesAsked(chat.reader, view)] };
  const { approvalId } = view;
  const approve = chat.newAction(`${answerCommands.rules}.approve`, { approvalId });
  const reject = chat.newAction(`${answerCommands.rules}.reject`, { approvalId });
  return { say: [rulesRequest(chat.reader, { ...view, approve, reject, read })] };
}

/** [อ่านทุกข้อที่เปลี่ยน]: old and new words of every clause that changes, in texts. */
export const readChanges = postbackCommand({
  name: "rules.changes",
  once: false,
  input: z.object({ proposalId: z.string(), from: z.int().min(0) }),
  async handle(chat, { proposalId, from }) {
    const view = await readProposal(chat.tx, chat.actor, proposalId, chat.now);
    const more = (next: number) => chat.newAction("rules.changes", { proposalId, from: next });
    return { say: [allChanges(chat.reader, { ...view, from, more })] };
  },
});

/** [เสนอให้ใช้ระเบียบนี้]: asks for the confirmation; nothing changes by it. */
export const askProposal = postbackCommand({
  name: "rules.propose",
  once: false,
  input,
  async handle(chat, { proposalId }) {
    const view = await getProposable(chat.tx, chat.actor, proposalId, chat.now);
    const subject = `rules:${chat.actor.personId}:${proposalId}`;
    const confirm = chat.newAction("rules.propose.confirm", { proposalId }, { subject, groupId: view.group.id });
    const drop = chat.newAction("drop", { of: confirm });
    return { say: [ruleProposalConfirmation(chat.reader, { ...view, confirm, drop })] };
  },
});

/** The first officer confirms: a second one is asked. */
export const confirmProposal = postbackCommand({
  name: "rules.propose.confirm",
  input,
  again: standingNow(getRulesRequest, rulesDecided),
  async handle(chat, { proposalId }, action) {
    return askedOf(
      chat,
      await requestRules(chat.tx, chat.actor, {
        operationId: action._id,
        proposalId,
        now: chat.now,
      }),
      rulesAsked,
    );
  },
});

/** The second officer's word: confirmed, the rules are the group's next version. */
export const rulesAnswer = secondOfficerButtons("rules", decideRules, rulesDecided);
