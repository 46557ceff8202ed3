import { afterEach, describe, expect, it } from "@jest/globals";
import { ChatQueue } from "../../src/worker/chat-queue";

describe("turns of chats", () => {
  const ran: string[] = [];
  const waiting = new Map<string, () => void>();
  const errors: unknown[] = [];

  /** A queue whose work takes until the test ends it. */
  const queueOf = (atOnce: number) =>
    new ChatQueue(
      (chatId) => {
        ran.push(chatId);
        return new Promise((resolve) => waiting.set(chatId, resolve));
      },
      atOnce,
      (error) => errors.push(error),
    );
  const end = async (chatId: string): Promise<void> => {
    waiting.get(chatId)?.();
    await new Promise((resolve) => setTimeout(resolve, 1));
  };

  afterEach(() => {
    ran.length = 0;
    waiting.clear();
    expect(errors).toEqual([]);
  });

  it("a chat that is held has its turn when it is released, if it was asked for", async () => {
    const queue = queueOf(2);
    expect(await queue.hold(["a", "b"], 0)).toEqual(["a", "b"]);
    queue.ask("a");
    queue.ask("c");
    expect(ran).toEqual(["c"]);
    queue.release(["a", "b"]);
    expect(ran).toEqual(["c", "a"]);
    await end("a");
    await end("c");
    await queue.drain();
    expect(queue.chats).toEqual([]);
  });

  it("a chat that waits for its turn can be held before it", async () => {
    const queue = queueOf(1);
    queue.ask("a");
    queue.ask("b");
    expect(await queue.hold(["b"], 0)).toEqual(["b"]);
    await end("a");
    expect(ran).toEqual(["a"]);
    queue.release(["b"]);
    expect(ran).toEqual(["a", "b"]);
    await end("b");
  });

  it("one at work is waited for as long as patience lasts", async () => {
    const queue = queueOf(2);
    queue.ask("a");
    queue.ask("b");
    const held = queue.hold(["a", "b"], 60);
    await end("a");
    expect(await held).toEqual(["a"]);
    await end("b");
    queue.release(["a"]);
    expect(queue.chats).toEqual([]);
  });

  it("no chat is held twice, and a stop waits for its release", async () => {
    const queue = queueOf(1);
    expect(await queue.hold(["a"], 0)).toEqual(["a"]);
    expect(await queue.hold(["a"], 0)).toEqual([]);
    let stopped = false;
    const stopping = queue.stop().then(() => (stopped = true));
    queue.ask("a");
    await end("a");
    expect(stopped).toBe(false);
    queue.release(["a"]);
    await stopping;
    expect(ran).toEqual([]);
  });
});
