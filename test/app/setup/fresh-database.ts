import { afterAll, afterEach, beforeEach, expect } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../../src/storage/connection";
import { testDatabaseUri } from "../../support/database";

/** Gives every test a database of its own, since a database holds one network; after each test the books balance. */
export function useFreshDatabase(): { uri: () => string } {
  let uri = "";
  beforeEach(async () => {
    uri = testDatabaseUri(`setup_${randomBytes(6).toString("hex")}`);
    await disconnectDatabase();
    await connectDatabase(uri);
    await ensureIndexes();
  });
  afterEach(async () => {
    expect((await checkBooks()).problems).toEqual([]);
  });
  afterAll(disconnectDatabase);
  return { uri: () => uri };
}
