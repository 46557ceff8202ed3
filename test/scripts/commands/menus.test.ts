import { describe, expect, it } from "@jest/globals";
import { createSimulator } from "../../../scripts/simulator/core";
import { byItself, jsonOf } from "./tool";

describe("sajja menus publish", () => {
  it("publishes every menu to the configured LINE", async () => {
    const simulator = createSimulator({
      channelSecret: "test-channel-secret",
      channelAccessToken: "test-access-token",
    });
    const { origin } = await simulator.start();
    const result = await byItself(["menus", "publish", "--json"], {
      LINE_CHANNEL_SECRET: "test-channel-secret",
      LINE_CHANNEL_ACCESS_TOKEN: "test-access-token",
      LINE_API_BASE_URL: origin,
      LINE_DATA_API_BASE_URL: origin,
      SAJJA_SIMULATOR: "on",
    });
    const aliases = simulator.richMenus().aliases.map((alias) => alias["richMenuAliasId"]);
    await simulator.stop();
    expect(result).toMatchObject({ code: 0, err: [] });
    const { created } = jsonOf<{ created: string[] }>(result);
    expect([...created].sort()).toEqual([...aliases].sort());
    expect(created).toContain("member_th");
  });

  it("has nowhere to publish to without credentials", async () => {
    expect(await byItself(["menus", "publish"], {})).toMatchObject({ code: 1, out: [] });
  });
});
