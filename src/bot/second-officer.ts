import { z } from "zod";
import { answerCommands } from "../app/approvals/second-officers";
import type { Actor } from "../app/people/actor";
import type { ApprovalKind, Verdict } from "../domain/approvals/two-officers";
import type { Done } from "../domain/notice";
import type { Reader } from "../messages/speak";
import type { Message } from "../messages/views";
import type { Tx } from "../storage/tx";
import type { Action } from "../storage/actions";
import type { Answer, Chat } from "./chat";
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

/** The answer to who asked a second officer: the button keeps which request it made, or found waiting. */
export function askedOf<View extends { approvalId: string }>(
  chat: Chat,
  { result, notices }: Done<View>,
  show: (reader: Reader, view: View) => Message,
): Answer {
  return { say: [show(chat.reader, result)], notices, keep: { approvalId: result.approvalId } };
}

/** What that button shows when it is pressed again: the first result while its request waits, then what was decided. */
export function standingNow<View extends { verdict: Verdict }>(
  get: (tx: Tx, approvalId: string, now: Date) => Promise<View>,
  show: (reader: Reader, view: View) => Message,
): (chat: Chat, action: Action) => Promise<Answer> {
  return async (chat, { result }) => {
    const { approvalId } = z.object({ approvalId: z.string() }).parse(result);
    const view = await get(chat.tx, approvalId, chat.now);
    return { say: view.verdict === "open" ? ((result?.["say"] ?? []) as Answer["say"]) : [show(chat.reader, view)] };
  };
}
