import type { Line } from "../line";
import type { ChatMessage } from "../state/chats";
import type { LineGroup } from "../state/groups";
import type { WebhookOutcome } from "../webhooks/courier";
import { makeEvent } from "../webhooks/events";
import { Phone, type Tap } from "./phone";
import { notSent, type Saying } from "./speaker";

type Whom = string | { readonly id: string };

function idOf(whom: Whom): string {
  return typeof whom === "string" ? whom : whom.id;
}

/** A text in a group, with or without a mention of the account. */
export interface GroupSaying extends Saying {
  mentionBot?: boolean;
}

/** A group chat: who is in it, who says what. */
export class GroupChat {
  constructor(
    private readonly line: Line,
    readonly id: string,
  ) {}

  get group(): Readonly<LineGroup> {
    return this.line.groups.get(this.id);
  }

  /** What everybody's phone shows in this chat, oldest first. */
  messages(): readonly ChatMessage[] {
    return this.line.chats.of(this.id);
  }

  /** A member at the phone in this chat. Throws when that user is no member. */
  as(whom: Whom): Phone {
    const id = idOf(whom);
    if (!this.group.members.has(id)) throw new Error(`${id} is not in the group ${this.group.name}`);
    return new Phone(this.line, id, this.id);
  }

  says(whom: Whom, text: string, { mentionBot, ...saying }: GroupSaying = {}): Promise<WebhookOutcome> {
    const mentions = { ...saying.mentions, ...(mentionBot === undefined ? {} : { bot: mentionBot }) };
    return this.as(whom).says(text, { ...saying, mentions });
  }

  taps(whom: Whom, data: string, tap: Tap = {}): Promise<WebhookOutcome> {
    return this.as(whom).taps(data, tap);
  }

  /** Somebody invites the account. */
  invitesBot(): Promise<WebhookOutcome> {
    this.line.groups.setBotPresent(this.id, true);
    return this.emit("join");
  }

  /** Somebody removes the account. */
  removesBot(): Promise<WebhookOutcome> {
    const leaving = this.emit("leave");
    this.line.groups.setBotPresent(this.id, false);
    return leaving;
  }

  addsMembers(...whom: Whom[]): Promise<WebhookOutcome> {
    const ids = whom.map(idOf);
    this.line.groups.addMembers(this.id, ids);
    return this.emit("memberJoined", { joined: { members: ids.map((userId) => ({ type: "user", userId })) } });
  }

  removesMembers(...whom: Whom[]): Promise<WebhookOutcome> {
    const ids = whom.map(idOf);
    this.line.groups.removeMembers(this.id, ids);
    return this.emit("memberLeft", { left: { members: ids.map((userId) => ({ type: "user", userId })) } });
  }

  private emit(type: string, own: Record<string, unknown> = {}): Promise<WebhookOutcome> {
    if (!this.group.botPresent) return Promise.resolve(notSent);
    return this.line.courier.send(makeEvent(this.line, type, { type: "group", groupId: this.id }, own));
  }
}
