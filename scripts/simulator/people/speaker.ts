import { randomBytes } from "node:crypto";
import { imageInfo } from "../image-info";
import type { JsonObject } from "../json";
import type { Line } from "../line";
import type { ChatMessage } from "../state/chats";
import type { Content } from "../state/contents";
import type { WebhookOutcome } from "../webhooks/courier";
import { groupSource, makeEvent, type EventSource } from "../webhooks/events";
import { mentionIn, type Mentions } from "../webhooks/mentions";

/** What may come with a text. */
export interface Saying {
  /** Id of the message that is quoted. */
  quote?: string;
  /** In a group chat. */
  mentions?: Mentions;
}

/** Nothing was sent: the account is not in the chat, or the tap makes no event. */
export const notSent: WebhookOutcome = {
  webhookEventId: "",
  messageId: null,
  replyToken: null,
  status: null,
  reason: "NOT_SENT",
  ms: 0,
};

const quotable = new Set(["text", "sticker", "image", "video"]);

/** One person in one chat: what that person's phone sends there. Every promise gives what became of the webhook. */
export class Speaker {
  constructor(
    protected readonly line: Line,
    /** The user's id. */
    readonly id: string,
    private readonly groupId: string | null = null,
  ) {}

  /** The user's id, or the group's. */
  get chatId(): string {
    return this.groupId ?? this.id;
  }

  /** What the phone shows in this chat, oldest first. */
  messages(): readonly ChatMessage[] {
    return this.line.chats.of(this.chatId);
  }

  /** Types a text. */
  says(text: string, saying: Saying = {}): Promise<WebhookOutcome> {
    const { text: whole, mention } = mentionIn(this.line, text, saying.mentions ?? {});
    const quoted = saying.quote === undefined ? {} : { quotedMessageId: saying.quote };
    return this.sends({ type: "text", text: whole, ...(mention ? { mention } : {}), ...quoted });
  }

  /** Sends a sticker of LINE. */
  sendsSticker(packageId = "446", stickerId = "1988"): Promise<WebhookOutcome> {
    return this.sends({ type: "sticker", packageId, stickerId, stickerResourceType: "STATIC", keywords: ["hello"] });
  }

  /** Sends a place. */
  sendsLocation(place: {
    title?: string;
    address?: string;
    latitude: number;
    longitude: number;
  }): Promise<WebhookOutcome> {
    return this.sends({ type: "location", ...place });
  }

  /** Sends one picture (PNG or JPEG by its bytes), or several at once as a set. */
  async sendsImages(images: readonly Buffer[]): Promise<WebhookOutcome[]> {
    const set = images.length > 1 ? { id: randomBytes(32).toString("hex").toUpperCase(), total: images.length } : null;
    return Promise.all(
      images.map((bytes, index) =>
        this.sendsContent(
          { kind: "image", bytes, type: imageInfo(bytes)?.type ?? "image/jpeg", pollsLeft: 0 },
          set ? { imageSet: { ...set, index: index + 1 } } : {},
        ),
      ),
    );
  }

  /** Sends one picture. */
  async sendsImage(bytes: Buffer): Promise<WebhookOutcome> {
    return (await this.sendsImages([bytes]))[0] ?? notSent;
  }

  /** Shares a picture that is not kept by LINE (from a page, by liff.sendMessages). */
  sharesImage(url: string): Promise<WebhookOutcome> {
    const contentProvider = { type: "external", originalContentUrl: url, previewImageUrl: url };
    return this.sends({ type: "image", contentProvider });
  }

  /** Sends a film or sound; LINE answers 202 to the first `polls` questions for it. */
  sendsRecording(
    kind: "video" | "audio",
    bytes: Buffer,
    { durationMs = 1000, polls = 0 } = {},
  ): Promise<WebhookOutcome> {
    const type = kind === "video" ? "video/mp4" : "audio/x-m4a";
    return this.sendsContent({ kind, bytes, type, pollsLeft: polls }, { duration: durationMs });
  }

  /** Sends a file. */
  sendsFile(fileName: string, bytes: Buffer): Promise<WebhookOutcome> {
    const content: Omit<Content, "gone"> = { kind: "file", bytes, type: "application/octet-stream", pollsLeft: 0 };
    return this.sendsContent(content, { fileName, fileSize: bytes.length });
  }

  /** Takes a message back; LINE asks the bot to forget it, and its content is gone. */
  unsends(messageId: string): Promise<WebhookOutcome> {
    const message = this.own(messageId);
    message.unsent = true;
    message.content = { type: "unsent" };
    this.line.contents.unsend(messageId);
    this.line.chats.touch(message);
    return this.emit("unsend", { unsend: { messageId } });
  }

  /** Changes a text that was sent to a group chat; the message keeps its id. Throws in a one-to-one chat. */
  edits(messageId: string, text: string): Promise<WebhookOutcome> {
    if (this.groupId === null) throw new Error("texts can be edited in group chats only");
    const message = this.own(messageId);
    message.content = { type: "text", text };
    message.edited = true;
    this.line.chats.touch(message);
    const quoteToken = this.line.chats.newQuoteToken(message);
    return this.emit("messageEdited", { message: { type: "text", id: messageId, quoteToken, text } });
  }

  /** Sends an event from this chat, of any type and with any properties. */
  emit(type: string, own: JsonObject, anonymous = false): Promise<WebhookOutcome> {
    if (!this.reachesBot()) return Promise.resolve(notSent);
    return this.line.courier.send(makeEvent(this.line, type, this.source(anonymous), own));
  }

  /** Puts a bubble of this person into the chat without telling the bot. */
  protected shows(content: JsonObject, webhookEventId?: string): ChatMessage {
    const about = webhookEventId === undefined ? {} : { webhookEventId };
    const read = this.line.settings.chatMode === "bot" && this.reachesBot();
    return this.line.chats.add({ chatId: this.chatId, from: this.id, content, readByBot: read, ...about });
  }

  protected source(anonymous = false): EventSource {
    if (this.groupId === null) return { type: "user", userId: this.id };
    return groupSource(this.line, this.groupId, this.id, anonymous);
  }

  protected reachesBot(): boolean {
    return this.groupId === null || this.line.groups.get(this.groupId).botPresent;
  }

  protected assertMayWrite(): void {
    const { blocked, name } = this.line.users.get(this.id);
    if (this.groupId === null && blocked) throw new Error(`${name} has blocked the account and cannot write to it`);
  }

  private sendsContent(content: Omit<Content, "gone">, own: JsonObject): Promise<WebhookOutcome> {
    const provider = content.kind === "file" ? {} : { contentProvider: { type: "line" } };
    return this.sends({ type: content.kind, ...provider, ...own }, content);
  }

  private async sends(content: JsonObject, file?: Omit<Content, "gone">): Promise<WebhookOutcome> {
    this.assertMayWrite();
    if (this.groupId === null) this.line.users.change(this.id, { wroteAt: this.line.clock.now() });
    const shown = this.shows(content);
    if (file) this.line.contents.add(shown.id, file);
    if (!this.reachesBot()) return { ...notSent, messageId: shown.id };
    const quote = quotable.has(String(content["type"])) ? { quoteToken: this.line.chats.newQuoteToken(shown) } : {};
    const markAsReadToken = this.line.chats.newReadToken(shown);
    const message = { ...content, id: shown.id, ...quote, markAsReadToken };
    const event = makeEvent(this.line, "message", this.source(), { message });
    shown.webhookEventId = String(event["webhookEventId"]);
    return this.line.courier.send(event);
  }

  private own(messageId: string): ChatMessage {
    const message = this.line.chats.find(messageId);
    if (message?.from !== this.id || message.chatId !== this.chatId)
      throw new Error(`no message ${messageId} of this person here`);
    return message;
  }
}
