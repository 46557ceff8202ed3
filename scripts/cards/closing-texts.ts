import type { messagingApi } from "@line/bot-sdk";
import { zero } from "../../src/domain/money";
import { closingReportSamples } from "../../flex-messages/closing/closing-report.sample";
import { receiptsTodaySamples } from "../../flex-messages/savings/receipts-today.sample";
import { longest, samplesOf, usual } from "../../flex-messages/values.sample";
import * as paper from "../../src/messages/paper-lines";
import type { Reader } from "../../src/messages/speak";
import { closingRemarks, type ClosingReportView } from "../../src/messages/closing-report";
import { keeperSaid } from "../../src/messages/keeping";
import * as texts from "../../src/messages/closing-texts";
import { sheetProgress } from "../../src/messages/sheet";
import { nothingPublished } from "../../src/messages/day-closed";
import { always, plain } from "./desk-texts";
import { textEntry, type GalleryEntry } from "./entry";

const paperSamples = {
  ...samplesOf(({ on, member }) => ({ on, member, receipts: receiptsTodaySamples["usual"]?.receipts ?? [] })),
  "no receipt": { on: usual.on, member: usual.member, receipts: [] },
};

function firstOfList(reader: Reader, view: Parameters<typeof paper.signingList>[1]): messagingApi.TextMessage {
  const [first] = paper.signingList(reader, view);
  if (!first) throw new Error("a list is one message at least");
  return first;
}

const remarkSamples = Object.fromEntries(
  Object.entries(closingReportSamples).filter(([name]) => name.startsWith("with everything")),
);

function remarksOf(reader: Reader, view: ClosingReportView): messagingApi.TextMessage {
  const remarks = closingRemarks(reader, view);
  if (!remarks) throw new Error("there is something to remark");
  return remarks;
}

/** What is asked and told in plain texts around the closing of a day. */
export const closingTexts: readonly GalleryEntry[] = [
  textEntry("askOfTurn", texts.askOfTurn, {
    ...samplesOf(({ amount, data }) => ({ what: "bank" as const, box: null, amount, yes: data, none: data })),
    "of a box": {
      what: "cash" as const,
      box: usual.treasurer,
      amount: usual.amount,
      yes: usual.data,
      none: usual.data,
    },
  }),
  textEntry(
    "chooseCounter",
    texts.chooseCounter,
    samplesOf(({ member, others, secretary, data, on }) => ({
      options: [member, ...others].map((one) => ({ member: one, officer: secretary, data })),
      sheetOn: on,
    })),
  ),
  textEntry("sheetProgress", sheetProgress, {
    ...samplesOf(({ on, balance, amount }) => ({ on, sealed: balance, missing: amount })),
    unsealed: { on: usual.on, sealed: null, missing: zero },
    tied: { on: usual.on, sealed: usual.balance, missing: zero },
  }),
  textEntry("askCount", texts.askCount, {
    cash: { what: "cash" },
    bank: { what: "bank" },
    sheet: { what: "cash", sheet: true },
  }),
  textEntry("askCountAgain", texts.askCountAgain, {
    ...samplesOf(({ small, amount, data }) => ({
      candidates: [small, amount].map((candidate) => ({ amount: candidate, data })),
      none: data,
    })),
    unreadable: { candidates: [], none: usual.data },
  }),
  textEntry(
    "chooseKeeper",
    texts.chooseKeeper,
    samplesOf(({ balance, small, member, others, treasurer, data }) => ({
      cash: balance,
      options: [member, ...others].map(({ memberNo }) => ({ memberNo, officer: treasurer, limit: small, data })),
      others: data,
    })),
  ),
  textEntry(
    "bankFirst",
    texts.bankFirst,
    samplesOf(({ amount }) => ({ above: amount })),
  ),
  textEntry("keeperSaid", keeperSaid, {
    taken: { group: usual.group, on: usual.on, cash: usual.balance, taken: true },
    refused: { group: longest.group, on: longest.on, cash: longest.balance, taken: false },
  }),
  textEntry("keeperNamed", texts.keeperNamed, closingReportSamplesCounted()),
  textEntry("closingRemarks", remarksOf, remarkSamples),
  textEntry("tallyNoted", paper.tallyNoted, { usual: { passbooks: 120 } }),
  textEntry("askTally", always(paper.askTally), plain),
  textEntry("askPassbookText", always(paper.askPassbookText), plain),
  textEntry("passbookText", paper.passbookText, paperSamples),
  textEntry("signingList", firstOfList, paperSamples),
  textEntry("nothingPublished", always(nothingPublished), plain),
];

function closingReportSamplesCounted() {
  return Object.fromEntries(Object.entries(closingReportSamples).filter(([, { closing }]) => closing.counted !== null));
}
