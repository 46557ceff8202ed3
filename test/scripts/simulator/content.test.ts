import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Person } from "../../../scripts/simulator/people/person";
import { openStage, refusal, text, type Stage } from "./support";
import { png } from "./pictures";

describe("what people send", () => {
  let stage: Stage;
  let malee: Person;
  beforeEach(async () => {
    stage = await openStage();
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());

  async function bytesOf(messageId: string | null): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await stage.blob.getMessageContent(String(messageId))) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  it("a picture can be fetched, with its type", async () => {
    const { messageId } = await malee.sendsImage(png(800, 600));
    expect(await bytesOf(messageId)).toEqual(png(800, 600));
    const { httpResponse } = await stage.blob.getMessageContentPreviewWithHttpInfo(String(messageId));
    expect(httpResponse.headers.get("content-type")).toBe("image/png");
    expect(stage.bot.events()[0]).toMatchObject({ message: { type: "image", contentProvider: { type: "line" } } });
    expect(await refusal(stage.blob.getMessageContentTranscodingByMessageId(String(messageId)))).toMatchObject({
      status: 400,
      body: { message: "Transcoding status doesn't support this type of content" },
    });
  });

  it("several pictures are a set", async () => {
    await malee.sendsImages([png(10, 10), png(20, 20)]);
    const sets = stage.bot
      .events()
      .map(
        (event) => (event as { message: { imageSet: { id: string; index: number; total: number } } }).message.imageSet,
      );
    expect(new Set(sets.map((set) => set.id)).size).toBe(1);
    expect(sets.map((set) => [set.index, set.total]).sort()).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("a film is 202 until it is ready", async () => {
    const { messageId } = await malee.sendsRecording("video", Buffer.from("film"), { polls: 2 });
    const id = String(messageId);
    expect((await stage.blob.getMessageContentWithHttpInfo(id)).httpResponse.status).toBe(202);
    expect(await stage.blob.getMessageContentTranscodingByMessageId(id)).toEqual({ status: "processing" });
    expect(await stage.blob.getMessageContentTranscodingByMessageId(id)).toEqual({ status: "succeeded" });
    expect((await bytesOf(id)).toString()).toBe("film");
  });

  it("a sound has a length and no preview; a file has a name", async () => {
    const sound = await malee.sendsRecording("audio", Buffer.from("เสียง"), { durationMs: 4000 });
    expect((await refusal(stage.blob.getMessageContentPreview(String(sound.messageId)))).status).toBe(400);
    await malee.sendsFile("บัญชี.xlsx", Buffer.from("12345"));
    await malee.sharesImage("https://example.com/a.png");
    expect(stage.bot.events()).toMatchObject([
      { message: { type: "audio", duration: 4000 } },
      { message: { type: "file", fileName: "บัญชี.xlsx", fileSize: 5 } },
      { message: { type: "image", contentProvider: { type: "external" } } },
    ]);
  });

  it("is 404 when it never was, 410 when it was unsent", async () => {
    const { messageId } = await malee.sendsImage(png(10, 10));
    await malee.unsends(String(messageId));
    expect(await refusal(stage.blob.getMessageContent(String(messageId)))).toMatchObject({
      status: 410,
      body: { message: "The content is gone" },
    });
    expect(await refusal(stage.blob.getMessageContent("1"))).toMatchObject({
      status: 404,
      body: { message: "not found" },
    });
    expect(malee.messages()[0]).toMatchObject({ unsent: true, content: { type: "unsent" } });
  });

  it("stickers and places arrive as such", async () => {
    await malee.sendsSticker();
    await malee.sendsLocation({ title: "บ้าน", latitude: 6.9, longitude: 100.7 });
    expect(stage.bot.events()).toMatchObject([
      { message: { type: "sticker", stickerId: "1988" } },
      { message: { type: "location", title: "บ้าน" } },
    ]);
  });
});

describe("read marks and the loading animation", () => {
  it("read at once while chat is off; by token, with all before it, while it is on", async () => {
    const stage = await openStage();
    const malee = stage.simulator.addUser({ name: "มาลี" });
    await malee.says("หนึ่ง");
    stage.simulator.set({ chatMode: "chat" });
    await malee.says("สอง");
    await malee.says("สาม");
    await malee.says("สี่");
    const read = () => malee.messages().map((message) => message.readByBot);
    expect(read()).toEqual([true, false, false, false]);
    const third = stage.bot.events()[2] as { message: { markAsReadToken: string } };
    await stage.client.markMessagesAsReadByToken({ markAsReadToken: third.message.markAsReadToken });
    expect(read()).toEqual([true, true, true, false]);
    expect((await refusal(stage.client.markMessagesAsReadByToken({ markAsReadToken: "x" }))).status).toBe(400);
    expect(await stage.client.getBotInfo()).toMatchObject({ chatMode: "chat", markAsReadMode: "manual" });
    await stage.close();
  });

  it("the animation shows in the one-to-one chat until a message comes or its time is over", async () => {
    const stage = await openStage();
    const malee = stage.simulator.addUser({ name: "มาลี" });
    const start = (chatId: string, loadingSeconds?: number) =>
      stage.client.showLoadingAnimation({ chatId, ...(loadingSeconds === undefined ? {} : { loadingSeconds }) });
    await start(malee.id);
    expect(malee.seesLoading()).toBe(true);
    await stage.client.pushMessage({ to: malee.id, messages: [text("เสร็จ")] });
    expect(malee.seesLoading()).toBe(false);
    await start(malee.id, 5);
    stage.time.elapsed += 5000;
    expect(malee.seesLoading()).toBe(false);
    const group = stage.simulator.addGroup({ name: "กลุ่ม", members: [malee] });
    expect((await refusal(start(group.id))).body).toMatchObject({ details: [{ property: "chatId" }] });
    expect((await refusal(start(malee.id, 7))).status).toBe(400);
    expect((await refusal(start(malee.id, 65))).status).toBe(400);
    await stage.close();
  });
});
