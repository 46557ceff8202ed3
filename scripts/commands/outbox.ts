import { findRowState, listRows, outboxStates, releaseHeld, resend } from "../../src/storage/outbox";
import { oneOf, type Command } from "./command";
import { exitCode, print, RefusedError, tableLines } from "./context";

/** `sajja outbox list`: what is to be sent or was, without what it says. */
export const outboxList: Command = {
  usage: `outbox list [--state ${outboxStates.join("|")}]`,
  about: "lists messages to people, the newest first",
  options: { state: { type: "string" } },
  needs: "database",
  async run(input, context) {
    const rows = (await listRows(oneOf(input, "state", outboxStates))).map(
      ({ _id, state, kind, chatId, attempts, lastError }) => ({
        id: _id,
        state,
        kind,
        to: chatId,
        attempts,
        lastError,
      }),
    );
    const cells = rows.map((row) => [row.id, row.state, row.kind, row.to, String(row.attempts), row.lastError ?? ""]);
    print(context, rows, tableLines(["id", "state", "kind", "to", "attempts", "last error"], cells));
    return exitCode.done;
  },
};

/** `sajja outbox resend <id>`: pushes a dead, dropped, parked or unknown message by itself. */
export const outboxResend: Command = {
  usage: "outbox resend <id>",
  about: "pushes a dead, dropped, parked or unknown message by itself",
  needs: "database",
  async run({ args: [id = ""] }, context) {
    if (!(await resend(id, context.now))) throw new RefusedError(await whyNot(id));
    print(context, { id, state: "waiting" }, [`${id} waits to be sent.`]);
    return exitCode.done;
  },
};

async function whyNot(id: string): Promise<string> {
  const state = await findRowState(id);
  if (state === null) return `There is no message ${id}.`;
  if (state === "held") return `The message ${id} is held since a restore: sajja outbox release lets all of them go.`;
  if (state === "sent") return `The message ${id} was sent: it is never sent twice.`;
  return `The message ${id} is ${state} already.`;
}

/** `sajja outbox release`: lets go what a restore holds. */
export const outboxRelease: Command = {
  usage: "outbox release",
  about: "lets go the messages that a restore holds",
  needs: "database",
  async run(_input, context) {
    const released = await releaseHeld();
    print(context, { released }, [`${released} messages wait to be sent.`]);
    return exitCode.done;
  },
};
