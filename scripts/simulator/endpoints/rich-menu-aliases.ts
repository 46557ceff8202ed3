import type { Line } from "../line";
import { LineError } from "../line-error";
import { checkBody } from "./checks";
import type { Handler, LineRequest } from "./request";

/** The menu that an alias shall lead to: it must be there and have its picture. */
function targetOf(line: Line, richMenuId: unknown): string {
  const menu = line.richMenus.find(String(richMenuId));
  if (!menu?.image) throw new LineError(400, { message: "richmenu not found", details: [] });
  return menu.id;
}

function aliasIn(line: Line, request: LineRequest): { alias: string; target: string } {
  const alias = request.params["richMenuAliasId"] ?? "";
  const target = line.richMenus.aliasTarget(alias);
  if (target === null) throw new LineError(404, { message: "richmenu alias not found", details: [] });
  return { alias, target };
}

/** Rich menu aliases, the names by which tabs find their menu. */
export const richMenuAliasHandlers = {
  createRichMenuAlias: (line, { body }) => {
    checkBody("CreateRichMenuAliasRequest", body);
    const alias = String(body["richMenuAliasId"]);
    const target = targetOf(line, body["richMenuId"]);
    if (line.richMenus.aliasTarget(alias) !== null) {
      throw new LineError(400, { message: "conflict richmenu alias id", details: [] });
    }
    line.richMenus.addAlias(alias, target);
    return { body: {} };
  },
  getRichMenuAliasList: (line) => ({ body: { aliases: line.richMenus.allAliases() } }),
  getRichMenuAlias: (line, request) => {
    const { alias, target } = aliasIn(line, request);
    return { body: { richMenuAliasId: alias, richMenuId: target } };
  },
  updateRichMenuAlias: (line, request) => {
    const { alias } = aliasIn(line, request);
    checkBody("UpdateRichMenuAliasRequest", request.body);
    line.richMenus.setAlias(alias, targetOf(line, request.body["richMenuId"]));
    return { body: {} };
  },
  deleteRichMenuAlias: (line, request) => {
    line.richMenus.removeAlias(aliasIn(line, request).alias);
    return { body: {} };
  },
} satisfies Record<string, Handler>;
