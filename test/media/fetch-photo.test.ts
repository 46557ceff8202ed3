import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSimulator, type Person, type Simulator } from "../../scripts/simulator/core";
import { newPhotoId } from "../../src/app/photos/store-photo";
import { readConfig, type Config } from "../../src/config";
import type { GroupId } from "../../src/domain/ids";
import { fetchPhoto } from "../../src/media/fetch-photo";
import { vault } from "../app/photos/support";
import { useDatabase } from "../support/database";
import { twoHalves } from "./pictures";

describe("a photo from a message", () => {
  useDatabase();
  let simulator: Simulator;
  let malee: Person;
  let line: Config["line"];
  beforeAll(async () => {
    simulator = createSimulator({ channelSecret: "secret-of-tests", channelAccessToken: "token-of-tests" });
    const { origin } = await simulator.start();
    ({ line } = readConfig({
      LINE_CHANNEL_SECRET: "secret-of-tests",
      LINE_CHANNEL_ACCESS_TOKEN: "token-of-tests",
      LINE_API_BASE_URL: origin,
      LINE_DATA_API_BASE_URL: origin,
      SAJJA_SIMULATOR: "on",
    }));
    malee = simulator.addUser({ name: "มาลี" });
  });
  afterAll(() => simulator.stop());

  const fetched = (messageId: string | null) => {
    const photo = {
      id: newPhotoId(),
      groupId: "namkhao" as GroupId,
      purpose: "signed-paper",
      aboutId: "request-1",
    } as const;
    return fetchPhoto(photo, { line, messageId: String(messageId) }, vault);
  };

  it("is ready to be stored", async () => {
    const { messageId } = await malee.sendsImage(await twoHalves().encode("jpeg"));
    expect(await fetched(messageId)).toMatchObject({ purpose: "signed-paper", width: 400, height: 200 });
  });

  it("is refused in words when it was taken back, or is no picture", async () => {
    const { messageId } = await malee.sendsImage(await twoHalves().encode("jpeg"));
    await malee.unsends(String(messageId));
    await expect(fetched(messageId)).rejects.toMatchObject({ code: "photo.not-delivered" });
    const file = await malee.sendsFile("บัญชี.xlsx", Buffer.from("PK and the rest"));
    await expect(fetched(file.messageId)).rejects.toMatchObject({ code: "photo.not-an-image" });
  });
});
