import { z } from "zod";
import { answerCommands } from "../app/approvals/second-officers";
import type { Actor } from "../app/people/actor";
import type { ApprovalKind } from "../domain/approvals/two-officers";
import type { Done } from "../domain/notice";
import type { Reader } from "../messages/speak";
import type { Message } from "../messages/views";
import type { Tx } from "../storage/tx";
import { postbackCommand, type PostbackCommand } from "./command";

/**
 * The two buttons of a request's second officer: she confirms, or she does not and nothing changes. Whoever presses one later, or again, sees
 * what was decided.
 */
export function secondOfficerButtons<Result>(
  kind: ApprovalKind,
  decide: (
    tx: Tx,
    actor: Actor,
    input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
  ) => Promise<Done<Result>>,
  show: (reader: Reader, result: Result) => Message,
): { approve: PostbackCommand; reject: PostbackCommand } {
  const button = (name: "approve" | "reject", verdict: "approved" | "rejected") =>
    postbackCommand({
      name: `${answerCommands[kind]}.${name}`,
      once: false,
      input: z.object({ approvalId: z.string() }),
      async handle(chat, { approvalId }) {
        const { result, notices } = await decide(chat.tx, chat.actor, { approvalId, verdict, now: chat.now });
        return { say: [show(chat.reader, result)], notices };
      },
    });
  return { approve: button("approve", "approved"), reject: button("reject", "rejected") };
}
