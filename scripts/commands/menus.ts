import { forgetMenus } from "../../src/storage/persons";
import { createMenuClient } from "../rich-menus/client";
import { publishMenus } from "../rich-menus/publish";
import type { Command } from "./command";
import { exitCode, print, RefusedError } from "./context";

/**
 * `sajja menus publish`: brings LINE's rich menus to what this version draws; a second run changes none of them. A phone is linked to a
 * menu, not to its alias, so every phone is linked anew with its person's next message: after a run that completes a broken one too.
 */
export const menusPublish: Command = {
  usage: "menus publish",
  about: "draws the rich menus and publishes them to LINE",
  needs: "database",
  async run(_input, context) {
    if (!context.config.hasCredentials)
      throw new RefusedError("No LINE credentials are set, so there is nowhere to publish to.");
    const published = await publishMenus(createMenuClient(context.config.line));
    await forgetMenus();
    const { created, replaced, unchanged } = published;
    print(context, published, [
      `${created.length} menus created, ${replaced.length} replaced, ${unchanged.length} unchanged.`,
      ...replaced.map(({ alias, from, to }) => `${alias}: ${from} -> ${to}`),
    ]);
    return exitCode.done;
  },
};
