import { findEventState, inboxStates, listEvents, replay } from "../../src/storage/inbox";
import { oneOf, type Command } from "./command";
import { exitCode, print, RefusedError, tableLines } from "./context";

/** `sajja inbox list`: the events that LINE sent, without what they say. */
export const inboxList: Command = {
  usage: `inbox list [--state ${inboxStates.join("|")}]`,
  about: "lists the events that LINE sent, the newest first",
  options: { state: { type: "string" } },
  needs: "database",
  async run(input, context) {
    const events = (await listEvents(oneOf(input, "state", inboxStates))).map((event) => ({
      webhookEventId: event._id,
      state: event.state,
      attempts: event.attempts,
      receivedAt: event.receivedAt.toISOString(),
      lastError: event.lastError,
    }));
    const rows = events.map((event) => [
      event.webhookEventId,
      event.state,
      String(event.attempts),
      event.receivedAt,
      event.lastError ?? "",
    ]);
    print(context, events, tableLines(["event", "state", "attempts", "received", "last error"], rows));
    return exitCode.done;
  },
};

/** `sajja inbox replay <id>`: works a parked or done event off once more; it feeds no open conversation. */
export const inboxReplay: Command = {
  usage: "inbox replay <webhookEventId>",
  about: "lets a parked or done event run again, feeding no open conversation",
  needs: "database",
  async run({ args: [id = ""] }, context) {
    // Retries run on real time, unlike people's days.
    if (!(await replay(id, new Date()))) throw new RefusedError(await whyNot(id));
    print(context, { webhookEventId: id, state: "waiting" }, [`${id} waits to run again.`]);
    return exitCode.done;
  },
};

async function whyNot(id: string): Promise<string> {
  const found = await findEventState(id);
  if (!found) return `There is no event ${id}.`;
  if (found.state === "waiting") return `The event ${id} is waiting to run already.`;
  return `The event ${id} cannot run again: what it said is purged.`;
}
