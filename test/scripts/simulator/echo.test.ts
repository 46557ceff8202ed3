import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { validateMessages } from "../../../scripts/simulator/limits/validate-messages";
import type { Person } from "../../../scripts/simulator/people/person";
import { flex } from "./flex-sample";
import { openStage, text, type Stage } from "./support";

/** A whole bot in a few lines: it says back what it hears, greets friends, and answers taps, all through LINE's own SDK. */
function startEchoing({ bot, client }: Stage): () => Promise<void> {
  const work: Promise<unknown>[] = [];
  bot.onEvent = (event) => {
    if (event.type === "follow") work.push(client.replyMessage({ replyToken: event.replyToken, messages: [flex()] }));
    if (event.type === "message" && event.replyToken !== undefined && event.message.type === "text") {
      const { source, replyToken, message } = event;
      const userId = source?.userId ?? "";
      work.push(
        (async () => {
          const { displayName } = await client.getProfile(userId);
          await client.replyMessage({ replyToken, messages: [text(`${displayName}: ${message.text}`)] });
        })(),
      );
    }
    if (event.type === "postback" && event.replyToken !== undefined) {
      work.push(
        client.replyMessage({ replyToken: event.replyToken, messages: [text(`รับแล้ว ${event.postback.data}`)] }),
      );
    }
  };
  return async () => {
    await Promise.all(work);
  };
}

describe("an echo bot on the simulator", () => {
  let stage: Stage;
  let settled: () => Promise<void>;
  let malee: Person;
  beforeEach(async () => {
    stage = await openStage();
    settled = startEchoing(stage);
    malee = stage.simulator.addUser({ name: "มาลี", friend: false });
  });
  afterEach(() => stage.close());
  const heard = (person: Person) =>
    person
      .messages()
      .filter((one) => one.from === "bot")
      .map((one) => one.content["text"] ?? one.content["altText"]);

  it("greets, echoes and answers a tap, for nothing", async () => {
    await malee.follows();
    await settled();
    await malee.says("สวัสดี 👋");
    await settled();
    await malee.tapsButton(/^ยืนยัน/);
    await settled();
    expect(heard(malee)).toEqual(["ยอดเงินสัจจะ", "มาลี: สวัสดี 👋", "รับแล้ว v1:abcdef"]);
    expect(stage.simulator.bill()).toMatchObject({ used: 0, calls: { reply: 3, push: 0 } });
    const sent = stage.simulator.calls().filter((call) => call.operation === "replyMessage");
    expect(sent.map((call) => validateMessages("reply", (call.requestBody as { messages: unknown }).messages))).toEqual(
      [[], [], []],
    );
  });

  it("serves 50 people who all write at once", async () => {
    const people = Array.from({ length: 50 }, (_, index) => stage.simulator.addUser({ name: `คนที่ ${index}` }));
    const outcomes = await Promise.all(people.map((person) => person.says("พร้อมกัน")));
    await settled();
    expect(outcomes.every((outcome) => outcome.reason === "OK")).toBe(true);
    expect(people.map(heard)).toEqual(people.map((person) => [`${person.user.name}: พร้อมกัน`]));
  });
});
