import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from "@jest/globals";
import { createSimulator, type Simulator, type SimulatorOptions } from "../../scripts/simulator/core";
import { validateMessages } from "../../scripts/simulator/limits/validate-messages";
import { readConfig } from "../../src/config";
import { instantOf, localDate, type LocalDate } from "../../src/domain/dates";
import type { Group } from "../../src/domain/groups/group";
import type { Office } from "../../src/domain/groups/offices";
import { account, accountKey, type AccountCode } from "../../src/domain/ledger/accounts";
import type { EntryKind } from "../../src/domain/ledger/journal-entry";
import type { LoanContract } from "../../src/domain/loans/contract";
import type { Member } from "../../src/domain/members/member";
import { createLineClient } from "../../src/line/client";
import { startSajja, type Sajja, type SajjaOptions } from "../../src/sajja";
import { AccountModel } from "../../src/storage/accounts";
import { DatabaseInfoModel, getDatabaseInfo } from "../../src/storage/database-info";
import { DeliveryModel } from "../../src/storage/deliveries";
import { NetworkModel, saveGroups } from "../../src/storage/groups";
import { InboxModel } from "../../src/storage/inbox";
import { EntryModel, type EntryRow } from "../../src/storage/journal";
import { MemberModel } from "../../src/storage/members";
import { OutboxModel, type OutboxRow } from "../../src/storage/outbox";
import type { Person } from "../../src/storage/persons";
import { createLog } from "../../src/telemetry/log";
import { buildGroup, buildMember, buildPerson, type MemberOverrides } from "./builders";
import { useDatabase } from "./database";
import { opensDay } from "./open-day";
import { Villager } from "./villager";

const channelSecret = "test-channel-secret";
const accessToken = "test-access-token";

/** What a person of the tests can be given. */
export interface VillagerOverrides extends MemberOverrides {
  /** Whether her phone opens her passbook; true unless told otherwise. */
  linked?: boolean;
  group?: Group;
  language?: Person["language"];
  /** Null: she has not agreed to the use of her data. */
  consent?: Person["consent"];
  /** The phone of somebody who is here already: one person in several groups. */
  phoneOf?: Villager;
}

/** The whole road for a test file: signed webhooks in, the simulator's LINE out, a group of its own for each test, and a clock. */
export class Village {
  simulator!: Simulator;
  sajja!: Sajja;
  group!: Group;
  /** Other processes on the same database; they stop after the test. */
  readonly others: Sajja[] = [];

  constructor(readonly today: LocalDate) {}

  /** Another live group. */
  addGroup(overrides: Partial<Group> = {}): Promise<Group> {
    return buildGroup({ today: this.today, ...overrides });
  }

  /** Changes facts of the group, as setup would. */
  async changeGroup(change: (group: Group) => void, group = this.group): Promise<void> {
    change(group);
    await saveGroups([group]);
  }

  /** Ends a member's link behind Sajja's back, as if another phone had taken the passbook. */
  async relink({ member }: Villager): Promise<void> {
    await MemberModel.updateOne({ _id: member.id }, { $inc: { "link.version": 1 }, $set: { "link.personId": null } });
  }

  /** A phone that is linked to nothing yet. */
  async stranger(name = "คนแปลกหน้า"): Promise<Villager> {
    return new Villager(this, this.simulator.addUser({ name }), null, null);
  }

  /** A member; with a linked phone unless told otherwise. */
  async member(overrides: VillagerOverrides = {}): Promise<Villager> {
    const { linked = true, group = this.group, language = "th", phoneOf, consent, ...facts } = overrides;
    const phone = phoneOf?.phone ?? this.simulator.addUser({ name: facts.name ?? "สมาชิก" });
    const person = phoneOf
      ? phoneOf.person
      : linked
        ? await buildPerson(phone.id, { language, ...(consent === undefined ? {} : { consent }) })
        : null;
    const member = await buildMember(group, { ...facts, ...(person ? { personId: person._id } : {}) });
    return new Villager(this, phone, member, person);
  }

  /** A linked officer of the executive committee, or of the committee named. */
  officer(
    position: Office["position"],
    overrides: VillagerOverrides & { committee?: Office["committee"] } = {},
  ): Promise<Villager> {
    const { committee = "executive", ...facts } = overrides;
    return this.member({ name: `${position} ทดลอง`, ...facts, office: { committee, position } });
  }

  /** A treasurer whose working day is open. */
  async treasurerOnWorkingDay(overrides: VillagerOverrides = {}): Promise<Villager> {
    const treasurer = await this.officer("treasurer", overrides);
    await opensDay(treasurer);
    return treasurer;
  }

  /** Another process on the same database, with lanes of its own. */
  async startAnother(): Promise<Sajja> {
    const other = await startSajja(optionsFor(this.simulator.origin));
    this.others.push(other);
    return other;
  }

  /** Another process takes the place of the one that stops. */
  async restart(): Promise<void> {
    await this.sajja.stop();
    this.sajja = await startSajja(optionsFor(this.simulator.origin));
    const at = `http://127.0.0.1:${this.sajja.port}`;
    this.simulator.set({ webhookUrl: `${at}/webhook`, liffEndpoint: `${at}/pages` });
  }

  /** Waits until the inbox is worked off and everything due is sent. */
  async settle(): Promise<void> {
    const running = [this.sajja, ...this.others];
    const deadline = Date.now() + 30_000;
    // What was woken comes to its end by itself; only what is left then is looked for.
    for (const { inbox, dispatcher } of running) {
      await inbox.drain();
      await dispatcher.drain();
    }
    while (await this.hasWork()) {
      if (Date.now() > deadline) throw new Error("Sajja does not come to rest");
      for (const { inbox, dispatcher } of running) {
        await inbox.poll();
        await inbox.drain();
        await dispatcher.poll();
        await dispatcher.drain();
      }
    }
  }

  /** Whether events wait, messages are due or deliveries unfinished; in the order in which work moves on. */
  private async hasWork(): Promise<boolean> {
    const due = { state: "waiting" as const, dueAt: { $ne: null, $lte: this.sajja.clock.now() } };
    return (
      (await InboxModel.exists({ state: "waiting" })) !== null ||
      (await OutboxModel.exists(due)) !== null ||
      (await DeliveryModel.exists({ state: { $ne: "done" } })) !== null
    );
  }

  /** Moves the people's clock to a day and time, until the test ends. */
  async moveTo(day: string, time = "08:00"): Promise<void> {
    await this.setOffset(instantOf(localDate(day), time).getTime() - Date.now());
  }

  /** Sets the clock's offset in milliseconds, and waits until every process follows it. */
  async setOffset(offsetMs: number): Promise<void> {
    await setOffset(offsetMs);
    const follows = ({ clock }: Sajja) => Math.abs(clock.now().getTime() - Date.now() - offsetMs) < 1_000;
    while (![this.sajja, ...this.others].every(follows)) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Entries of the group, in order, of a kind where one is given. */
  entries(kind?: EntryKind, group = this.group): Promise<EntryRow[]> {
    return EntryModel.find(kind ? { groupId: group.id, kind } : { groupId: group.id })
      .sort({ seq: 1 })
      .lean<EntryRow[]>();
  }

  /** Balance in satang of a group's account, or of a member's part of it. */
  async balance(code: AccountCode, member?: Member): Promise<number> {
    const key = accountKey({
      groupId: member?.groupId ?? this.group.id,
      code,
      ...(member ? { memberId: member.id } : {}),
    });
    return (await AccountModel.findById(key).lean())?.balance ?? 0;
  }

  /** Principal in satang that is still owed on a contract. */
  async owed({ groupId, memberId, contractNo }: LoanContract): Promise<number> {
    const key = accountKey({ groupId, code: account.loans, memberId, contractNo });
    return (await AccountModel.findById(key).lean())?.balance ?? 0;
  }

  /** How many calls pushed something to a phone in this test, to it alone or to others too. */
  pushesTo(phone: Villager): number {
    const isTo = (body: unknown) => [(body as { to?: unknown } | null)?.to].flat().includes(phone.lineUserId);
    return this.simulator.calls().filter(({ requestBody }) => isTo(requestBody)).length;
  }

  /** Outbox rows to a phone, oldest first. */
  outboxOf(phone: Villager): Promise<OutboxRow[]> {
    return OutboxModel.find({ chatId: phone.lineUserId }).sort({ createdAt: 1 }).lean<OutboxRow[]>();
  }
}

async function setOffset(clockOffsetMs: number): Promise<void> {
  await getDatabaseInfo();
  await DatabaseInfoModel.updateOne({ _id: "database" }, { $set: { clockOffsetMs } });
}

function optionsFor(origin: string): SajjaOptions {
  const config = readConfig({
    PORT: "0",
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: accessToken,
    PUBLIC_BASE_URL: "https://sajja.test",
    LINE_API_BASE_URL: origin,
    LINE_DATA_API_BASE_URL: origin,
    LINE_LOGIN_CHANNEL_ID: "1000000001",
    LIFF_ID: "1000000001-Simul8or",
    SAJJA_DATA_KEY: "5".repeat(64),
    SAJJA_SIMULATOR: "on",
    SAJJA_ROLES: "web,worker",
    LOG_LEVEL: process.env["TEST_LOG"] ?? "silent",
  });
  const line = createLineClient(config.line, 3_000);
  return {
    config,
    line,
    log: createLog(config.logLevel),
    pollMs: 1_000,
    leaseMs: 10_000,
    renewMs: 2_000,
    clockMs: 50,
  };
}

/** How a village of the tests begins. */
export interface VillageOptions {
  today?: string;
  time?: string;
  /** Makes the page that the simulator serves, and the folder of those that phones open in themselves; none unless told. */
  page?: (pagesAt: () => string) => Promise<NonNullable<SimulatorOptions["page"]>>;
  pagesFolder?: () => Promise<string>;
}

/** Sets up a village for the tests of a file. After each test it fails unless the books balance and LINE got nothing unexpected. */
export function useVillage({ today = "2026-03-01", time = "09:30", page, pagesFolder }: VillageOptions = {}): Village {
  jest.setTimeout(30_000);
  const village = new Village(localDate(today));
  const offset = () => instantOf(village.today, time).getTime() - started;
  let started = 0;
  // Hooks of one kind run in the order in which they are named: the database goes last.
  afterAll(async () => {
    await village.sajja.stop();
    await village.simulator.stop();
    await setOffset(0);
  });
  useDatabase();
  beforeAll(async () => {
    started = Date.now();
    await setOffset(offset());
    village.simulator = createSimulator({
      channelSecret,
      channelAccessToken: accessToken,
      now: () => new Date(Date.now() + (village.sajja ? village.sajja.clock.now().getTime() - Date.now() : offset())),
      moveClock: (byMs) => village.setOffset(village.sajja.clock.now().getTime() - Date.now() + byMs),
      ...(page ? { page: await page(() => village.simulator.settings.liffEndpoint) } : {}),
      quota: { type: "none" },
    });
    const { origin } = await village.simulator.start();
    village.sajja = await startSajja({
      ...optionsFor(origin),
      ...(pagesFolder ? { pagesFolder: await pagesFolder() } : {}),
    });
    const at = `http://127.0.0.1:${village.sajja.port}`;
    village.simulator.set({ webhookUrl: `${at}/webhook`, liffEndpoint: `${at}/pages` });
  });
  beforeEach(async () => {
    // Groups of earlier tests are no part of this one's network: their books were checked when they ended.
    await NetworkModel.updateOne({ _id: "network" }, { $set: { groupIds: [] } });
    village.group = await village.addGroup();
  });
  afterEach(async () => {
    await village.settle();
    for (const other of village.others.splice(0)) await other.stop();
    for (const call of village.simulator.calls()) {
      const { messages } = (call.requestBody ?? {}) as { messages?: unknown[] };
      if (messages && call.status === 200) expect(validateMessages("reply", messages)).toEqual([]);
    }
    // A menu that was never published is asked for and missed; nothing else is refused.
    const refused = village.simulator.refusedCalls().filter(({ operation }) => operation !== "getRichMenuAlias");
    expect(refused.map(({ path, status, responseBody }) => ({ path, status, responseBody }))).toEqual([]);
    village.simulator.clearTraffic();
    village.simulator.clearFaults();
    village.simulator.setQuota({ type: "none" });
    await village.setOffset(offset());
  });
  return village;
}
