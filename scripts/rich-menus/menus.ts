import type { messagingApi } from "@line/bot-sdk";
import { languages, translator, type Language } from "../../src/i18n/index";
import { menuFaces, richMenuAlias, type MenuFace } from "../../src/line/rich-menus";
import type { CommandName } from "../../src/understanding/commands";
import type { IconName } from "./icons";

/** A rectangle on the picture, in its pixels. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The areas of the network's life, by which a tile's icon is coloured. */
export type Area = "savings" | "loans" | "welfare" | "meetings" | "network" | "plain";

/** One tile: what it says, and the command that it asks. It has no effect by itself. */
export interface Tile {
  label: string;
  data: `menu:${CommandName}`;
  icon: IconName;
  area: Area;
  bounds: Bounds;
}

/** One tab above the tiles, for a person of several roles. */
export interface Tab {
  label: string;
  alias: string;
  open: boolean;
  bounds: Bounds;
}

/** Everything about one rich menu: who has it, what it shows, where its areas are. */
export interface RichMenuSpec {
  alias: string;
  language: Language;
  chatBarText: string;
  tabs: Tab[];
  tiles: Tile[];
}

/** Width and height of every picture; LINE wants at least 1.45 times as wide as high. */
export const menuSize = { width: 2500, height: 1686 } as const;
const tabHeight = 200;
const columns = 3;

type Draft = readonly [key: string, command: CommandName, icon: IconName, area: Area];
const drafts = {
  member: [
    ["balance", "savings.balance", "savings", "savings"],
    ["transfer", "transfer.notice", "transfer", "savings"],
    ["loans", "loan.home", "loan", "loans"],
    ["welfare", "welfare.info", "welfare", "welfare"],
    ["nextDay", "meeting.next", "calendar", "meetings"],
    ["talk", "person.talk", "talk", "plain"],
  ],
  committee: [
    ["decide", "waiting", "decide", "loans"],
    ["day", "day.status", "day", "savings"],
    ["members", "members.find", "members", "network"],
    ["reports", "reports", "reports", "savings"],
    ["nextDay", "meeting.next", "calendar", "meetings"],
    ["talk", "person.talk", "talk", "plain"],
  ],
  coordinator: [
    ["announce", "broadcast.info", "announce", "network"],
    ["groups", "groups.info", "groups", "network"],
    ["reports", "reports", "reports", "savings"],
    ["knowledge", "knowledge.info", "knowledge", "meetings"],
    ["nextDay", "meeting.next", "calendar", "meetings"],
    ["talk", "person.talk", "talk", "plain"],
  ],
} as const satisfies Record<MenuFace, readonly Draft[]>;

// Officers and coordinators are members too, so tabs begin with the member's own.
const roleSets: readonly (readonly MenuFace[])[] = [
  ...menuFaces.map((face) => [face]),
  ["member", "committee"],
  ["member", "coordinator"],
  ["member", "committee", "coordinator"],
];

/** Every rich menu: each language, each face alone, and each face under the tabs of a person of several roles. */
export function richMenus(): RichMenuSpec[] {
  return languages.flatMap((language) =>
    roleSets.flatMap((roles) => roles.map((face) => menuOf(roles, face, language))),
  );
}

function menuOf(roles: readonly MenuFace[], face: MenuFace, language: Language): RichMenuSpec {
  const t = translator(language);
  const top = roles.length > 1 ? tabHeight : 0;
  return {
    alias: richMenuAlias(roles, language, face),
    language,
    chatBarText: t("menu.chatBar"),
    tabs: top === 0 ? [] : tabsOf(roles, face, language),
    tiles: drafts[face].map(([key, command, icon, area], index) => ({
      label: t(`menu.${face}.${key}` as "menu.member.balance"),
      data: `menu:${command}`,
      icon,
      area,
      bounds: tileBounds(index, top),
    })),
  };
}

function tabsOf(roles: readonly MenuFace[], open: MenuFace, language: Language): Tab[] {
  const t = translator(language);
  return roles.map((face, index) => ({
    label: t(`menu.tabs.${face}`),
    alias: richMenuAlias(roles, language, face),
    open: face === open,
    bounds: { ...slice(menuSize.width, roles.length, index), y: 0, height: tabHeight },
  }));
}

function tileBounds(index: number, top: number): Bounds {
  const across = slice(menuSize.width, columns, index % columns);
  const down = slice(menuSize.height - top, 2, Math.floor(index / columns));
  return { ...across, y: top + down.x, height: down.width };
}

/** One of `parts` neighbouring pieces of a length in whole pixels, none left over. */
function slice(length: number, parts: number, index: number): { x: number; width: number } {
  const edge = (at: number): number => Math.round((length * at) / parts);
  return { x: edge(index), width: edge(index + 1) - edge(index) };
}

/** The menu as LINE takes it, under the given name. */
export function richMenuRequest(spec: RichMenuSpec, name: string): messagingApi.RichMenuRequest {
  const tabs = spec.tabs.map(({ label, alias, bounds }): messagingApi.RichMenuArea => ({
    bounds,
    action: { type: "richmenuswitch", label, richMenuAliasId: alias, data: `tab:${alias}` },
  }));
  const tiles = spec.tiles.map(({ label, data, bounds }): messagingApi.RichMenuArea => ({
    bounds,
    action: { type: "postback", label, data, displayText: label },
  }));
  return { size: menuSize, selected: true, name, chatBarText: spec.chatBarText, areas: [...tabs, ...tiles] };
}
