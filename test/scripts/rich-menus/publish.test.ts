import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createMenuClient, type MenuClient } from "../../../scripts/rich-menus/client";
import { richMenus, type RichMenuSpec } from "../../../scripts/rich-menus/menus";
import { publishMenus } from "../../../scripts/rich-menus/publish";
import { Simulator } from "../../../scripts/simulator/core";

const accessToken = "a-token-of-the-test";
const some = (...aliases: string[]): RichMenuSpec[] => richMenus().filter(({ alias }) => aliases.includes(alias));

describe("publishing", () => {
  const simulator = new Simulator({
    channelSecret: "a-secret-of-the-test",
    channelAccessToken: accessToken,
    webhookUrl: "http://127.0.0.1:9/webhook",
  });
  let client: MenuClient;
  beforeAll(async () => {
    const { origin } = await simulator.start();
    client = createMenuClient({ accessToken, apiBaseUrl: origin, dataApiBaseUrl: origin });
  });
  afterAll(() => simulator.stop());

  it("creates what is missing, and nothing the second time", async () => {
    const specs = some("mem-com_member_th", "mem-com_committee_th");
    const aliases = specs.map(({ alias }) => alias);
    expect(await publishMenus(client, specs)).toEqual({ created: aliases, replaced: [], unchanged: [] });
    expect(await publishMenus(client, specs)).toEqual({ created: [], replaced: [], unchanged: aliases });
    expect(await client.menus()).toHaveLength(2);
  });

  it("moves the alias when a menu changed, and says from where", async () => {
    const specs = some("member_th");
    await publishMenus(client, specs);
    const before = (await client.aliases()).find(({ richMenuAliasId }) => richMenuAliasId === "member_th");
    const changed = specs.map((spec) => ({ ...spec, chatBarText: "เปิดเมนู" }));
    const { created, replaced } = await publishMenus(client, changed);
    const after = (await client.aliases()).find(({ richMenuAliasId }) => richMenuAliasId === "member_th");
    expect(created).toEqual([]);
    expect(replaced).toEqual([{ alias: "member_th", from: before?.richMenuId, to: after?.richMenuId }]);
    expect((await client.menus()).map(({ richMenuId }) => richMenuId)).toContain(before?.richMenuId);
  });

  it.each(["setPicture", "createAlias"] as const)("completes a run that broke off at %s", async (step) => {
    const specs = some(step === "setPicture" ? "committee_en" : "coordinator_en");
    const countBefore = (await client.menus()).length;
    const broken = { ...client, [step]: () => Promise.reject(new Error("broken off")) };
    await expect(publishMenus(broken, specs)).rejects.toThrow("broken off");
    expect((await publishMenus(client, specs)).created).toEqual(specs.map(({ alias }) => alias));
    expect(await client.menus()).toHaveLength(countBefore + 1);
  });
});
