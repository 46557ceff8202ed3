import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../json";
import { isPickerValue } from "../limits/date-picker";
import type { WebhookOutcome } from "../webhooks/courier";
import { makeEvent } from "../webhooks/events";
import { tappables, type Tappable } from "./actions-in";
import { notSent, Speaker } from "./speaker";

/** How a tap differs from the plain one. */
export interface Tap {
  /** What the bubble says that the tap leaves in the chat. */
  displayText?: string;
  /** What was picked: `{ date }`, `{ time }`, `{ datetime }`. */
  params?: Record<string, string>;
  /** In a group chat: LINE leaves the user's id out. */
  anonymous?: boolean;
}

/** These leave the quick replies in place until something is really sent. */
const opensSomething = new Set(["camera", "cameraRoll", "location"]);

/** One person in one chat, who also taps what is shown there. */
export class Phone extends Speaker {
  /** Sends a postback with that data, whether or not a button on the screen carries it. */
  async taps(data: string, tap: Tap = {}): Promise<WebhookOutcome> {
    this.assertMayWrite();
    const postback = { data, ...(tap.params ? { params: tap.params } : {}) };
    const event = makeEvent(this.line, "postback", this.source(tap.anonymous), { postback });
    if (tap.displayText !== undefined) {
      this.shows({ type: "text", text: tap.displayText }, String(event["webhookEventId"]));
    }
    return this.reachesBot() ? this.line.courier.send(event) : notSent;
  }

  /** Everything that can be tapped in this chat now. */
  tappables(): Tappable[] {
    return tappables(this.messages(), this.line.chats.quickReplies(this.chatId));
  }

  /** The quick replies on the screen now. */
  quickReplies(): JsonObject[] {
    return this.line.chats.quickReplies(this.chatId);
  }

  /**
   * Taps the newest button or quick reply with that label. `pick` is what is chosen in a date or time picker. Throws, naming
   * the labels on the screen, when there is none.
   */
  tapsButton(label: string | RegExp, pick?: string): Promise<WebhookOutcome> {
    const all = this.tappables();
    const matches = (text: string): boolean => (typeof label === "string" ? text === label : label.test(text));
    const found = all.find(({ action }) => matches(String(action["label"] ?? "")));
    if (!found)
      throw new Error(`no button ${String(label)} among: ${all.map((t) => String(t.action["label"])).join(", ")}`);
    return this.performs(found.action, pick);
  }

  /** Does what a phone does when this action is tapped. Opening a page or copying sends nothing. */
  async performs(action: JsonObject, pick?: string): Promise<WebhookOutcome> {
    this.leaveQuickReplies(action);
    const text = (key: string): string => String(action[key] ?? "");
    switch (action["type"]) {
      case "message":
        return this.says(text("text"));
      case "postback":
        if (action["text"] !== undefined) await this.says(text("text"));
        return this.taps(text("data"), action["displayText"] === undefined ? {} : { displayText: text("displayText") });
      case "datetimepicker": {
        const mode = text("mode");
        const value = pick ?? text("initial");
        if (!isPickerValue(mode, value)) throw new Error(`"${value}" cannot be picked as ${mode}`);
        return this.taps(text("data"), { params: { [mode]: value } });
      }
      case "richmenuswitch": {
        const newRichMenuAliasId = text("richMenuAliasId");
        const status = this.line.richMenus.switchTo(this.id, newRichMenuAliasId);
        return this.taps(text("data"), { params: { newRichMenuAliasId, status } });
      }
      default:
        return notSent;
    }
  }

  private leaveQuickReplies(action: JsonObject): void {
    const last = this.messages().at(-1);
    if (!last || !isObject(last.content["quickReply"]) || opensSomething.has(String(action["type"]))) return;
    if (!this.quickReplies().some((item) => isDeepStrictEqual(item["action"], action))) return;
    last.quickReplyUsed = true;
    this.line.chats.touch(last);
  }
}
