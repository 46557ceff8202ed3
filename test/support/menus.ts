import { createMenuClient } from "../../scripts/rich-menus/client";
import { richMenus } from "../../scripts/rich-menus/menus";
import { publishMenus, type Published } from "../../scripts/rich-menus/publish";
import { PersonModel } from "../../src/storage/persons";
import type { Village } from "./village";
import type { Villager } from "./villager";

const usualAliases = ["member_th", "mem-com_member_th", "mem-com_committee_th"];

/** The simulator's address and token, as a client of LINE takes them. */
export function lineAddress({ simulator: { origin, settings } }: Village) {
  return { accessToken: settings.channelAccessToken, apiBaseUrl: origin, dataApiBaseUrl: origin };
}

/** Publishes the Thai menus of members and of officers who are members, or those of the aliases. */
export function publishThaiMenus(village: Village, chatBarText = "เมนู", aliases = usualAliases): Promise<Published> {
  const specs = richMenus().filter(({ alias }) => aliases.includes(alias));
  return publishMenus(
    createMenuClient(lineAddress(village)),
    specs.map((spec) => ({ ...spec, chatBarText })),
  );
}

/** The menu that is remembered as given to a phone, or null. */
export async function rememberedMenu({ person }: Villager) {
  return (await PersonModel.findById(person?._id).lean())?.menu ?? null;
}

/** Waits until it holds: a menu is linked beside the answer, which does not wait for it. */
export async function untilMenu(holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("the phone does not get its menu");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
