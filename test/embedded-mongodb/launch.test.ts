import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";

describe("starting the embedded database", () => {
  it("serves mongoose in memory over TCP as over a socket, and says what it is", async () => {
    for (const listen of ["tcp", "socket"] as const) {
      const database = await startEmbedded({ mode: "memory", listen });
      const connection = await mongoose.createConnection(database.uri, { dbName: "t" }).asPromise();
      const info = await connection.db?.admin().buildInfo();
      expect(info).toMatchObject({ modules: ["embedded"], version: "7.0.0" });
      await connection.close();
      expect(await database.refusals()).toEqual([]);
      await database.stop();
    }
  });
});
