import { randomBytes } from "node:crypto";
import type { JsonObject } from "../json";
import { refusals } from "../line-error";
import type { ChangeFeed } from "./change-feed";

/** A rich menu with its picture once that is there. */
export interface RichMenu {
  readonly id: string;
  /** size, selected, name, chatBarText, areas. */
  readonly menu: JsonObject;
  image: { bytes: Buffer; type: string } | null;
}

/** LINE's limits of an Official Account: 1000 menus and 1000 aliases. */
const most = 1000;

/** Rich menus, their aliases, the default one, and who has which. */
export class RichMenus {
  private readonly byId = new Map<string, RichMenu>();
  private readonly aliases = new Map<string, string>();
  private readonly linked = new Map<string, string>();
  private readonly switched = new Map<string, string>();
  private defaultId: string | null = null;

  constructor(private readonly feed: ChangeFeed) {}

  create(menu: JsonObject): RichMenu {
    if (this.byId.size >= most) throw refusals.message(400, "The maximum number of rich menus has been reached");
    const created = { id: `richmenu-${randomBytes(16).toString("hex")}`, menu, image: null };
    this.byId.set(created.id, created);
    return created;
  }

  find(id: string): RichMenu | null {
    return this.byId.get(id) ?? null;
  }

  all(): RichMenu[] {
    return [...this.byId.values()];
  }

  /** Gives a menu its picture, once and for all. */
  setImage(id: string, image: { bytes: Buffer; type: string }): void {
    const menu = this.byId.get(id);
    if (!menu) throw refusals.notFound();
    if (menu.image) throw refusals.message(400, "An image has already been uploaded to the richmenu");
    menu.image = image;
    this.feed.announce("rich-menu");
  }

  /** Removes a menu; who had it has the default again. Its aliases stay and lead nowhere. */
  remove(id: string): void {
    this.byId.delete(id);
    if (this.defaultId === id) this.defaultId = null;
    for (const map of [this.linked, this.switched]) {
      for (const [user, menu] of map) if (menu === id) map.delete(user);
    }
    this.feed.announce("rich-menu");
  }

  setDefault(id: string | null): void {
    this.defaultId = id;
    this.switched.clear();
    this.feed.announce("rich-menu");
  }

  getDefault(): string | null {
    return this.defaultId;
  }

  /** Links a menu to a user (null: none). What the user had switched to is forgotten. */
  link(userId: string, id: string | null): void {
    if (id === null) this.linked.delete(userId);
    else this.linked.set(userId, id);
    this.switched.delete(userId);
    this.feed.announce("rich-menu", userId);
  }

  linkedTo(userId: string): string | null {
    return this.linked.get(userId) ?? null;
  }

  /** The menu under the chat on that phone: switched to, else linked, else the default. */
  shownTo(userId: string): RichMenu | null {
    const id = this.switched.get(userId) ?? this.linked.get(userId) ?? this.defaultId;
    return id === null ? null : this.find(id);
  }

  /** A tap on a tab: the status that the postback carries. */
  switchTo(userId: string, alias: string): "SUCCESS" | "RICHMENU_ALIAS_ID_NOTFOUND" | "RICHMENU_NOTFOUND" {
    const id = this.aliases.get(alias);
    if (id === undefined) return "RICHMENU_ALIAS_ID_NOTFOUND";
    if (!this.byId.has(id)) return "RICHMENU_NOTFOUND";
    this.switched.set(userId, id);
    this.feed.announce("rich-menu", userId);
    return "SUCCESS";
  }

  addAlias(alias: string, id: string): void {
    if (this.aliases.size >= most)
      throw refusals.message(400, "The maximum number of rich menu aliases has been reached");
    this.aliases.set(alias, id);
  }

  setAlias(alias: string, id: string): void {
    this.aliases.set(alias, id);
  }

  aliasTarget(alias: string): string | null {
    return this.aliases.get(alias) ?? null;
  }

  removeAlias(alias: string): boolean {
    return this.aliases.delete(alias);
  }

  allAliases(): { richMenuAliasId: string; richMenuId: string }[] {
    return [...this.aliases].map(([richMenuAliasId, richMenuId]) => ({ richMenuAliasId, richMenuId }));
  }
}
