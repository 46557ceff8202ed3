import { instantOf, localTimeOf, type LocalDate } from "../../src/domain/dates";
import { memberId, type MemberId } from "../../src/domain/ids";
import { account } from "../../src/domain/ledger/accounts";
import { saltedHash, type JournalEntry } from "../../src/domain/ledger/chain";
import { seal } from "../../src/domain/ledger/head";
import { credit, debit, type EntryActor, type EntryDraft } from "../../src/domain/ledger/journal-entry";
import { reversalOf } from "../../src/domain/ledger/reversal";
import { dayTurn, withNextDay, type NextDay } from "../../src/domain/ledger/turn-day";
import { baht, sum, zero, type Satang } from "../../src/domain/money";
import type { Books } from "../../src/domain/setup/books";
import type { DemoPart } from "./demo-plan";
import { demoLineUserId, demoPersonId } from "./people";
import { motherNo, type DemoMember } from "./roster";

const minuteMs = 60_000;

/** Books of a demo group while its year is told: entries are sealed one after another, in memory. */
class Year {
  constructor(
    readonly books: Books,
    private readonly part: DemoPart,
  ) {}

  /** Seals one entry at the end of the chain. */
  post(draft: EntryDraft): JournalEntry {
    const { entry, head } = seal(this.books.head, draft);
    this.books.entries.push(entry);
    this.books.head = head;
    return entry;
  }

  /** Ends the open day and begins the next. */
  turn(next: NextDay): void {
    const by = this.officer("002", "executive.treasurer");
    this.post(dayTurn(this.books.head, next, by, next.openedAt));
    const { seq, hash } = this.books.head;
    const open = this.books.days.at(-1);
    if (open) open.closing = { at: next.openedAt, by: by.memberId, head: { seq, hash } };
    this.books.head = withNextDay(this.books.head, next);
    this.books.days.push({ ...this.books.head.day, openedBy: by.memberId, closing: null });
  }

  /** How an officer stands in an entry. */
  officer(memberNo: string, position: string): EntryActor {
    const id = this.memberId(memberNo);
    return { personId: demoPersonId(id), memberId: id, position };
  }

  memberId(memberNo: string): MemberId {
    return memberId(this.part.plan.id, memberNo);
  }
}

/** Tells the year of a group from its opened books on: who linked LINE, and twelve working days with their deposits. */
export function tellYear(books: Books, part: DemoPart): void {
  const year = new Year(books, part);
  linkPhones(year, part);
  if (part.group.isTheLargest) recordHelper(year, part);
  const missed = new Map<string, number>();
  part.days.forEach((on, index) => tellDay(year, part, on, missed, index === part.days.length - 2));
}

function linkPhones(year: Year, { people }: DemoPart): void {
  const { group, members, head } = year.books;
  const at = new Date(head.day.openedAt.getTime() + 30 * minuteMs);
  for (const person of people.filter(({ phone }) => phone === "linked")) {
    const id = year.memberId(person.memberNo);
    const member = members.find((candidate) => candidate.id === id);
    if (!member) continue;
    member.link = { personId: demoPersonId(id), version: 1, linkedAt: at, decidesFrom: null };
    year.post({
      ...quiet(at, head.day.on),
      idempotencyKey: `link.made:${id}:1`,
      kind: "link.made",
      actor: { personId: demoPersonId(id), memberId: id, position: "member" },
      record: {
        memberNo: person.memberNo,
        version: 1,
        line: saltedHash(group.salt, demoLineUserId(id)),
        madeBy: null,
        secondedBy: null,
        operator: true,
      },
    });
  }
}

/** In the largest group the owner of a passbook without LINE agreed before the secretary that the mother of three passbooks looks into hers. */
function recordHelper(year: Year, { people }: DemoPart): void {
  const owner = people.find(
    ({ phone, status, guardianNo, kind }) =>
      phone === "none" && status === "active" && kind === "ordinary" && guardianNo === null,
  );
  const helped = owner && year.books.members.find(({ id }) => id === year.memberId(owner.memberNo));
  if (!helped) throw new Error("nobody in the demo's largest group needs a helper");
  const { memberNo } = helped;
  const helperNo = motherNo;
  const { openedAt, on } = year.books.head.day;
  const consentedAt = new Date(openedAt.getTime() + 40 * minuteMs);
  const witnessNo = "003";
  helped.helpers = [{ memberNo: helperNo, consentedAt, witnessNo }];
  year.post({
    ...quiet(consentedAt, on),
    idempotencyKey: `helper.made:demo-${helped.id}`,
    kind: "helper.made",
    actor: year.officer(witnessNo, "executive.secretary"),
    secondedBy: year.officer("001", "executive.chair"),
    record: { memberNo, helperNo, consentedAt: consentedAt.toISOString(), witnessNo },
  });
}

function tellDay(year: Year, part: DemoPart, on: LocalDate, missed: Map<string, number>, withMistake: boolean): void {
  const { dice, people, group } = part;
  const opens = instantOf(on, group.workingDay.from);
  year.turn({ kind: "working", on, openedAt: opens });
  let at = opens.getTime() + 3 * minuteMs;
  const deposits: JournalEntry[] = [];
  for (const person of dice.shuffled(people.filter(({ status }) => status === "active"))) {
    const owed = missed.get(person.memberNo) ?? 0;
    if (dice.percent(7)) {
      missed.set(person.memberNo, owed + 1);
      continue;
    }
    missed.set(person.memberNo, 0);
    at += dice.between(40, 180) * 1000;
    const special = person.hasSpecial && dice.percent(35) ? baht(dice.pick([50, 100, 200, 500])) : zero;
    deposits.push(
      year.post(
        deposit(year, person, { pledge: sum(Array<Satang>(owed + 1).fill(person.pledge)), special }, on, new Date(at)),
      ),
    );
  }
  const [wrong] = deposits.slice(-1);
  if (withMistake && wrong) putRight(year, people, wrong, new Date(at + 2 * minuteMs));
  const closes = new Date(Math.max(instantOf(on, group.workingDay.to).getTime(), at) + 15 * minuteMs);
  year.turn({ kind: "office", on, openedAt: closes });
}

/** A sum that was written down wrong: taken back by treasurer and secretary, and recorded again. */
function putRight(year: Year, people: readonly DemoMember[], wrong: JournalEntry, at: Date): void {
  const person = people.find(({ memberNo }) =>
    wrong.postings.some((posting) => posting.memberId === year.memberId(memberNo)),
  );
  if (!person) return;
  const { on } = year.books.head.day;
  year.post(
    reversalOf(wrong, {
      idempotencyKey: `reversal:${wrong.id}`,
      effectiveOn: on,
      postedAt: at,
      actor: year.officer("002", "executive.treasurer"),
      secondedBy: year.officer("003", "executive.secretary"),
      source: "chat",
      reason: "ลงยอดผิด",
    }),
  );
  year.post(deposit(year, person, { pledge: person.pledge, special: zero }, on, new Date(at.getTime() + minuteMs)));
}

function deposit(
  year: Year,
  person: DemoMember,
  paid: { pledge: Satang; special: Satang },
  on: LocalDate,
  at: Date,
): EntryDraft {
  const groupId = year.books.group.id;
  const id = year.memberId(person.memberNo);
  const parts = [
    { code: account.pledgeSavings, amount: paid.pledge },
    { code: account.specialSavings, amount: paid.special },
  ].filter(({ amount }) => amount > 0);
  return {
    ...quiet(at, on),
    idempotencyKey: `savings.deposit:demo-${id}-${on}-${localTimeOf(at)}`,
    kind: "savings.deposit",
    actor: year.officer("002", "executive.treasurer"),
    withReceipt: true,
    postings: [
      debit({ groupId, code: account.cash }, sum(parts.map(({ amount }) => amount))),
      ...parts.map(({ code, amount }) => credit({ groupId, code, memberId: id }, amount)),
    ],
  };
}

function quiet(postedAt: Date, effectiveOn: LocalDate) {
  return { effectiveOn, postedAt, source: "chat", withReceipt: false, postings: [] as EntryDraft["postings"] } as const;
}
