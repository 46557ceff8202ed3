import { randomBytes } from "node:crypto";
import type { Config } from "../src/config";
import { firstTable } from "./demo/first-table";
import { demoPeople } from "./demo/people";
import { createLineClient } from "../src/line/client";
import { createSimulator, type Simulator } from "./simulator/core";
import { createLog, errorCode } from "../src/telemetry/log";
import { createPage } from "./simulator/page-server";
import { forgetMenus } from "../src/storage/persons";
import { giveMenus } from "./rich-menus/give-menus";
import { createMenuClient } from "./rich-menus/client";
import { publishMenus } from "./rich-menus/publish";

/** A running simulator with the demo village's phones in it. */
export interface Trial {
  origin: string;
  /** The channel as the server of this trial is configured for it. */
  line: Config["line"];
  /** Under which its pictures stand in messages. */
  publicBaseUrl: string;
  /** Sends webhooks to the server at that origin from now on, and opens its pages in the phones. */
  meet(serverOrigin: string): Promise<void>;
}

/** Starts the simulator on this machine alone; its channel is the configured one, or one made up for this run. */
export async function startTrial(
  config: Config,
  clock: { now: () => Date; moveClock: (byMs: number) => Promise<void> },
): Promise<Trial> {
  const channelSecret = config.line.channelSecrets[0] ?? randomBytes(16).toString("hex");
  const accessToken = config.line.accessToken ?? randomBytes(16).toString("hex");
  const log = createLog(config.logLevel);
  const people = demoPeople();
  const { users, groupChat } = firstTable(people);
  const suggested = [
    ...users.map((user) => ({ user, group: null })),
    ...groupChat.members.slice(0, 1).map((user) => ({ user, group: groupChat.id })),
  ];
  const simulator: Simulator = createSimulator({
    channelSecret,
    channelAccessToken: accessToken,
    ...clock,
    page: await createPage({ suggested, pagesAt: () => simulator.settings.liffEndpoint }),
    botName: "สัจจะ",
  });
  const { origin } = await simulator.start(config.simulatorPort);
  const line = {
    ...config.line,
    channelSecrets: [channelSecret],
    accessToken,
    apiBaseUrl: origin,
    dataApiBaseUrl: origin,
    loginChannelId: simulator.settings.loginChannelId,
    liffId: simulator.settings.liffId,
  };
  const ids = people.map(({ id }) => id);
  for (const person of people) simulator.addUser(person);
  simulator.addGroup(groupChat);
  return {
    origin,
    line,
    publicBaseUrl: simulator.settings.publicBaseUrl,
    async meet(serverOrigin) {
      simulator.set({ webhookUrl: `${serverOrigin}/webhook`, liffEndpoint: `${serverOrigin}/pages` });
      void simulator.group(groupChat.id).invitesBot();
      // Pictures take some seconds and nobody waits for them. A phone that this leaves out gets its menu with its next message.
      void publishMenus(createMenuClient(line))
        .then(forgetMenus)
        .then(() => giveMenus(createLineClient(line), ids))
        .catch((error: unknown) => log.warn({ code: errorCode(error) }, "the trial's rich menus were not published"));
    },
  };
}
