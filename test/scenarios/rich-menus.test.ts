import { describe, expect, it } from "@jest/globals";
import { giveMenus } from "../../scripts/rich-menus/give-menus";
import { createLineClient } from "../../src/line/client";
import { saveNetworkWith } from "../../src/app/setup/coordinators";
import { findNetwork } from "../../src/storage/groups";
import { MemberModel } from "../../src/storage/members";
import { forgetMenus } from "../../src/storage/persons";
import { inTransaction } from "../../src/storage/tx";
import { lineAddress, publishThaiMenus, rememberedMenu, untilMenu } from "../support/menus";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("the rich menu of a phone", () => {
  const village = useVillage();
  const publish = (chatBarText: string, aliases?: string[]) => publishThaiMenus(village, chatBarText, aliases);
  const targetOf = (alias: string) =>
    village.simulator.richMenus().aliases.find((one) => one["richMenuAliasId"] === alias)?.["richMenuId"];
  const linkedTo = (phone: Villager) => phone.phone.richMenu()?.id;
  const asked = () => village.simulator.calls().filter(({ operation }) => operation === "getRichMenuAlias").length;

  it("comes with the next message once it is published, and anew after it was replaced", async () => {
    const malee = await village.member({ name: "มาลี รอเมนู" });
    await malee.says("สวัสดี");
    await untilMenu(() => asked() > 0);
    expect(await rememberedMenu(malee)).toBeNull();

    await publish("เมนู");
    await malee.says("สวัสดี");
    await untilMenu(async () => (await rememberedMenu(malee)) !== null);
    expect(linkedTo(malee)).toBe(targetOf("member_th"));

    const { replaced } = await publish("เปิดเมนู");
    expect(replaced).toHaveLength(3);
    await forgetMenus();
    await malee.says("สวัสดี");
    await untilMenu(() => linkedTo(malee) === targetOf("member_th"));
    await untilMenu(async () => (await rememberedMenu(malee))?.basis != null);
  });

  it("goes from who loses her link between a publishing and her next message", async () => {
    await publish("เมนู");
    const malee = await village.member({ name: "มาลี เลิกผูก" });
    await malee.says("สวัสดี");
    await untilMenu(() => linkedTo(malee) === targetOf("member_th"));
    await untilMenu(async () => (await rememberedMenu(malee)) !== null);
    await forgetMenus();
    await MemberModel.updateOne({ _id: malee.member.id }, { $set: { "link.personId": null } });

    expect((await malee.says("ยอดเงิน")).text).toMatch(refusalOf("person.unknown"));
    await untilMenu(() => linkedTo(malee) === undefined);
    const before = asked();
    await malee.says("สวัสดี");
    expect(asked()).toBe(before);
  });

  it("gets the coordinator's tab with the next message of who becomes one, by name or by a further passbook", async () => {
    await publish("เมนู", ["member_th", "mem-coo_member_th", "mem-coo_coordinator_th"]);
    const malee = await village.member({ name: "มาลี ประสานงาน" });
    const somsri = await village.member({ name: "สมศรี สองสมุด" });
    for (const phone of [malee, somsri]) {
      await phone.says("สวัสดี");
      await untilMenu(async () => (await rememberedMenu(phone)) !== null);
    }
    const second = await village.member({ linked: false });
    await inTransaction(async (tx) => {
      const network = await findNetwork(tx);
      if (network) await saveNetworkWith(tx, network, [malee.member, second.member]);
    });
    await malee.says("สวัสดี");
    await untilMenu(() => linkedTo(malee) === targetOf("mem-coo_member_th"));

    const link = { personId: somsri.person?._id, version: 1, linkedAt: new Date(), decidesFrom: null };
    await MemberModel.updateOne({ _id: second.member.id }, { $set: { link } });
    await somsri.says("สวัสดี");
    await untilMenu(() => linkedTo(somsri) === targetOf("mem-coo_member_th"));
  });

  it("comes also where the first word of all meets a refusal", async () => {
    await publish("เมนู");
    const secretary = await village.officer("secretary", { name: "กัลยา คนใหม่" });
    expect((await secretary.says("แก้รายการ 2569/000001")).text).toMatch(refusalOf("role.missing"));
    await untilMenu(() => linkedTo(secretary) === targetOf("mem-com_member_th"));
  });

  it("is given before the first message where phones are known: with tabs to who has several roles", async () => {
    await publish("เมนู");
    const phones = [
      await village.member({ name: "มาลี คนแรก" }),
      await village.officer("treasurer", { name: "สมศรี สองหน้าที่" }),
      await village.stranger(),
    ] as const;
    const ids = phones.map(({ lineUserId }) => lineUserId);

    await giveMenus(
      createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId: null }),
      ids,
    );

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
