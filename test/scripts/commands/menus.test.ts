import { describe, expect, it } from "@jest/globals";
import { createSimulator } from "../../../scripts/simulator/core";
import { PersonModel, setMenu } from "../../../src/storage/persons";
import { buildPerson } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { jsonOf, onConnected } from "./tool";

describe("sajja menus publish", () => {
  useDatabase();

  it("publishes every menu to the configured LINE, and lets every phone get its own anew", async () => {
    const simulator = createSimulator({
      channelSecret: "test-channel-secret",
      channelAccessToken: "test-access-token",
    });
    const { origin } = await simulator.start();
    const { _id: id } = await buildPerson("U0123456789abcdef0123456789abcdef");
    await setMenu(id, { alias: "member_th", basis: "member:none:th" });
    const env = {
      LINE_CHANNEL_SECRET: "test-channel-secret",
      LINE_CHANNEL_ACCESS_TOKEN: "test-access-token",
      LINE_API_BASE_URL: origin,
      LINE_DATA_API_BASE_URL: origin,
      SAJJA_SIMULATOR: "on",
    };
    const result = await onConnected(["menus", "publish", "--json"], { env });
    const aliases = simulator.richMenus().aliases.map((alias) => alias["richMenuAliasId"]);
    await simulator.stop();
    expect(result).toMatchObject({ code: 0, err: [] });
    const { created } = jsonOf<{ created: string[] }>(result);
    expect([...created].sort()).toEqual([...aliases].sort());
    expect(created).toContain("member_th");
    expect(await PersonModel.findById(id).lean()).toMatchObject({ menu: { basis: null } });
  });

  it("has nowhere to publish to without credentials", async () => {
    expect(await onConnected(["menus", "publish"])).toMatchObject({ code: 1, out: [] });
  });
});
