import { newLineId, isLineId } from "../ids";
import type { ChangeFeed } from "./change-feed";

/** A person with LINE on the phone, seen from the Official Account. */
export interface LineUser {
  readonly id: string;
  name: string;
  language: string;
  /** Colour of the picture, #RRGGBB. */
  colour: string;
  pictureUrl?: string;
  statusMessage?: string;
  friend: boolean;
  blocked: boolean;
  /** Lets the account read the profile; without it LINE leaves the user id out of group events. */
  consents: boolean;
  /** When this person last wrote in the one-to-one chat. */
  wroteAt: Date | null;
}

/** What is told about a new user; a friend with consent and a Thai phone unless said otherwise. */
export type NewUser = { name: string; id?: string } & Partial<
  Pick<LineUser, "language" | "colour" | "pictureUrl" | "statusMessage" | "friend" | "blocked" | "consents">
>;

const colours = ["#1B6B45", "#1F5FA8", "#8A2F6B", "#8A6100", "#3C5A99", "#B3261E", "#5B6660", "#00695C"];
const weekMs = 7 * 24 * 3_600_000;

/** Everybody who is on LINE. */
export class Users {
  private readonly byId = new Map<string, LineUser>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly now: () => Date,
  ) {}

  /** Adds a person; throws when the id is taken or has not LINE's form. */
  add(user: NewUser): LineUser {
    const { id = newLineId("U"), ...told } = user;
    if (!isLineId("U", id)) throw new Error(`${id} is no LINE user id (U and 32 hex digits)`);
    if (this.byId.has(id)) throw new Error(`user ${id} exists already`);
    const colour = colours[this.byId.size % colours.length] ?? "#5B6660";
    const added = { id, language: "th", colour, friend: true, blocked: false, consents: true, wroteAt: null, ...told };
    this.byId.set(id, added);
    this.feed.announce("user", id);
    return added;
  }

  find(id: string): LineUser | null {
    return this.byId.get(id) ?? null;
  }

  get(id: string): LineUser {
    const user = this.byId.get(id);
    if (!user) throw new Error(`no user ${id}`);
    return user;
  }

  all(): LineUser[] {
    return [...this.byId.values()];
  }

  /** Changes a user and tells it. */
  change(id: string, change: Partial<Omit<LineUser, "id">>): void {
    Object.assign(this.get(id), change);
    this.feed.announce("user", id);
  }

  /** A friend who has not blocked the account. */
  reachesAsFriend(id: string): boolean {
    const user = this.byId.get(id);
    return user !== undefined && user.friend && !user.blocked;
  }

  /** Also a person who is no friend but wrote in the last 7 days: pushes reach them. */
  reachesByPush(id: string): boolean {
    const user = this.byId.get(id);
    if (!user || user.blocked) return false;
    return user.friend || (user.wroteAt !== null && this.now().getTime() - user.wroteAt.getTime() <= weekMs);
  }
}
