import { createControl } from "./api/control";
import { isOperation, type Operation } from "./endpoints/operations";
import type { JsonObject } from "./json";
import { validateMessages } from "./limits/validate-messages";
import { createLine, type Line } from "./line";
import type { Quota, Settings, SimulatorOptions } from "./options";
import { GroupChat } from "./people/group-chat";
import { Person } from "./people/person";
import { SimulatorServer } from "./server";
import type { Bill } from "./state/bill";
import type { Change } from "./state/change-feed";
import type { ChatMessage } from "./state/chats";
import type { FaultKind } from "./state/faults";
import type { RichMenu } from "./state/rich-menus";
import type { ApiCall, WebhookCall } from "./state/traffic";
import type { NewUser } from "./state/users";
import { webhookBody } from "./webhooks/body";
import type { Courier } from "./webhooks/courier";

export type { SimulatorOptions } from "./options";
export type { GroupChat } from "./people/group-chat";
export type { Person } from "./people/person";
export type { ChatMessage } from "./state/chats";
export type { ApiCall, WebhookCall } from "./state/traffic";
export type { WebhookOutcome } from "./webhooks/courier";

/** How a fault meets calls: what happens, how often (once unless told), and to which bodies. */
export interface FaultOrder {
  kind: FaultKind;
  times?: number;
  containing?: string;
  ms?: number;
}

/** A stand-in for LINE in memory, with people in it. Tests hold it directly; the page and outside scripts use its control API. */
export class Simulator {
  private readonly line: Line;
  private readonly server: SimulatorServer;
  private running: string | null = null;

  constructor(options: SimulatorOptions) {
    this.line = createLine(options);
    const page = options.page;
    this.server = new SimulatorServer(this.line, createControl(this), (request, response) => {
      if (page) return page(request, response);
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    });
  }

  /** Listens on 127.0.0.1, never elsewhere; 0 takes a free port. Gives the origin for LINE_API_BASE_URL and LINE_DATA_API_BASE_URL. */
  async start(port = 0): Promise<{ origin: string }> {
    // Reading LINE's description takes a while; done now, it holds up no webhook that shares this process.
    validateMessages("push", []);
    webhookBody(this.settings.botUserId, []);
    this.running = await this.server.listen(port);
    return { origin: this.running };
  }

  /** Closes every connection, cancels redeliveries. */
  async stop(): Promise<void> {
    this.line.courier.stop();
    await this.server.close();
    this.running = null;
  }

  /** Where it listens. Throws before `start`. */
  get origin(): string {
    if (this.running === null) throw new Error("the simulator is not started");
    return this.running;
  }

  /** What is set; change it with `set`. */
  get settings(): Readonly<Settings> {
    return this.line.settings;
  }

  /** Changes settings while it runs. */
  set(change: Partial<Settings>): void {
    Object.assign(this.line.settings, change);
    this.line.feed.announce("settings");
  }

  addUser(user: NewUser): Person {
    return new Person(this.line, this.line.users.add(user).id);
  }

  /** A person by user id. Throws when there is none. */
  user(id: string): Person {
    return new Person(this.line, this.line.users.get(id).id);
  }

  users(): Person[] {
    return this.line.users.all().map(({ id }) => new Person(this.line, id));
  }

  /** Adds a group chat of these people, without the account. */
  addGroup(group: { name: string; members: readonly (Person | string)[]; id?: string }): GroupChat {
    const members = group.members.map((member) => (typeof member === "string" ? member : member.id));
    members.forEach((id) => this.line.users.get(id));
    return new GroupChat(this.line, this.line.groups.add({ ...group, members }).id);
  }

  /** A group chat by id. Throws when there is none. */
  group(id: string): GroupChat {
    return new GroupChat(this.line, this.line.groups.get(id).id);
  }

  groups(): GroupChat[] {
    return this.line.groups.all().map(({ id }) => new GroupChat(this.line, id));
  }

  /** What is shown in a chat (user or group id), oldest first. */
  messagesOf(chatId: string): readonly ChatMessage[] {
    return this.line.chats.of(chatId);
  }

  /** The quick replies on the screen of that chat now. */
  quickRepliesOf(chatId: string): JsonObject[] {
    return this.line.chats.quickReplies(chatId);
  }

  /** The rich menu on that person's phone. */
  richMenuOf(userId: string): RichMenu | null {
    return this.line.richMenus.shownTo(userId);
  }

  richMenus(): { menus: readonly RichMenu[]; defaultId: string | null; aliases: Record<string, string>[] } {
    const { richMenus } = this.line;
    return { menus: richMenus.all(), defaultId: richMenus.getDefault(), aliases: richMenus.allAliases() };
  }

  /** The bytes that a person sent with that message. */
  contentOf(messageId: string): { bytes: Buffer; type: string } | null {
    return this.line.contents.find(messageId);
  }

  /** Calls of the bot after a number, oldest first. */
  calls(after = 0): ApiCall[] {
    return this.line.traffic.calls(after);
  }

  /** Calls that LINE refused by its own rules: no fault was ordered, and it was no repeated retry key. */
  refusedCalls(): ApiCall[] {
    return this.calls().filter(({ status, fault }) => status >= 400 && status !== 409 && fault === null);
  }

  /** Webhook requests after a number, oldest first. */
  webhooks(after = 0): WebhookCall[] {
    return this.line.traffic.webhooks(after);
  }

  clearTraffic(): void {
    this.line.traffic.clear();
  }

  /** Makes the next calls of an operation go wrong. Throws for an unknown operation. */
  fail(operation: Operation, order: FaultOrder): void {
    if (!isOperation(operation)) throw new Error(`LINE has no operation ${String(operation)}`);
    this.line.faults.add({ times: 1, ...order, operation });
  }

  faults(): ReturnType<Line["faults"]["all"]> {
    return this.line.faults.all();
  }

  clearFaults(): void {
    this.line.faults.clear();
  }

  /** Holds, releases, repeats and redelivers webhooks. */
  get courier(): Courier {
    return this.line.courier;
  }

  /** Lets every reply token that is out expire now. */
  expireReplyTokens(): void {
    this.line.replyTokens.expireAll();
  }

  setQuota(quota: Quota): void {
    this.set({ quota });
  }

  /** Counts messages that were sent from LINE Official Account Manager. */
  useQuotaElsewhere(heads: number): void {
    this.line.billing.useElsewhere(heads);
  }

  /** The current month's bill. */
  bill(): Bill {
    return this.line.billing.bill();
  }

  /** The people's clock. */
  now(): Date {
    return this.line.clock.now();
  }

  /** Moves the people's clock forward by milliseconds. */
  async moveClock(byMs: number): Promise<void> {
    await this.line.clock.move(byMs);
    this.line.feed.announce("clock");
  }

  /** Calls the listener at every change, until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.line.feed.subscribe(listener);
  }

  /** The number of the last change. */
  get lastChange(): number {
    return this.line.feed.last;
  }
}

/** Makes a simulator; `start` lets it listen. */
export function createSimulator(options: SimulatorOptions): Simulator {
  return new Simulator(options);
}
