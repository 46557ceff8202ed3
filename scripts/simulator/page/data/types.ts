import type { JsonObject } from "../../json";
import type { Settings } from "../../options";
import type { Bill } from "../../state/bill";
import type { ChatMessage } from "../../state/chats";
import type { LineUser } from "../../state/users";
import type { WebhookOutcome } from "../../webhooks/courier";
import type { GalleryCard } from "../../../cards/entry";

export type { JsonObject } from "../../json";
export type { Bill } from "../../state/bill";
export type { Change } from "../../state/change-feed";
export type { ChatMessage, SendMethod } from "../../state/chats";
export type { ApiCall, WebhookCall } from "../../state/traffic";
export type { WebhookOutcome } from "../../webhooks/courier";

/** A person as the control API shows them. */
export type Person = Omit<LineUser, "wroteAt"> & {
  wroteAt: string | null;
  richMenuId: string | null;
  loading: boolean;
};

/** A group chat as the control API shows it. */
export interface Group {
  id: string;
  name: string;
  members: string[];
  botPresent: boolean;
}

/** A rich menu as LINE keeps it, under its id. */
export interface RichMenu {
  richMenuId: string;
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: { bounds: { x: number; y: number; width: number; height: number }; action: JsonObject }[];
}

/** GET /simulator/chats/{id}. */
export interface Chat {
  chatId: string;
  messages: ChatMessage[];
  quickReplies: JsonObject[];
  loading: boolean;
  richMenu: RichMenu | null;
}

/** GET /simulator/state, what the page reads of it. */
export interface State {
  now: string;
  settings: Pick<Settings, "botName" | "botUserId" | "webhookUrl" | "liffId" | "liffEndpoint" | "publicBaseUrl">;
  users: Person[];
  groups: Group[];
  bill: Bill;
}

/** What a deed answers: what became of its webhook, or of several. */
export type Outcome = WebhookOutcome | WebhookOutcome[];

/** GET /gallery.json: each card and text with its examples, as JSON carries it. */
export type GalleryItem = GalleryCard;
