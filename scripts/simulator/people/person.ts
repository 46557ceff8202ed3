import { isObject, objectsOf } from "../json";
import type { IdTokenClaims } from "../state/id-tokens";
import type { RichMenu } from "../state/rich-menus";
import type { LineUser } from "../state/users";
import type { WebhookOutcome } from "../webhooks/courier";
import { Phone } from "./phone";

/** A person in the one-to-one chat with the account. */
export class Person extends Phone {
  /** The person's account on LINE. */
  get user(): Readonly<LineUser> {
    return this.line.users.get(this.id);
  }

  /** Adds the account as a friend (again, after blocking it). */
  follows(): Promise<WebhookOutcome> {
    const isUnblocked = this.user.blocked;
    this.line.users.change(this.id, { friend: true, blocked: false });
    return this.emit("follow", { follow: { isUnblocked } });
  }

  /** Blocks the account; its messages no longer arrive. */
  blocks(): Promise<WebhookOutcome> {
    this.line.users.change(this.id, { blocked: true });
    return this.emit("unfollow", {});
  }

  /** The rich menu under the chat; null when there is none. */
  richMenu(): RichMenu | null {
    return this.line.richMenus.shownTo(this.id);
  }

  /** Taps an area of the rich menu, by number from 0 or by its label. Throws when there is no such area. */
  tapsMenu(area: number | string, pick?: string): Promise<WebhookOutcome> {
    const areas = objectsOf(this.richMenu()?.menu["areas"]);
    const actions = areas.map((one) => (isObject(one["action"]) ? one["action"] : {}));
    const action = typeof area === "number" ? actions[area] : actions.find((one) => one["label"] === area);
    if (!action)
      throw new Error(`no area ${area} in the rich menu: ${actions.map((a) => String(a["label"])).join(", ")}`);
    return this.performs(action, pick);
  }

  /** An ID token as a page opened in LINE gets it. */
  idToken(claims?: IdTokenClaims): string {
    return this.line.idTokens.issue(this.user, claims);
  }

  /** True while the loading animation shows. */
  seesLoading(): boolean {
    return this.line.chats.isLoading(this.id, this.line.clock.elapsed());
  }

  /** Changes name, language and the like. */
  changes(change: Partial<Omit<LineUser, "id">>): void {
    this.line.users.change(this.id, change);
  }
}
