import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "../../scripts/simulator/core";
import type { Person as Phone } from "../../scripts/simulator/people/person";
import { checkBooks } from "../../src/app/ledger/check-books";
import { localDateOf } from "../../src/domain/dates";
import { receiptText } from "../../src/domain/ledger/receipt";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { InboxModel } from "../../src/storage/inbox";
import { EntryModel, type EntryRow } from "../../src/storage/journal";
import { OutboxModel } from "../../src/storage/outbox";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { refusalOf } from "../support/refusals";
import { check, type Check } from "./report";
import { ServerProcess } from "./server-process";

const secret = "proof-channel-secret";
const token = "proof-access-token";
const treasurers = 3;
const members = 12;
const port = 3391;

interface Deposit {
  memberNo: string;
  baht: number;
}

/**
 * Deposits and questions come in while the server and its database are killed again and again. Nothing may be lost or doubled, the
 * books balance, and every receipt reaches its member, marked as a copy where it comes twice.
 */
export async function killSajja(kills: number): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-proof-"));
  const simulator = createSimulator({
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    quota: { type: "none" },
    redelivery: { enabled: true, delaysMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000] },
  });
  const { origin } = await simulator.start();
  const phones = await seed(folder, simulator);
  const server = new ServerProcess(
    {
      DATA_DIR: folder,
      LINE_CHANNEL_SECRET: secret,
      LINE_CHANNEL_ACCESS_TOKEN: token,
      LINE_API_BASE_URL: origin,
      LINE_DATA_API_BASE_URL: origin,
      SAJJA_SIMULATOR: "off",
      SAJJA_DATA_KEY: "0".repeat(64),
      LOG_LEVEL: "error",
    },
    port,
  );
  try {
    return await run(kills, server, simulator, phones, folder);
  } finally {
    await server.kill();
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seed(folder: string, simulator: Simulator): Promise<{ officers: Phone[]; savers: Phone[] }> {
  const database = await startEmbedded({ mode: "durable", dataDir: join(folder, "database") });
  await connectDatabase(database.uri);
  await ensureIndexes();
  const group = await buildGroup({ today: localDateOf(new Date()) });
  const officers: Phone[] = [];
  for (let i = 1; i <= treasurers; i++) {
    const phone = simulator.addUser({ name: `เหรัญญิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, {
      memberNo: `00${i}`,
      personId: person._id,
      office: { committee: "executive", position: "treasurer" },
    });
    officers.push(phone);
  }
  const savers: Phone[] = [];
  for (let i = 1; i <= members; i++) {
    const phone = simulator.addUser({ name: `สมาชิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, { memberNo: String(100 + i), personId: person._id });
    savers.push(phone);
  }
  await disconnectDatabase();
  await database.stop();
  return { officers, savers };
}

async function run(
  kills: number,
  server: ServerProcess,
  simulator: Simulator,
  { officers, savers }: { officers: Phone[]; savers: Phone[] },
  folder: string,
): Promise<Check[]> {
  await server.start();
  const [first] = officers;
  if (!first) throw new Error("there are officers");
  await tapUntil(first, "เปิดวันทำการ", /^ยืนยันเปิด/, /ทำการแล้ว/);
  const wanted: Deposit[] = [];
  let stopped = false;
  const work = [
    ...officers.map((officer, at) => recordDeposits(officer, at, wanted, () => stopped)),
    ...savers.map((saver) => askNowAndThen(saver, () => stopped)),
  ];
  for (let i = 0; i < kills; i++) {
    await pause(800 + Math.random() * 2_500);
    await server.kill();
    await server.start();
  }
  stopped = true;
  await Promise.all(work);
  await simulator.courier.idle();
  for (let round = 0; round < 2; round++) {
    for (const saver of savers) await saver.says("ยอดเงิน");
    await server.worksOff();
    await pause(3_000); // The answers of what was worked off last go out.
  }
  await server.stop();
  return judge(kills, folder, wanted, savers, simulator);
}

/** One treasurer's desk: a line, the card, the confirmation; tapped again when no receipt comes, as people do. */
async function recordDeposits(officer: Phone, at: number, wanted: Deposit[], stopped: () => boolean): Promise<void> {
  for (let n = 0; !stopped(); n++) {
    // No two deposits are alike, so that each can be found again.
    const deposit = { memberNo: String(101 + ((n + at * 4) % members)), baht: 100 + n * treasurers + at };
    // The copy of an earlier receipt may ride on this card: only the receipt of this very sum is the answer.
    const sum = `${deposit.baht.toLocaleString("en-US")} บาท`;
    await tapUntil(
      officer,
      `รับ ${deposit.memberNo} สัจจะ ${deposit.baht}`,
      new RegExp(`^ยืนยันรับ ${sum}$`),
      new RegExp(`"text":"${sum}".*รหัสตรวจ`),
    );
    wanted.push(deposit);
  }
}

async function askNowAndThen(saver: Phone, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    await saver.says("ยอดเงิน").catch(() => undefined);
    await pause(500 + Math.random() * 2_000);
  }
}

/** Says the words until their card is there, and taps its button until the answer is; says them again when told that the card is void. */
async function tapUntil(phone: Phone, words: string, button: RegExp, answer: RegExp): Promise<void> {
  const from = phone.messages().length;
  const newTexts = () =>
    phone
      .messages()
      .slice(from)
      .filter((message) => message.from === "bot")
      .map((message) => JSON.stringify(message.content));
  const isCard = (text: string) => /"label":"ยืนยัน/.test(text);
  const hasAnswer = () => newTexts().some((text) => answer.test(text) && !isCard(text));
  // A line that came late makes a newer card, and that card may be lost with its process: then the one on the phone is void.
  const hasCard = () =>
    phone.tappables().some(({ action }) => button.test(String(action["label"]))) &&
    newTexts().findLastIndex(isCard) > newTexts().findLastIndex((text) => cardIsVoid.test(text));
  for (let tries = 0; !hasAnswer(); tries++) {
    if (tries > 80)
      throw new Error(`no answer to ${words} of ${phone.id}, who reads: ${newTexts().slice(-3).join("\n")}`);
    if (hasCard()) {
      await phone.tapsButton(button);
      await waitFor(() => hasAnswer() || !hasCard(), 6_000);
    } else {
      await phone.says(words);
      await waitFor(hasCard, 6_000);
    }
  }
}

const cardIsVoid = refusalOf("card.outdated");

async function waitFor(done: () => boolean, ms: number): Promise<void> {
  for (const until = Date.now() + ms; !done() && Date.now() < until;) await pause(50);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function judge(
  kills: number,
  folder: string,
  wanted: Deposit[],
  savers: Phone[],
  simulator: Simulator,
): Promise<Check[]> {
  const database = await startEmbedded({ mode: "durable", dataDir: join(folder, "database") });
  await connectDatabase(database.uri);
  const books = await checkBooks();
  const entries = await EntryModel.find({ kind: "savings.deposit" }).lean<EntryRow[]>();
  const waiting = await InboxModel.countDocuments({ state: { $ne: "done" } });
  const unsent = new Set(
    (await OutboxModel.find({ state: { $in: ["waiting", "sending", "parked"] } }).lean()).map((row) => row.chatId),
  );
  await disconnectDatabase();
  await database.stop();

  const times = new Map<string, number>();
  for (const { postings } of entries) {
    const saved = postings.find((posting) => posting.memberId);
    const key = `${saved?.memberId?.split(":")[1]}:${(saved?.amount ?? 0) / 100}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const lost = wanted.filter(({ memberNo, baht }) => !times.has(`${memberNo}:${baht}`));
  const doubled = [...times.values()].filter((count) => count > 1).length;
  const { missing, unmarked } = receiptsSeen(entries, savers, simulator, unsent);
  return [
    check(
      `killed ${kills} times, ${wanted.length} deposits confirmed, ${entries.length} in the books`,
      wanted.length > 0,
    ),
    check("no confirmed deposit is lost", lost.length === 0, `${lost.length} lost`),
    check("no deposit is doubled", doubled === 0, `${doubled} doubled`),
    check("the books balance", books.balanced, books.problems.map((problem) => problem.problem).join("; ")),
    check("no event is stuck", waiting === 0, `${waiting} stuck`),
    check("every receipt reached its member or waits for her", missing === 0, `${missing} missing`),
    check("a receipt that came twice is marked as a copy", unmarked === 0, `${unmarked} unmarked`),
  ];
}

function receiptsSeen(
  entries: EntryRow[],
  savers: Phone[],
  simulator: Simulator,
  unsent: Set<string>,
): { missing: number; unmarked: number } {
  let [missing, unmarked] = [0, 0];
  for (const entry of entries) {
    const memberNo = entry.memberIds[0]?.split(":")[1];
    const saver = savers[Number(memberNo) - 101];
    if (!saver || !entry.receipt) continue;
    const number = receiptText(entry.receipt);
    const cards = simulator
      .messagesOf(saver.id)
      .filter((message) => message.from === "bot")
      .map((message) => JSON.stringify(message.content))
      .filter((card) => card.includes(number) && card.includes("รหัสตรวจ"));
    if (cards.length === 0 && !unsent.has(saver.id)) missing++;
    if (cards.filter((card) => !card.includes("สำเนาใบเสร็จเดิม")).length > 1) unmarked++;
  }
  return { missing, unmarked };
}
