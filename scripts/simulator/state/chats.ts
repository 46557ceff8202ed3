import { createMessageIds, newToken } from "../ids";
import { isObject, type JsonObject } from "../json";
import type { ChangeFeed } from "./change-feed";

/** How the bot sent a message. */
export type SendMethod = "reply" | "push" | "multicast" | "broadcast";

/** A bubble in a chat: the LINE message object, who sent it, and the call or webhook behind it. */
export interface ChatMessage {
  readonly id: string;
  readonly chatId: string;
  /** Instant on the people's clock, ISO 8601. */
  readonly at: string;
  /** "bot", or the id of the user. */
  readonly from: string;
  content: JsonObject;
  via?: SendMethod;
  /** x-line-request-id of the call that sent it. */
  requestId?: string;
  webhookEventId?: string;
  /** Sent without a notification. */
  silent?: boolean;
  readByBot: boolean;
  unsent: boolean;
  edited: boolean;
  quickReplyUsed: boolean;
}

type NewMessage = Pick<ChatMessage, "chatId" | "from" | "content"> &
  Partial<Pick<ChatMessage, "via" | "requestId" | "webhookEventId" | "silent" | "readByBot">>;

/** Every chat with its messages, oldest first, and the tokens that name messages. */
export class Chats {
  private readonly newId = createMessageIds();
  private readonly messages = new Map<string, ChatMessage[]>();
  private readonly byId = new Map<string, ChatMessage>();
  private readonly quoteTokens = new Map<string, ChatMessage>();
  private readonly readTokens = new Map<string, ChatMessage>();
  private readonly loading = new Map<string, number>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly now: () => Date,
  ) {}

  /** Puts a message into a chat. */
  add(message: NewMessage): ChatMessage {
    const added: ChatMessage = {
      readByBot: false,
      ...message,
      id: this.newId(),
      at: this.now().toISOString(),
      unsent: false,
      edited: false,
      quickReplyUsed: false,
    };
    const chat = this.messages.get(added.chatId);
    if (chat) chat.push(added);
    else this.messages.set(added.chatId, [added]);
    this.byId.set(added.id, added);
    if (added.from === "bot") this.loading.delete(added.chatId);
    this.feed.announce("message", added.chatId);
    return added;
  }

  of(chatId: string): readonly ChatMessage[] {
    return this.messages.get(chatId) ?? [];
  }

  find(messageId: string): ChatMessage | null {
    return this.byId.get(messageId) ?? null;
  }

  /** Says that a message's content changed (unsent, edited, its quick replies used). */
  touch(message: ChatMessage): void {
    this.feed.announce("message", message.chatId);
  }

  newQuoteToken(message: ChatMessage): string {
    const token = newToken(64);
    this.quoteTokens.set(token, message);
    return token;
  }

  quoted(token: string): ChatMessage | null {
    return this.quoteTokens.get(token) ?? null;
  }

  newReadToken(message: ChatMessage): string {
    const token = newToken(32);
    this.readTokens.set(token, message);
    return token;
  }

  /** Marks the message of that token and everything older in its chat as read; false when the token is unknown. */
  markRead(token: string): boolean {
    const message = this.readTokens.get(token);
    if (!message) return false;
    const chat = this.of(message.chatId);
    chat.slice(0, chat.indexOf(message) + 1).forEach((one) => (one.readByBot ||= one.from !== "bot"));
    this.feed.announce("read", message.chatId);
    return true;
  }

  /** Shows the loading animation until that instant of real time. */
  startLoading(chatId: string, untilElapsed: number): void {
    this.loading.set(chatId, untilElapsed);
    this.feed.announce("loading", chatId);
  }

  isLoading(chatId: string, elapsed: number): boolean {
    return (this.loading.get(chatId) ?? 0) > elapsed;
  }

  /** The quick replies that a phone shows now: those of the last message, unless tapped already. */
  quickReplies(chatId: string): JsonObject[] {
    const last = this.of(chatId).at(-1);
    if (last?.from !== "bot" || last.quickReplyUsed || !isObject(last.content["quickReply"])) return [];
    const items = last.content["quickReply"]["items"];
    return Array.isArray(items) ? items.filter(isObject) : [];
  }
}
