import { messagingApi } from "@line/bot-sdk";

/** What publishing needs of LINE. Each call throws what the SDK throws: HTTPFetchError for a refusal, TypeError without an answer. */
export interface MenuClient {
  menus(): Promise<{ richMenuId: string; name: string }[]>;
  aliases(): Promise<{ richMenuAliasId: string; richMenuId: string }[]>;
  validate(menu: messagingApi.RichMenuRequest): Promise<void>;
  create(menu: messagingApi.RichMenuRequest): Promise<string>;
  setPicture(richMenuId: string, png: Buffer): Promise<void>;
  createAlias(alias: string, richMenuId: string): Promise<void>;
  moveAlias(alias: string, richMenuId: string): Promise<void>;
  remove(richMenuId: string): Promise<void>;
}

/** Where LINE, or what stands in for it, listens; as in the configuration. */
export interface LineAddress {
  accessToken: string | null;
  apiBaseUrl: string;
  dataApiBaseUrl: string;
}

/** The rich menu calls of LINE's Messaging API. */
export function createMenuClient({ accessToken, apiBaseUrl, dataApiBaseUrl }: LineAddress): MenuClient {
  const channelAccessToken = accessToken ?? "";
  const api = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  const data = new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: dataApiBaseUrl });
  return {
    menus: async () => (await api.getRichMenuList()).richmenus,
    aliases: async () => (await api.getRichMenuAliasList()).aliases,
    validate: async (menu) => void (await api.validateRichMenuObject(menu)),
    create: async (menu) => (await api.createRichMenu(menu)).richMenuId,
    setPicture: async (richMenuId, png) =>
      void (await data.setRichMenuImage(richMenuId, new Blob([new Uint8Array(png)], { type: "image/png" }))),
    createAlias: async (richMenuAliasId, richMenuId) =>
      void (await api.createRichMenuAlias({ richMenuAliasId, richMenuId })),
    moveAlias: async (alias, richMenuId) => void (await api.updateRichMenuAlias(alias, { richMenuId })),
    remove: async (richMenuId) => void (await api.deleteRichMenu(richMenuId)),
  };
}
