import { describe, expect, it } from "@jest/globals";
import { createMenuClient } from "../../scripts/rich-menus/client";
import { giveMenus } from "../../scripts/rich-menus/give-menus";
import { richMenus } from "../../scripts/rich-menus/menus";
import { publishMenus } from "../../scripts/rich-menus/publish";
import { createLineClient } from "../../src/line/client";
import { forgetMenus, PersonModel } from "../../src/storage/persons";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

const aliases = ["member_th", "mem-com_member_th", "mem-com_committee_th"];

describe("the rich menu of a phone", () => {
  const village = useVillage();
  const address = () => {
    const { origin, settings } = village.simulator;
    return { accessToken: settings.channelAccessToken, apiBaseUrl: origin, dataApiBaseUrl: origin };
  };
  const publish = (chatBarText: string) => {
    const specs = richMenus().filter(({ alias }) => aliases.includes(alias));
    return publishMenus(
      createMenuClient(address()),
      specs.map((spec) => ({ ...spec, chatBarText })),
    );
  };
  const targetOf = (alias: string) =>
    village.simulator.richMenus().aliases.find((one) => one["richMenuAliasId"] === alias)?.["richMenuId"];
  const linkedTo = (phone: Villager) => phone.phone.richMenu()?.id;
  const remembered = async (phone: Villager) => (await PersonModel.findById(phone.person?._id).lean())?.menu ?? null;
  // The menu is linked beside the answer, which does not wait for it.
  const until = async (holds: () => Promise<boolean> | boolean) => {
    const deadline = Date.now() + 10_000;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error("the phone does not get its menu");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const asked = () => village.simulator.calls().filter(({ operation }) => operation === "getRichMenuAlias").length;

  it("comes with the next message once it is published, and anew after it was replaced", async () => {
    const malee = await village.member({ name: "มาลี รอเมนู" });
    await malee.says("สวัสดี");
    await until(() => asked() > 0);
    expect(await remembered(malee)).toBeNull();

    await publish("เมนู");
    await malee.says("สวัสดี");
    await until(async () => (await remembered(malee)) !== null);
    expect(linkedTo(malee)).toBe(targetOf("member_th"));

    const { replaced } = await publish("เปิดเมนู");
    expect(replaced).toHaveLength(aliases.length);
    await forgetMenus();
    await malee.says("สวัสดี");
    await until(() => linkedTo(malee) === targetOf("member_th"));
    await until(async () => (await remembered(malee)) !== null);
  });

  it("comes also where the first word of all meets a refusal", async () => {
    await publish("เมนู");
    const secretary = await village.officer("secretary", { name: "กัลยา คนใหม่" });
    expect((await secretary.says("แก้รายการ 2569/000001")).text).toMatch(refusalOf("role.missing"));
    await until(() => linkedTo(secretary) === targetOf("mem-com_member_th"));
  });

  it("is given before the first message where phones are known: with tabs to who has several roles", async () => {
    await publish("เมนู");
    const phones = [
      await village.member({ name: "มาลี คนแรก" }),
      await village.officer("treasurer", { name: "สมศรี สองหน้าที่" }),
      await village.stranger(),
    ] as const;
    const ids = phones.map(({ lineUserId }) => lineUserId);

    await giveMenus(createLineClient({ ...address(), channelSecrets: [], loginChannelId: null, liffId: null }), ids);

    const [malee, treasurer, stranger] = phones;
    expect(linkedTo(malee)).toBe(targetOf("member_th"));
    expect(linkedTo(treasurer)).toBe(targetOf("mem-com_member_th"));
    expect(linkedTo(stranger)).toBeUndefined();
    const before = asked();
    await treasurer.says("สวัสดี");
    expect(asked()).toBe(before);
    await treasurer.phone.tapsMenu("กรรมการ");
    expect(linkedTo(treasurer)).toBe(targetOf("mem-com_committee_th"));
  });
});
