import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Long, UUID } from "bson";
import type { Document } from "bson";
import { failure, useEmbedded } from "./support";
import { WireClient } from "./wire-client";

const given = useEmbedded();

interface Row {
  _id: number;
  n: number;
}

const lsid = { id: new UUID() };
let lastNumber = 0;
let wire: WireClient;
beforeAll(async () => {
  wire = await WireClient.open(given.database.uri);
});
afterAll(() => wire.close());

const rows = () => given.db.collection<Row>("rows");

/** Lets the next commands of these names fail. */
async function failNext(failCommands: string[], data: object, mode: object = { times: 1 }): Promise<void> {
  await given.client.db("admin").command({ configureFailPoint: "failCommand", mode, data: { failCommands, ...data } });
}

/** Sends the same retryable write twice, as a driver does that never got the first answer. */
async function twice(fields: object): Promise<Document[]> {
  const command = { ...fields, $db: given.db.databaseName, lsid, txnNumber: Long.fromNumber((lastNumber += 1)) };
  return [await wire.command(command), await wire.command(command)];
}

describe("a retryable write", () => {
  it("is done once when it is sent twice", async () => {
    const insert = await twice({
      insert: "rows",
      documents: [
        { _id: 1, n: 1 },
        { _id: 2, n: 1 },
      ],
    });
    expect(insert).toMatchObject([{ n: 2 }, { n: 2, retriedStmtIds: [0, 1] }]);
    const update = await twice({
      update: "rows",
      updates: [
        { q: { _id: 1 }, u: { $inc: { n: 1 } } },
        { q: { _id: 3 }, u: { $inc: { n: 1 } }, upsert: true },
      ],
    });
    expect(update[1]).toMatchObject({ n: 2, nModified: 1, upserted: [{ index: 1, _id: 3 }], retriedStmtIds: [0, 1] });
    const modify = await twice({ findAndModify: "rows", query: { _id: 1 }, update: { $inc: { n: 10 } }, new: true });
    expect(modify.map(({ value }) => value as Row)).toEqual([
      { _id: 1, n: 12 },
      { _id: 1, n: 12 },
    ]);
    const remove = await twice({ delete: "rows", deletes: [{ q: { _id: 2 }, limit: 1 }] });
    expect(remove).toMatchObject([{ n: 1 }, { n: 1 }]);
    expect(await rows().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 12 },
      { _id: 3, n: 1 },
    ]);
  });

  it("is sent again by the driver when the connection is lost", async () => {
    await failNext(["insert"], { closeConnection: true });
    await rows().insertOne({ _id: 1, n: 1 });
    await failNext(["update"], { errorCode: 91 });
    await rows().updateOne({ _id: 1 }, { $inc: { n: 1 } });
    await failNext(["findAndModify"], { closeConnection: true });
    await rows().findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } });
    await failNext(["find"], { closeConnection: true });
    expect(await rows().findOne()).toEqual({ _id: 1, n: 3 });
  });

  it("with an old number, of many documents, or with the number of a transaction, is refused", async () => {
    const send = (fields: Document, txnNumber: number) =>
      wire.command({
        insert: "rows",
        documents: [{}],
        $db: "x",
        lsid,
        txnNumber: Long.fromNumber(txnNumber),
        ...fields,
      });
    expect(await send({}, 50)).toMatchObject({ ok: 1 });
    expect(await send({}, 49)).toMatchObject({ ok: 0, code: 225 });
    expect(await send({ autocommit: false, startTransaction: true }, 51)).toMatchObject({ ok: 1 });
    expect(await send({}, 51)).toMatchObject({ ok: 0, code: 225 });
    const many = { update: "rows", updates: [{ q: {}, u: { $inc: { n: 1 } }, multi: true }] };
    const command = { ...many, $db: "x", lsid, txnNumber: Long.fromNumber(52) };
    expect(await wire.command(command)).toMatchObject({ ok: 0, code: 72 });
  });
});

describe("error labels", () => {
  it("are RetryableWriteError for writes and commits, TransientTransactionError for what is inside a transaction", async () => {
    given.expectedRefusals.push("failCommand with mode.skip");
    expect((await failure(failNext(["insert"], {}, { skip: 1 }))).code).toBe(238);
    await failNext(["insert"], { errorCode: 91 }, { times: 2 });
    expect((await failure(rows().insertOne({ _id: 1, n: 1 }))).errorLabels).toContain("RetryableWriteError");
    await given.client.withSession(async (session) => {
      session.startTransaction();
      await failNext(["insert"], { errorCode: 91 });
      expect((await failure(rows().insertOne({ _id: 1, n: 1 }, { session }))).errorLabels).toContain(
        "TransientTransactionError",
      );
      await session.abortTransaction();
      session.startTransaction();
      await rows().insertOne({ _id: 1, n: 1 }, { session });
      await failNext(["commitTransaction"], { closeConnection: true });
      await session.commitTransaction();
      session.startTransaction();
      const refused = await failure(rows().insertOne({ _id: 1, n: 1 }, { session }));
      expect([refused.code, refused.errorLabels ?? []]).toEqual([11000, []]);
    });
    expect(await rows().countDocuments()).toBe(1);
  });

  it("lets withTransaction try again after a dropped connection", async () => {
    await failNext(["update"], { closeConnection: true });
    let tries = 0;
    await given.client.withSession((session) =>
      session.withTransaction(async () => {
        tries += 1;
        await rows().insertOne({ _id: 1, n: 1 }, { session });
        await rows().updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
      }),
    );
    expect([tries, await rows().findOne()]).toEqual([2, { _id: 1, n: 2 }]);
  });
});

describe("a write concern", () => {
  it("that a single member cannot give is refused before anything is written", async () => {
    given.expectedRefusals.push("writeConcern of more members");
    const insert = { insert: "rows", documents: [{ n: 1 }], writeConcern: { w: 2 } };
    expect(await failure(given.db.command(insert))).toMatchObject({ code: 238 });
    await rows().insertOne({ _id: 1, n: 1 }, { writeConcern: { w: 0 } });
    expect(await rows().countDocuments()).toBe(1);
  });
});
