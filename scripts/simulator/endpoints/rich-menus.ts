import { imageInfo } from "../image-info";
import { isLineId } from "../ids";
import type { JsonObject } from "../json";
import type { Line } from "../line";
import { LineError, refusals } from "../line-error";
import { leastAspect, validateRichMenu } from "../limits/rich-menu";
import type { RichMenu } from "../state/rich-menus";
import { checkBody, idInPath } from "./checks";
import type { Answer, Handler, LineRequest } from "./request";

const megabyte = 1024 * 1024;

function checkMenu(menu: JsonObject): void {
  const problems = validateRichMenu(menu);
  if (problems.length > 0) throw refusals.problems(problems);
}

function menuIn(line: Line, request: LineRequest): RichMenu {
  const menu = line.richMenus.find(request.params["richMenuId"] ?? "");
  if (!menu) throw refusals.notFound();
  return menu;
}

function withImage(menu: RichMenu): RichMenu {
  if (menu.image) return menu;
  throw new LineError(400, { message: "must upload richmenu image before applying it to user", details: [] });
}

/** Links or unlinks for one user; LINE says nothing when the user cannot be reached. */
function linkUser(line: Line, userId: string, menuId: string | null): void {
  if (line.users.reachesAsFriend(userId)) line.richMenus.link(userId, menuId);
}

function usersIn(body: JsonObject): string[] {
  const ids = (body["userIds"] as unknown[]).map(String);
  const wrong = ids.findIndex((id) => !isLineId("U", id));
  if (wrong >= 0) throw refusals.invalidProperty(`userIds[${wrong}]`);
  return ids;
}

/** PNG or JPEG as it says it is, at most 1 MB, as large as the menu's size says. LINE asks for the general limits; the equal size is ours, a picture of another would be stretched. */
function setImage(line: Line, request: LineRequest): Answer {
  const menu = menuIn(line, request);
  const { contentType, raw } = request;
  if (contentType !== "image/png" && contentType !== "image/jpeg") throw refusals.mediaType(contentType);
  if (raw.length > megabyte) throw refusals.tooLarge();
  const info = imageInfo(raw);
  const size = menu.menu["size"] as { width: number; height: number };
  const fits =
    info?.type === contentType &&
    info.width >= 800 &&
    info.width <= 2500 &&
    info.height >= 250 &&
    info.width / info.height >= leastAspect &&
    info.width === size.width &&
    info.height === size.height;
  if (!fits) throw refusals.message(400, "The image size is not allowed for richmenu");
  line.richMenus.setImage(menu.id, { bytes: raw, type: contentType });
  return { body: {} };
}

/** Rich menus themselves, the default one, and who has which. */
export const richMenuHandlers = {
  createRichMenu: (line, { body }) => {
    checkMenu(body);
    return { body: { richMenuId: line.richMenus.create(body).id } };
  },
  validateRichMenuObject: (_line, { body }) => {
    checkMenu(body);
    return { body: {} };
  },
  getRichMenuList: (line) => ({
    body: { richmenus: line.richMenus.all().map(({ id, menu }) => ({ richMenuId: id, ...menu })) },
  }),
  getRichMenu: (line, request) => {
    const { id, menu } = menuIn(line, request);
    return { body: { richMenuId: id, ...menu } };
  },
  deleteRichMenu: (line, request) => {
    line.richMenus.remove(menuIn(line, request).id);
    return { body: {} };
  },
  setRichMenuImage: setImage,
  getRichMenuImage: (line, request) => {
    const { image } = menuIn(line, request);
    if (!image) throw refusals.notFound();
    return { bytes: { content: image.bytes, type: image.type } };
  },
  setDefaultRichMenu: (line, request) => {
    line.richMenus.setDefault(withImage(menuIn(line, request)).id);
    return { body: {} };
  },
  getDefaultRichMenuId: (line) => {
    const richMenuId = line.richMenus.getDefault();
    if (richMenuId === null) throw new LineError(404, { message: "no default richmenu", details: [] });
    return { body: { richMenuId } };
  },
  cancelDefaultRichMenu: (line) => {
    line.richMenus.setDefault(null);
    return { body: {} };
  },
  linkRichMenuIdToUser: (line, request) => {
    linkUser(line, idInPath(request, "userId"), withImage(menuIn(line, request)).id);
    return { body: {} };
  },
  getRichMenuIdOfUser: (line, request) => {
    const richMenuId = line.richMenus.linkedTo(idInPath(request, "userId"));
    if (richMenuId === null) throw new LineError(404, { message: "the user has no richmenu", details: [] });
    return { body: { richMenuId } };
  },
  unlinkRichMenuIdFromUser: (line, request) => {
    linkUser(line, idInPath(request, "userId"), null);
    return { body: {} };
  },
  linkRichMenuIdToUsers: (line, { body }) => {
    checkBody("RichMenuBulkLinkRequest", body);
    const users = usersIn(body);
    const menu = line.richMenus.find(String(body["richMenuId"]));
    if (!menu) throw new LineError(404, { message: "richmenu not found", details: [] });
    withImage(menu);
    users.forEach((id) => linkUser(line, id, menu.id));
    return { status: 202, body: {} };
  },
  unlinkRichMenuIdFromUsers: (line, { body }) => {
    checkBody("RichMenuBulkUnlinkRequest", body);
    usersIn(body).forEach((id) => linkUser(line, id, null));
    return { status: 202, body: {} };
  },
} satisfies Record<string, Handler>;
