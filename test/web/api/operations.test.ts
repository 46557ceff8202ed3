import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import express from "express";
import request from "supertest";
import { z } from "zod";
import { createIdTokenVerifier } from "../../../src/line/id-token";
import { ActionModel } from "../../../src/storage/actions";
import { CallbackModel, saveCallback } from "../../../src/storage/callbacks";
import { createLog } from "../../../src/telemetry/log";
import { createApi } from "../../../src/web/api/api";
import { pageOperation } from "../../../src/web/api/page-operations";
import { errorHandler } from "../../../src/web/error-handler";
import { useVillage } from "../../support/village";
import type { Villager } from "../../support/villager";

/** A deed that leaves a trace: one wish to be called, under the operation's id. */
const wish = pageOperation({
  name: "test.wish",
  input: z.strictObject({ note: z.string().max(100) }),
  async run(tx, actor, { operationId, subject, input, now }) {
    const member = actor.own[0]?.member;
    if (!member) throw new Error("a linked person has a passbook");
    const { groupId, id: memberId } = member;
    const about = { _id: operationId, groupId, memberId, personId: actor.personId, about: "loan" } as const;
    await saveCallback(tx, { ...about, note: input.note, state: "open", createdAt: now, doneAt: null, doneBy: null });
    return { result: { told: `${subject}: ${input.note}` }, notices: [] };
  },
});

describe("the operations of pages", () => {
  const village = useVillage();
  let server: Server;
  beforeAll(async () => {
    const { origin, settings } = village.simulator;
    const api = (requestsPerMinute: number) =>
      createApi({
        verifyIdToken: createIdTokenVerifier({ apiBaseUrl: origin, loginChannelId: settings.loginChannelId }),
        clock: village.sajja.clock,
        dataKeys: [],
        operations: [wish],
        basicId: () => Promise.resolve(null),
        onCommitted: () => undefined,
        requestsPerMinute,
      });
    const app = express()
      .use("/api", api(600))
      .use("/strict", api(3))
      .use(errorHandler(createLog("silent"), "th"));
    server = createServer(app);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  const post = (villager: Villager, path: string, body: object) =>
    request(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      .post(`/api/operations${path}`)
      .set("authorization", `Bearer ${villager.phone.idToken()}`)
      .send(body);
  const deed = { name: "test.wish", subject: "household-7" };
  const minted = async (villager: Villager) => String((await post(villager, "", deed)).body.ids[0]);

  it("are done once under the id that the server made, however often they are sent", async () => {
    const malee = await village.member();
    const id = await minted(malee);
    const order = { ...deed, input: { note: "call me" } };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(malee, `/${id}`, order)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [200, { told: "household-7: call me" }]),
    );
    const later = await post(malee, `/${id}`, { ...deed, input: { note: "another thing" } });
    expect(later.body).toEqual({ told: "household-7: call me" });
    expect(await CallbackModel.countDocuments({ _id: id })).toBe(1);
  });

  it("get their ids ahead, some at once and not too many", async () => {
    const malee = await village.member();
    const { body } = await post(malee, "", { ...deed, count: 3 });
    expect(new Set(body.ids).size).toBe(3);
    const told: unknown[] = [];
    for (const id of body.ids as string[])
      told.push((await post(malee, `/${id}`, { ...deed, input: { note: id.slice(0, 8) } })).body.told);
    expect(told).toEqual((body.ids as string[]).map((id) => `household-7: ${id.slice(0, 8)}`));
    expect((await post(malee, "", { ...deed, count: 51 })).body.error).toBe("page.outdated");
  });

  it("are bound to the person and the subject, and to an id that the server made", async () => {
    const [malee, somchai] = [await village.member(), await village.member()];
    const id = await minted(malee);
    const order = { ...deed, input: { note: "call me" } };
    for (const [who, path, body] of [
      [somchai, `/${id}`, order],
      [malee, `/${id}`, { ...order, subject: "household-8" }],
      [malee, `/${id}`, { ...order, name: "test.other" }],
      [malee, `/${"0".repeat(32)}`, order],
      [malee, "/made-up", order],
      [malee, `/${id}`, { ...order, extra: true }],
      [malee, `/${id}`, { ...deed, input: { note: 7 } }],
      [malee, "", { name: "test.other", subject: "household-7" }],
    ] as const) {
      const { status, body: answer } = await post(who, path, body);
      expect([status, answer.error]).toEqual([409, "page.outdated"]);
    }
    expect(await CallbackModel.countDocuments({ _id: id })).toBe(0);
    expect(await ActionModel.findById(id).lean()).toMatchObject({ state: "open", personId: malee.person?._id });
  });

  it("wait for a day and no longer", async () => {
    const malee = await village.member();
    const id = await minted(malee);
    await village.moveTo("2026-03-02", "09:50");
    const { body } = await post(malee, `/${id}`, { ...deed, input: { note: "call me" } });
    expect(body.error).toBe("page.outdated");
  });

  it("are refused in words when they come too fast", async () => {
    const ask = () => request(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).get("/strict/photos/x");
    const codes: unknown[] = [];
    for (let i = 0; i < 4; i++) codes.push((await ask()).body.error);
    expect(codes).toEqual([...Array<string>(3).fill("page.not-signed-in"), "page.too-fast"]);
    expect((await ask()).status).toBe(429);
  });
});
