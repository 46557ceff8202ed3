import { z } from "zod";
import { scheduleToVote } from "../../app/loans/decisions/vote-schedule";
import { loanSchedule } from "../../messages/loan-asking";
import { postbackCommand } from "../command";

/** [ดูทุกงวด] on the card of a vote: every row that will bind, for who has a seat. */
export const showVoteRows = postbackCommand({
  name: "loan.vote.rows",
  once: false,
  input: z.object({ ballotId: z.string() }),
  async handle(chat, { ballotId }) {
    return { say: [loanSchedule(chat.reader, await scheduleToVote(chat.tx, chat.actor, ballotId))] };
  },
});
