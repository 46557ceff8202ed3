import { createClock, type SimulatorClock } from "./clock";
import { settingsOf, type Settings, type SimulatorOptions } from "./options";
import { Billing } from "./state/bill";
import { ChangeFeed } from "./state/change-feed";
import { Chats } from "./state/chats";
import { Contents } from "./state/contents";
import { Faults } from "./state/faults";
import { Groups } from "./state/groups";
import { IdTokens } from "./state/id-tokens";
import { RateLimits } from "./state/rate-limits";
import { ReplyTokens } from "./state/reply-tokens";
import { RetryKeys } from "./state/retry-keys";
import { RichMenus } from "./state/rich-menus";
import { Traffic } from "./state/traffic";
import { Users } from "./state/users";
import { Courier } from "./webhooks/courier";

/** Everything that LINE knows about one Official Account, in memory. */
export interface Line {
  readonly settings: Settings;
  readonly clock: SimulatorClock;
  readonly feed: ChangeFeed;
  readonly users: Users;
  readonly groups: Groups;
  readonly chats: Chats;
  readonly contents: Contents;
  readonly replyTokens: ReplyTokens;
  readonly retryKeys: RetryKeys;
  readonly rateLimits: RateLimits;
  readonly billing: Billing;
  readonly richMenus: RichMenus;
  readonly idTokens: IdTokens;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly courier: Courier;
}

/** An empty LINE: one Official Account, nobody on it yet. */
export function createLine(options: SimulatorOptions): Line {
  const settings = settingsOf(options);
  const clock = createClock(options);
  const feed = new ChangeFeed();
  const replyTokens = new ReplyTokens(clock.elapsed, settings);
  const traffic = new Traffic(feed, settings.logLimit);
  return {
    settings,
    clock,
    feed,
    users: new Users(feed, clock.now),
    groups: new Groups(feed),
    chats: new Chats(feed, clock.now),
    contents: new Contents(),
    replyTokens,
    retryKeys: new RetryKeys(clock.elapsed, settings),
    rateLimits: new RateLimits(clock.elapsed, settings),
    billing: new Billing(feed, clock.now, settings),
    richMenus: new RichMenus(feed),
    idTokens: new IdTokens(clock.now, settings.loginChannelId),
    faults: new Faults(feed),
    traffic,
    courier: new Courier({ settings, clock, replyTokens, traffic }),
  };
}
