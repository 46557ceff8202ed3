import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { messagingApi } from "@line/bot-sdk";
import { newLineId } from "../../../scripts/simulator/ids";
import type { Person } from "../../../scripts/simulator/people/person";
import { jpeg, png } from "./pictures";
import { call, openStage, refusal, token, type Stage } from "./support";

const area = (x: number, label: string, action: messagingApi.Action): messagingApi.RichMenuArea => ({
  bounds: { x, y: 0, width: 1250, height: 1686 },
  action: { label, ...action } as messagingApi.Action,
});

function menu(over: Partial<messagingApi.RichMenuRequest> = {}): messagingApi.RichMenuRequest {
  return {
    size: { width: 2500, height: 1686 },
    selected: true,
    name: "สมาชิก",
    chatBarText: "เมนู",
    areas: [
      area(0, "ยอดเงิน", { type: "postback", data: "menu:balance", displayText: "ยอดเงิน" }),
      area(1250, "กรรมการ", { type: "richmenuswitch", richMenuAliasId: "committee", data: "menu:tab" }),
    ],
    ...over,
  };
}

describe("rich menus", () => {
  let stage: Stage;
  let malee: Person;
  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());

  async function withPicture(over: Partial<messagingApi.RichMenuRequest> = {}): Promise<string> {
    const { richMenuId } = await stage.client.createRichMenu(menu(over));
    await stage.blob.setRichMenuImage(richMenuId, new Blob([png(2500, 1686)], { type: "image/png" }));
    return richMenuId;
  }

  it.each<[string, Partial<messagingApi.RichMenuRequest>, string]>([
    ["no name", { name: undefined as never }, "name"],
    ["a bar text of 15", { chatBarText: "ก".repeat(15) }, "chatBarText"],
    ["a narrow picture", { size: { width: 799, height: 300 } }, "size.width"],
    ["a high picture", { size: { width: 2500, height: 1800 } }, "size"],
    ["21 areas", { areas: Array.from({ length: 21 }, () => area(0, "ก", { type: "message", text: "a" })) }, "areas"],
    ["an area outside", { areas: [area(1300, "ก", { type: "message", text: "a" })] }, "areas[0].bounds"],
    ["a label of 21", { areas: [area(0, "ก".repeat(21), { type: "message", text: "a" })] }, "areas[0].action.label"],
    ["an ftp link", { areas: [area(0, "ก", { type: "uri", uri: "ftp://example.com" })] }, "areas[0].action.uri"],
    ["a camera", { areas: [area(0, "ก", { type: "camera" })] }, "areas[0].action.type"],
  ])("refuses %s, when created and when validated", async (_what, over, property) => {
    for (const attempt of [stage.client.createRichMenu(menu(over)), stage.client.validateRichMenuObject(menu(over))]) {
      const { status, body } = await refusal(attempt);
      expect(status).toBe(400);
      expect((body as { details: { property: string }[] }).details.map((one) => one.property)).toContain(property);
    }
  });

  it("checks the picture: type, size, weight, once", async () => {
    await stage.client.validateRichMenuObject(menu());
    const { richMenuId } = await stage.client.createRichMenu(menu());
    const upload = (bytes: Buffer, type: string) =>
      stage.blob.setRichMenuImage(richMenuId, new Blob([bytes], { type }));
    expect((await refusal(upload(png(2500, 1686), "image/webp"))).status).toBe(415);
    expect((await refusal(upload(png(2500, 1686), "image/jpeg"))).status).toBe(400);
    expect((await refusal(upload(png(1200, 800), "image/png"))).body).toEqual({
      message: "The image size is not allowed for richmenu",
    });
    expect((await refusal(upload(png(2500, 1686, 1024 * 1024 + 1), "image/png"))).status).toBe(413);
    await upload(jpeg(2500, 1686), "image/jpeg");
    expect((await refusal(upload(jpeg(2500, 1686), "image/jpeg"))).body).toEqual({
      message: "An image has already been uploaded to the richmenu",
    });
    expect(
      (
        await refusal(
          stage.blob.setRichMenuImage("richmenu-none", new Blob([jpeg(2500, 1686)], { type: "image/jpeg" })),
        )
      ).status,
    ).toBe(404);
    const { httpResponse } = await stage.blob.getRichMenuImageWithHttpInfo(richMenuId);
    expect(httpResponse.headers.get("content-type")).toBe("image/jpeg");
  });

  it("needs the picture before anybody gets the menu", async () => {
    const { richMenuId } = await stage.client.createRichMenu(menu());
    const alias = { richMenuAliasId: "member", richMenuId };
    for (const attempt of [
      stage.client.setDefaultRichMenu(richMenuId),
      stage.client.linkRichMenuIdToUser(malee.id, richMenuId),
      stage.client.linkRichMenuIdToUsers({ richMenuId, userIds: [malee.id] }),
      stage.client.createRichMenuAlias(alias),
    ]) {
      expect((await refusal(attempt)).status).toBe(400);
    }
    expect(malee.richMenu()).toBeNull();
  });

  it("shows the linked menu before the default one", async () => {
    const member = await withPicture();
    const committee = await withPicture({ name: "กรรมการ" });
    await stage.client.setDefaultRichMenu(member);
    expect(await stage.client.getDefaultRichMenuId()).toEqual({ richMenuId: member });
    expect(malee.richMenu()?.id).toBe(member);
    await stage.client.linkRichMenuIdToUser(malee.id, committee);
    expect(malee.richMenu()?.id).toBe(committee);
    expect(await stage.client.getRichMenuIdOfUser(malee.id)).toEqual({ richMenuId: committee });
    await stage.client.deleteRichMenu(committee);
    expect(malee.richMenu()?.id).toBe(member);
    expect((await refusal(stage.client.getRichMenuIdOfUser(malee.id))).body).toEqual({
      message: "the user has no richmenu",
      details: [],
    });
    await stage.client.cancelDefaultRichMenu();
    expect(malee.richMenu()).toBeNull();
    expect((await refusal(stage.client.getDefaultRichMenuId())).status).toBe(404);
    expect((await stage.client.getRichMenuList()).richmenus.map((one) => one.richMenuId)).toEqual([member]);
    expect((await stage.client.getRichMenu(member)).name).toBe("สมาชิก");
  });

  it("links many at once and says nothing about those whom it cannot reach", async () => {
    const stranger = stage.simulator.addUser({ name: "ใคร", friend: false });
    const richMenuId = await withPicture();
    const userIds = [malee.id, stranger.id, newLineId("U")];
    const { httpResponse } = await stage.client.linkRichMenuIdToUsersWithHttpInfo({ richMenuId, userIds });
    expect(httpResponse.status).toBe(202);
    expect([malee.richMenu()?.id, stranger.richMenu()]).toEqual([richMenuId, null]);
    await stage.client.unlinkRichMenuIdFromUsers({ userIds });
    expect(malee.richMenu()).toBeNull();
    expect((await refusal(stage.client.linkRichMenuIdToUsers({ richMenuId, userIds: ["x"] }))).status).toBe(400);
    expect((await refusal(stage.client.linkRichMenuIdToUsers({ richMenuId: "none", userIds }))).status).toBe(404);
  });

  it("has aliases for its tabs", async () => {
    const [member, committee] = [await withPicture(), await withPicture({ name: "กรรมการ" })];
    await stage.client.linkRichMenuIdToUser(malee.id, member);
    await malee.tapsMenu("กรรมการ");
    await stage.client.createRichMenuAlias({ richMenuAliasId: "committee", richMenuId: committee });
    expect(
      (await refusal(stage.client.createRichMenuAlias({ richMenuAliasId: "committee", richMenuId: member }))).body,
    ).toEqual({
      message: "conflict richmenu alias id",
      details: [],
    });
    expect((await refusal(stage.client.createRichMenuAlias({ richMenuAliasId: "ก", richMenuId: member }))).status).toBe(
      400,
    );
    await malee.tapsMenu(1);
    expect(malee.richMenu()?.id).toBe(committee);
    await stage.client.updateRichMenuAlias("committee", { richMenuId: member });
    expect(await stage.client.getRichMenuAlias("committee")).toEqual({
      richMenuAliasId: "committee",
      richMenuId: member,
    });
    expect((await stage.client.getRichMenuAliasList()).aliases).toHaveLength(1);
    await stage.client.updateRichMenuAlias("committee", { richMenuId: committee });
    await stage.client.deleteRichMenu(committee);
    await malee.tapsMenu("กรรมการ");
    await stage.client.deleteRichMenuAlias("committee");
    expect((await refusal(stage.client.deleteRichMenuAlias("committee"))).status).toBe(404);
    const params = stage.bot.events().map((event) => (event as { postback: { params: unknown } }).postback.params);
    expect(params).toEqual([
      { newRichMenuAliasId: "committee", status: "RICHMENU_ALIAS_ID_NOTFOUND" },
      { newRichMenuAliasId: "committee", status: "SUCCESS" },
      { newRichMenuAliasId: "committee", status: "RICHMENU_NOTFOUND" },
    ]);
  });

  it("is tapped by its label", async () => {
    await stage.client.setDefaultRichMenu(await withPicture());
    await malee.tapsMenu("ยอดเงิน");
    expect(stage.bot.events()[0]).toMatchObject({ type: "postback", postback: { data: "menu:balance" } });
    expect(malee.messages()[0]?.content).toEqual({ type: "text", text: "ยอดเงิน" });
    expect(() => malee.tapsMenu("ไม่มี")).toThrow("ยอดเงิน, กรรมการ");
  });

  it("may be created and deleted 100 times an hour", async () => {
    for (let made = 0; made < 100; made += 1) await stage.client.createRichMenu(menu());
    expect((await refusal(stage.client.createRichMenu(menu()))).status).toBe(429);
  });

  it("is not answered where only LINE could", async () => {
    expect((await call(stage, "POST", "/v2/bot/richmenu/batch", { operations: [] })).status).toBe(501);
    expect(
      (await fetch(`${stage.origin}/v2/bot/richmenu/none`, { headers: { authorization: `Bearer ${token}` } })).status,
    ).toBe(404);
  });
});
