import { describe, expect, it } from "@jest/globals";
import { Turns } from "../../src/storage/turns";

describe("turns", () => {
  const soon = () => Date.now() + 5_000;

  it("come in the order in which they were asked for, and to nobody who comes later", async () => {
    const [first, second, third] = [new Turns(), new Turns(), new Turns()];
    const order: string[] = [];
    expect(first.take("a")).toBe(true);
    const waiting = [
      second.wait(["a"], soon()).then(() => order.push("second")),
      third.wait(["a"], soon()).then(() => order.push("third")),
    ];
    first.release();

    expect(new Turns().take("a")).toBe(false);
    await waiting[0];
    expect(order).toEqual(["second"]);
    second.release();
    await waiting[1];
    third.release();

    expect(order).toEqual(["second", "third"]);
    expect(first.take("a")).toBe(true);
    first.release();
  });

  it("are each for one key, and are had as often as their holder asks", () => {
    const [one, other] = [new Turns(), new Turns()];

    expect([one.take("a"), one.take("a"), other.take("b"), other.take("a")]).toEqual([true, true, true, false]);
    one.release();
    other.release();
  });

  it("pass by who has waited until her deadline", async () => {
    const [holder, hasty, patient] = [new Turns(), new Turns(), new Turns()];
    holder.take("a");
    const given = hasty.wait(["a"], Date.now() + 20);
    const later = patient.wait(["a"], soon());

    expect(await given).toBe(false);
    hasty.release();
    holder.release();
    expect(await later).toBe(true);
    patient.release();
    expect(holder.take("a")).toBe(true);
    holder.release();
  });

  it("of two keys never wait for each other, in whatever order they were taken", async () => {
    const [one, other] = [new Turns(), new Turns()];
    one.take("a");
    other.take("b");
    const waiting = [one.wait(["b", "a"], soon()), other.wait(["a", "b"], soon())];
    const first = await Promise.race([waiting[0]?.then(() => one), waiting[1]?.then(() => other)]);
    first?.release();

    expect(await Promise.all(waiting)).toEqual([true, true]);
    one.release();
    other.release();
  });
});
