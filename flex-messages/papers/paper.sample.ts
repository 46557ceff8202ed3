import type { Group } from "../../src/domain/groups/group";
import type { EntryId, GroupId, MemberId } from "../../src/domain/ids";
import { chartOfAccounts, type AccountCode } from "../../src/domain/ledger/accounts";
import type { CashFlow } from "../../src/domain/ledger/cash-flow";
import type { Member } from "../../src/domain/members/member";
import { zero } from "../../src/domain/money";
import type { MoneyBook } from "../../src/domain/reports/money-book";
import type { DueRow, PaperHead, ReportLine, SlipView } from "../../src/domain/reports/views";
import type { PaperCardView } from "../../src/messages/papers";
import { dayOf } from "../days/day-report.sample";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

const headOf = ({ group, at, checkCode }: SampleValues): PaperHead => ({
  group: {
    id: "namkhao" as GroupId,
    district: "",
    financeMode: "interest",
    mode: "digital",
    delegates: [],
    officers: [],
    salt: "",
    ...group,
  } satisfies Group,
  madeAt: at,
  mark: { seq: 1_234, code: checkCode },
});

const bookOf = ({ balance, small }: SampleValues): MoneyBook => ({
  opening: balance,
  lines: [],
  received: balance,
  paid: small,
  closing: balance,
});

const flowOf = (values: SampleValues): CashFlow => {
  const { opening, received, paid, closing } = bookOf(values);
  return { opening, received, paid, difference: zero, closing };
};

const linesOf = (values: SampleValues): ReportLine[] =>
  [values.member, ...values.others].map((member, at) => ({
    id: `namkhao:${at}` as EntryId,
    seq: at + 1,
    kind: "savings.deposit",
    on: values.on,
    at: values.at,
    by: values.treasurer,
    second: null,
    members: [member],
    receipt: values.receipt,
    reverses: null,
    reversed: false,
    reason: null,
    record: {},
    postings: [],
    moved: values.amount,
  }));

const dueOf = (values: SampleValues): DueRow[] =>
  [values.member, ...values.others].map(({ memberNo, name, nickname }) => ({
    member: { id: "namkhao:012" as MemberId, memberNo, name, nickname } as Member,
    pledgeNow: values.small,
    pledge: values.balance,
    special: values.small,
    loans: values.amount,
    paidThrough: values.month,
    hasLine: false,
    missed: 60,
    due: values.amount,
    fine: values.small,
  }));

const slipsOf = (values: SampleValues): SlipView[] =>
  [values.member, ...values.others].map((member) => ({
    member,
    receipt: values.receipt,
    kind: "savings.deposit",
    at: values.at,
    by: values.treasurer,
    parts: [],
    total: values.amount,
    checkCode: values.checkCode,
  }));

/** A paper of each kind. */
function papersOf(values: SampleValues): Record<string, PaperCardView["paper"]> {
  const head = headOf(values);
  const { month, on, balance, small, amount } = values;
  const day = { id: "namkhao:day:1", kind: "working" as const, on, openedAt: values.at };
  const codes = Object.keys(chartOfAccounts) as AccountCode[];
  const [cash, bank] = [bookOf(values), bookOf(values)];
  const rows = codes.map((code, at) => ({ code, debit: at % 2 ? zero : balance, credit: at % 2 ? balance : zero }));
  const rowsDue = dueOf(values);
  const ofDay = {
    ...head,
    kind: "day-report" as const,
    day,
    isOpen: true,
    totals: dayOf(values).totals,
    ...{ cash: flowOf(values), bank: flowOf(values), between: null, closing: null },
    lines: [],
  };
  return {
    "trial balance": { ...head, kind: "trial-balance", day, balance: { rows, total: balance } },
    "trial balance of now": {
      ...head,
      kind: "trial-balance",
      day: null,
      balance: { rows: rows.slice(0, 2), total: balance },
    },
    "cash book": { ...head, kind: "cash-book", month, cash, bank, lines: [] },
    "day report": { ...ofDay, balance: { rows, total: balance } },
    journal: { ...head, kind: "journal", month, lines: linesOf(values), moved: amount },
    changes: { ...head, kind: "changes", month, lines: [], moved: zero },
    register: {
      ...head,
      kind: "register",
      rows: rowsDue,
      pledge: balance,
      special: small,
      loans: amount,
      loansApart: zero,
    },
    behind: { ...head, kind: "behind", through: month, rows: rowsDue, due: balance },
    collection: {
      ...head,
      kind: "collection",
      month,
      households: [{ name: null, rows: rowsDue, due: balance }],
      due: balance,
    },
    slips: { ...head, kind: "slips", day, slips: slipsOf(values) },
    acts: { ...head, kind: "acts", month, lines: linesOf(values), moved: amount },
  };
}

const link = "https://liff.line.me/1000000001-Simul8or/papers/namkhao";

/** Example views: a paper of each kind, with usual and with the longest values. */
export const paperSamples: Samples<PaperCardView> = Object.fromEntries(
  Object.entries({ usual, longest }).flatMap(([size, values]) =>
    Object.entries(papersOf(values)).map(([name, paper]) => [
      `${name}, ${size}`,
      { paper, link: size === "usual" ? null : link },
    ]),
  ),
);
