import type { Simulator } from "../../scripts/simulator/core";
import type { Person as Phone } from "../../scripts/simulator/people/person";
import { checkBooks } from "../../src/app/ledger/check-books";
import { receiptText } from "../../src/domain/ledger/receipt";
import { connectDatabase, disconnectDatabase } from "../../src/storage/connection";
import { InboxModel } from "../../src/storage/inbox";
import { EntryModel, type EntryRow } from "../../src/storage/journal";
import { OutboxModel } from "../../src/storage/outbox";
import type { Field } from "./field";
import { check, type Check } from "./report";
import type { Deposit } from "./treasurers";

/** What the books and the phones say after the work: against what the treasurers were told. */
export async function judge(
  { savers, simulator }: Field,
  uri: string,
  what: string,
  wanted: readonly Deposit[],
): Promise<Check[]> {
  await connectDatabase(uri);
  const books = await checkBooks();
  const entries = await EntryModel.find({ kind: "savings.deposit" }).lean<EntryRow[]>();
  const waiting = await InboxModel.countDocuments({ state: { $ne: "done" } });
  const unsent = new Set(
    (await OutboxModel.find({ state: { $in: ["waiting", "sending", "parked"] } }).lean()).map((row) => row.chatId),
  );
  await disconnectDatabase();

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
    check(`${what}, ${wanted.length} deposits confirmed, ${entries.length} in the books`, wanted.length > 0),
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
