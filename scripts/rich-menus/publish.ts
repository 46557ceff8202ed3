import { createHash } from "node:crypto";
import type { MenuClient } from "./client";
import { drawMenu } from "./draw";
import { richMenuRequest, richMenus, type RichMenuSpec } from "./menus";

/** What publishing did: aliases that were new, that lead to a new menu now, and that were as they should be. */
export interface Published {
  created: string[];
  /** People linked to `from` keep the old picture until they are linked to the alias again; then `from` may be removed. */
  replaced: { alias: string; from: string; to: string }[];
  unchanged: string[];
}

/** A menu's picture may weigh a megabyte (Messaging API reference, upload rich menu image). */
const maxPictureBytes = 1_000_000;

/**
 * Brings LINE's rich menus to what `specs` say. A menu's name carries a hash of its picture and areas, so a second run
 * changes nothing; a run that was broken off is completed by the next. Throws an Error when a picture is too heavy.
 */
export async function publishMenus(
  client: MenuClient,
  specs: readonly RichMenuSpec[] = richMenus(),
): Promise<Published> {
  const [menus, aliases] = await Promise.all([client.menus(), client.aliases()]);
  const targets = new Map(aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId]));
  const names = new Map(menus.map(({ richMenuId, name }) => [richMenuId, name]));
  const published: Published = { created: [], replaced: [], unchanged: [] };
  for (const spec of specs) {
    const picture = await drawMenu(spec);
    const name = menuName(spec, picture);
    const from = targets.get(spec.alias);
    if (from !== undefined && names.get(from) === name) {
      published.unchanged.push(spec.alias);
      continue;
    }
    // One of that name without its alias is what a broken run left; it may have no picture, and a picture is set but once.
    const leftovers = menus.filter((menu) => menu.name === name && menu.richMenuId !== from);
    for (const { richMenuId } of leftovers) await client.remove(richMenuId);
    const to = await createMenu(client, spec, name, picture);
    if (from === undefined) {
      await client.createAlias(spec.alias, to);
      published.created.push(spec.alias);
    } else {
      await client.moveAlias(spec.alias, to);
      published.replaced.push({ alias: spec.alias, from, to });
    }
  }
  return published;
}

async function createMenu(client: MenuClient, spec: RichMenuSpec, name: string, picture: Buffer): Promise<string> {
  if (picture.length > maxPictureBytes) throw new Error(`the picture of ${spec.alias} is over a megabyte`);
  const request = richMenuRequest(spec, name);
  await client.validate(request);
  const richMenuId = await client.create(request);
  await client.setPicture(richMenuId, picture);
  return richMenuId;
}

/** The name under which a menu is kept: its alias, and a hash of everything that a person could notice. */
function menuName(spec: RichMenuSpec, picture: Buffer): string {
  const hash = createHash("sha256")
    .update(JSON.stringify(richMenuRequest(spec, "")))
    .update(picture);
  return `sajja ${spec.alias} ${hash.digest("hex").slice(0, 16)}`;
}
