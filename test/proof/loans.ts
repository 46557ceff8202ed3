import type { Person as Phone } from "../../scripts/simulator/people/person";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { pause, say, tap } from "./desk";
import { judgeLoans } from "./judge-loans";
import { loans, seedLoans, type LoanPeople } from "./loan-people";
import { readBooks, type Books } from "./month/live-books";
import { check, type Check } from "./report";
import { ServerProcess } from "./server-process";
import { onStage, withDatabase, type Stage } from "./stage";

const port = 3397;

const approvedAmong = (requests: readonly { requestNo: string; state: string }[]): string[] =>
  requests.filter(({ state }) => state === "approved").map(({ requestNo }) => requestNo);
const paidOut = ({ entries }: Books): number => entries.filter(({ kind }) => kind === "loan.paid-out").length;

/**
 * Four loans on money for three: the server is killed as soon as the first of them is approved, and again as soon as the first payout is in the books,
 * while the others are on their way. What was promised stands, each loan is decided once and paid out once, and nothing is lost.
 */
export function killLoans(): Promise<Check[]> {
  return onStage(port, async (stage) => {
    const people = await withDatabase(stage, () => seedLoans(stage));
    const { treasurer, secretary, chair, vice } = people;
    const server = new ServerProcess({ ...stage.env, DATA_DIR: stage.folder }, port);
    try {
      await server.start();
      await asked([treasurer, secretary, chair], /^เห็นชอบ$/, loans.count);
      await tapAll([treasurer, secretary], /^เห็นชอบ$/);
      await tapAll([chair], /^เห็นชอบ$/);
      await cutAt(stage, server, ({ loanRequests }) => approvedAmong(loanRequests).length > 0);
      const promised = await withDatabase(stage, async () => approvedAmong(await LoanRequestModel.find().lean()));
      await server.start();
      const decided = await until(stage, ({ loanRequests }) => loanRequests.every(({ state }) => state !== "voting"));
      const granted = approvedAmong(decided.loanRequests);

      for (const requestNo of granted) await asksForPayout(treasurer, requestNo);
      await asked([chair, vice], /^ยืนยันจ่าย/, granted.length);
      await tapAll([chair, vice], /^ยืนยันจ่าย/);
      await cutAt(stage, server, (books) => paidOut(books) > 0);
      await server.start();
      await until(stage, (books) => paidOut(books) === granted.length);
      await stage.simulator.courier.idle();
      await server.worksOff();
      await pause(1_500); // The answers of what was worked off last go out.
      await server.stop();
      return [
        check(
          `killed as the first loan was approved: what was promised stands (${promised.length} of ${granted.length})`,
          promised.length > 0 && promised.every((requestNo) => granted.includes(requestNo)),
        ),
        ...(await withDatabase(stage, () => judgeLoans(stage.simulator, people))),
      ];
    } finally {
      await server.kill();
    }
  });
}

/** Waits until so many cards ask each of them. */
async function asked(phones: readonly Phone[], label: RegExp, count: number): Promise<void> {
  const isAsked = () => phones.every((phone) => buttonsOf(phone, label).length >= count);
  for (const end = Date.now() + 30_000; !isAsked(); await pause(20))
    if (Date.now() > end) throw new Error(`nobody was asked ${String(label)} ${count} times`);
}

/** Each taps that button on every card that has it, at the same moment; what LINE cannot deliver now it delivers again. */
async function tapAll(phones: readonly Phone[], label: RegExp): Promise<void> {
  const taps = phones.flatMap((phone) => buttonsOf(phone, label).map((data) => phone.taps(data)));
  await Promise.all(taps);
}

function buttonsOf(phone: Phone, label: RegExp): string[] {
  const found = phone.tappables().filter(({ action }) => label.test(String(action["label"])));
  return found.map(({ action }) => String(action["data"]));
}

async function asksForPayout(treasurer: LoanPeople["treasurer"], requestNo: string): Promise<void> {
  await say(treasurer, `จ่ายเงินกู้ ${requestNo}`, /เตรียมโอนจากธนาคาร/);
  await tap(treasurer, /^เตรียมโอนจากธนาคาร$/, /โอน/);
  await say(treasurer, "ธ.ก.ส. 0123456789", /ยืนยันขอจ่ายเงิน/);
  await tap(treasurer, /^ยืนยันขอจ่ายเงิน$/, /รอ/);
}

/** Kills the server as soon as the books say so. */
async function cutAt(stage: Stage, server: ServerProcess, isTime: (books: Books) => boolean): Promise<void> {
  await until(stage, isTime);
  await server.kill();
}

/** The books once they say so; waits for that at most a minute. */
async function until({ databaseFolder }: Stage, isTime: (books: Books) => boolean): Promise<Books> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const books = await readBooks(databaseFolder);
    if (books && isTime(books)) return books;
    await pause(25);
  }
  throw new Error("what was waited for does not come");
}
