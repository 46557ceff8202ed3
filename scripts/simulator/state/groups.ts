import { newLineId, isLineId } from "../ids";
import type { ChangeFeed } from "./change-feed";

/** A group chat. */
export interface LineGroup {
  readonly id: string;
  name: string;
  readonly members: Set<string>;
  botPresent: boolean;
}

/** All group chats. */
export class Groups {
  private readonly byId = new Map<string, LineGroup>();

  constructor(private readonly feed: ChangeFeed) {}

  /** Adds a group without the bot; throws when the id is taken or has not LINE's form. */
  add(group: { name: string; members: readonly string[]; id?: string }): LineGroup {
    const id = group.id ?? newLineId("C");
    if (!isLineId("C", id)) throw new Error(`${id} is no LINE group id (C and 32 hex digits)`);
    if (this.byId.has(id)) throw new Error(`group ${id} exists already`);
    const added = { id, name: group.name, members: new Set(group.members), botPresent: false };
    this.byId.set(id, added);
    this.feed.announce("group", id);
    return added;
  }

  find(id: string): LineGroup | null {
    return this.byId.get(id) ?? null;
  }

  get(id: string): LineGroup {
    const group = this.byId.get(id);
    if (!group) throw new Error(`no group ${id}`);
    return group;
  }

  all(): LineGroup[] {
    return [...this.byId.values()];
  }

  /** Lets the bot in or out. */
  setBotPresent(id: string, present: boolean): void {
    this.get(id).botPresent = present;
    this.feed.announce("group", id);
  }

  addMembers(id: string, members: readonly string[]): void {
    members.forEach((member) => this.get(id).members.add(member));
    this.feed.announce("group", id);
  }

  removeMembers(id: string, members: readonly string[]): void {
    members.forEach((member) => this.get(id).members.delete(member));
    this.feed.announce("group", id);
  }
}
