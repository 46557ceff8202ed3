import { listLoanPapers } from "../../app/loans/papers/loan-papers";
import { findByNumber } from "../../app/loans/payouts/list-payouts";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { loanPapersLink } from "../../messages/page-links";
import { askLoanPapersLine, loanPapersTold } from "../../messages/loan-papers";
import { readPayoutLine } from "../../understanding/payout-line";
import type { Answer, Chat } from "../chat";
import { textCommand } from "../command";

/** สัญญากู้ ก12: contract and guarantees to be signed, for officers, the borrower and who stands for it. */
export const showLoanPapers = textCommand({
  name: "loan.papers",
  question: true,
  async handle(chat, { text }) {
    const line = readPayoutLine(text);
    if (!line) return { say: [askLoanPapersLine(chat.reader)] };
    let refused: unknown = null;
    for (const group of groupsOf(chat)) {
      try {
        return await papersIn(chat, group, line);
      } catch (error) {
        // Another group of hers may have a loan of that number.
        if (!(error instanceof DomainError)) throw error;
        refused = error;
      }
    }
    throw refused;
  },
});

/** The groups of her passbooks and offices, each once. */
function groupsOf({ actor }: Chat): Group[] {
  const groups = [...actor.offices, ...actor.own].map(({ group }) => group);
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

async function papersIn(chat: Chat, group: Group, line: { no: number; year: number | null }): Promise<Answer> {
  const { id } = await findByNumber(chat.tx, group, { ...line, now: chat.now });
  const list = await listLoanPapers(chat.tx, chat.actor, { groupId: group.id, requestId: id, now: chat.now });
  const link = chat.liffId && loanPapersLink(chat.liffId, { groupId: group.id, requestId: id });
  return { say: [loanPapersTold(chat.reader, { ...list, link })] };
}
