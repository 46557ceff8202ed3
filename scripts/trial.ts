import { randomBytes } from "node:crypto";
import type { Config } from "../src/config";
import { firstTable } from "./demo/first-table";
import { demoPeople } from "./demo/people";
import { createLineClient } from "../src/line/client";
import { createSimulator } from "./simulator/core";
import { createPage } from "./simulator/page-server";
import { forgetMenus } from "../src/storage/persons";
import { giveMenus } from "./rich-menus/give-menus";
import { publishToSimulator } from "./rich-menus/publish-to-simulator";

/** A running simulator with the demo village's phones in it. */
export interface Trial {
  origin: string;
  channelSecret: string;
  accessToken: string;
  /** Sends webhooks there from now on. */
  meet(webhookUrl: string): Promise<void>;
}

/** Starts the simulator on this machine alone; its channel is the configured one, or one made up for this run. */
export async function startTrial(
  config: Config,
  clock: { now: () => Date; moveClock: (byMs: number) => Promise<void> },
): Promise<Trial> {
  const channelSecret = config.line.channelSecrets[0] ?? randomBytes(16).toString("hex");
  const accessToken = config.line.accessToken ?? randomBytes(16).toString("hex");
  const people = demoPeople();
  const { users, groupChat } = firstTable(people);
  const suggested = [
    ...users.map((user) => ({ user, group: null })),
    ...groupChat.members.slice(0, 1).map((user) => ({ user, group: groupChat.id })),
  ];
  const simulator = createSimulator({
    channelSecret,
    channelAccessToken: accessToken,
    ...clock,
    page: await createPage({ suggested }),
    botName: "สัจจะ",
  });
  const ids = people.map(({ id }) => id);
  const { origin } = await simulator.start(config.simulatorPort);
  for (const person of people) simulator.addUser(person);
  simulator.addGroup(groupChat);
  return {
    origin,
    channelSecret,
    accessToken,
    async meet(webhookUrl) {
      simulator.set({ webhookUrl });
      void simulator.group(groupChat.id).invitesBot();
      const line = createLineClient({ ...config.line, accessToken, apiBaseUrl: origin, dataApiBaseUrl: origin });
      // Pictures take some seconds and nobody waits for them. A phone that this leaves out gets its menu with its next message.
      void publishToSimulator(origin, accessToken)
        .then(forgetMenus)
        .then(() => giveMenus(line, ids))
        .catch(() => undefined);
    },
  };
}
