import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { InboxModel, storeEvents, type InboxEvent } from "../../src/storage/inbox";
import { readEvents } from "../../src/web/webhook-events";
import { useDatabase } from "../support/database";

const newId = () => randomBytes(13).toString("hex");

/** Events of a chat of its own as LINE would deliver them, done as soon as they are stored so that no test leaves work behind. */
function eventsOf(events: Record<string, unknown>[], now = new Date()): InboxEvent[] {
  const source = { type: "user", userId: `U${newId()}` };
  const whole = events.map((event) => ({ type: "message", timestamp: now.getTime(), source, ...event }));
  return readEvents(Buffer.from(JSON.stringify({ events: whole })), now);
}
const done = (events: readonly InboxEvent[]) =>
  InboxModel.updateMany({ _id: { $in: events.map(({ _id }) => _id) } }, { $set: { state: "done" } });

describe("storing events", () => {
  useDatabase();

  it("tells of each event what became of it, in one batch and over batches", async () => {
    const [first, second, third] = [newId(), newId(), newId()];
    const events = eventsOf([{ webhookEventId: first }, { webhookEventId: first }, { webhookEventId: second }]);
    expect(await storeEvents(events)).toEqual(["stored", "duplicate", "stored"]);
    const again = eventsOf([{ webhookEventId: second }, { webhookEventId: third }]);
    expect(await storeEvents(again)).toEqual(["duplicate", "stored"]);
    await done([...events, ...again]);
  });

  it("counts a reply token from the redelivery on while the event waits, and not from a mere duplicate", async () => {
    const id = newId();
    const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1, 3, 0, seconds));
    const events = eventsOf([{ webhookEventId: id }], at(0));
    await storeEvents(events);
    await storeEvents(eventsOf([{ webhookEventId: id }], at(10)));
    expect((await InboxModel.findById(id).lean())?.deliveredAt).toEqual(at(0));
    await storeEvents(eventsOf([{ webhookEventId: id, deliveryContext: { isRedelivery: true } }], at(20)));
    expect(await InboxModel.findById(id).lean()).toMatchObject({ deliveredAt: at(20), receivedAt: at(0) });
    await done(events);
  });

  it("masks identity numbers wherever people write them, and leaves LINE's own numbers alone", () => {
    const number = "1-1007-00123-45-6";
    const [file, place, unreadable] = eventsOf([
      { webhookEventId: newId(), message: { type: "file", id: "1234567890123", fileName: `บัตร ${number}.pdf` } },
      { webhookEventId: newId(), message: { type: "location", id: "1", title: number, address: "๑๑๐๐๗๐๐๑๒๓๔๕๖" } },
      { message: { type: "text", id: "1234567890124", text: number } },
    ]);

    expect(file?.event).toMatchObject({ message: { id: "1234567890123", fileName: `บัตร ${"x".repeat(13)}.pdf` } });
    expect(JSON.stringify(place?.event)).not.toMatch(/00123|๐๐๑๒๓/);
    expect(unreadable).toMatchObject({ type: "unreadable" });
    expect(JSON.stringify(unreadable?.event)).not.toContain("00123");
  });
});
