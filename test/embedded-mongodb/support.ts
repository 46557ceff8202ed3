import { afterAll, beforeAll, beforeEach, expect, jest } from "@jest/globals";
import mongoose from "mongoose";
import type { mongo } from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import type { Embedded, EmbeddedOptions } from "../../src/embedded-mongodb/launch";

/** A database for one test file, an own logical database per test, and the refusals that the tests expect to cause. */
export interface EmbeddedFixture {
  readonly database: Embedded;
  readonly client: mongo.MongoClient;
  readonly db: mongo.Db;
  /** Parts of the texts of refusals that are meant to happen; any other fails the file. */
  readonly expectedRefusals: string[];
}

/** Starts a database in memory before the tests of a file and checks afterwards that nothing was refused unexpectedly. */
export function useEmbedded(options: Partial<EmbeddedOptions> = {}): EmbeddedFixture {
  const fixture = { expectedRefusals: [] as string[] } as {
    -readonly [K in keyof EmbeddedFixture]: EmbeddedFixture[K];
  };
  let tests = 0;
  jest.setTimeout(30_000);
  beforeAll(async () => {
    fixture.database = await startEmbedded({ mode: "memory", testCommands: true, log: () => undefined, ...options });
    fixture.client = await new mongoose.mongo.MongoClient(fixture.database.uri).connect();
  });
  beforeEach(() => {
    tests += 1;
    fixture.db = fixture.client.db(`t${tests}`);
  });
  afterAll(async () => {
    await fixture.client.close();
    const refusals = await fixture.database.refusals();
    await fixture.database.stop();
    expect(refusals.filter((text) => !fixture.expectedRefusals.some((part) => text.includes(part)))).toEqual([]);
  });
  return fixture;
}

/** The error that a promise is rejected with; fails when it is not. */
export async function failure(promise: Promise<unknown>): Promise<mongo.MongoServerError> {
  try {
    await promise;
  } catch (error) {
    return error as mongo.MongoServerError;
  }
  throw new Error("no error");
}
