import type { WantedMenu } from "../bot/menu";
import type { PersonId } from "../domain/ids";
import type { LineClient } from "../line/client";
import { richMenuAlias } from "../line/rich-menus";
import { setMenu } from "../storage/persons";

/**
 * Gives a phone the menu of who its person is now, after the commit that found it out. A call that fails, and a menu that is not
 * published yet, are tried again with her next message: only what the phone really has is remembered.
 */
export async function giveMenu(
  line: LineClient,
  { personId, lineUserId, language, faces, basis }: WantedMenu,
): Promise<void> {
  const alias = faces.length > 0 ? richMenuAlias(faces, language) : null;
  if (alias === null) await line.unlinkRichMenu(lineUserId);
  else if (!(await line.linkRichMenu(lineUserId, alias))) return;
  await setMenu(personId as PersonId, { alias, basis });
}
