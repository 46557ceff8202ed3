import { remindedDay } from "../../flex-messages/calendar/day-change.sample";
import { checkedCase } from "../../flex-messages/cases/case.sample";
import { waitingTransfer } from "../../flex-messages/transfers/transfer.sample";
import { samplesOf, usual } from "../../flex-messages/values.sample";
import { caseMatters } from "../../src/domain/cases/case";
import { localDate } from "../../src/domain/dates";
import { zero } from "../../src/domain/money";
import * as calendar from "../../src/messages/calendar";
import type { Reader } from "../../src/messages/speak";
import { caseTexts as caseTextsOf } from "../../src/messages/case-texts";
import * as caseLists from "../../src/messages/case-list";
import * as caseTips from "../../src/messages/case-tips";
import * as cases from "../../src/messages/cases";
import { askWhoseShare, sharesRefused } from "../../src/messages/transfer-shares";
import { transferList, transfersAtOnce, transfersOverdue } from "../../src/messages/transfer-list";
import { transferQrTold } from "../../src/messages/transfer-qr";
import * as transfers from "../../src/messages/transfers";
import { textEntry, type GalleryEntry } from "./entry";

const sumsAsked = { group: usual.group, member: usual.member, coming: null, lately: null };

/** Changed payment details that are to come. */
const comingPayment = { way: "promptPay" as const, value: "0812345678", from: localDate("2025-01-12") };

/** What is told and asked in plain texts about transfers, cases and the calendar. */
export const caseTexts: readonly GalleryEntry[] = [
  textEntry("dayReminder", calendar.dayReminder, {
    ...samplesOf(remindedDay),
    "no pledge": { ...remindedDay(usual), pledge: zero, line: [] },
  }),
  textEntry("dayChangeTold", calendar.dayChangeTold, { usual: { told: 97 } }),
  textEntry("askMovedDay", (reader: Reader) => calendar.askMovedDay(reader), { usual: null }),
  textEntry("reminderSet", calendar.reminderSet, { on: { on: true }, off: { on: false } }),
  textEntry(
    "askCaseWords",
    cases.askCaseWords,
    Object.fromEntries(caseMatters.map((about) => [about, { about, member: usual.member, cancel: usual.data }])),
  ),
  textEntry("askCaseAnswer", cases.askCaseAnswer, {
    ...samplesOf(({ member }) => ({ member, toldBy: null, isNameless: false })),
    nameless: { member: null, toldBy: null, isNameless: true },
  }),
  textEntry("askCaseEntry", cases.askCaseEntry, {
    ...samplesOf(({ member, receipt, on, amount, data }) => ({
      member,
      entries: Array.from({ length: 8 }, () => ({ receipt, on, total: amount, data })),
      none: data,
    })),
  }),
  textEntry("wholeWords", cases.wholeWords, {
    ...samplesOf(({ wish }) => ({ words: wish.repeat(5) })),
  }),
  textEntry("caseTexts", caseTextsOf, {
    ...samplesOf((values) => ({ texts: checkedCase(values).texts, from: 0, total: 1, more: null })),
    more: {
      texts: [{ by: null, isTellers: true, at: usual.at, text: usual.wish }],
      from: 4,
      total: 7,
      more: usual.data,
    },
  }),
  textEntry(
    "askTip",
    caseTips.askTip,
    samplesOf(({ group }) => ({ group })),
  ),
  textEntry(
    "confirmTip",
    caseTips.confirmTip,
    samplesOf(({ wish, secretary, treasurer }) => ({
      words: wish,
      hearers: [secretary.name, treasurer.name],
      isEscalated: false,
    })),
  ),
  textEntry(
    "confirmAnswer",
    cases.confirmAnswer,
    samplesOf(({ member, reason, data }) => ({
      ...{ member, toldBy: null, isNameless: false },
      ...{ text: reason, send: data, drop: data },
    })),
  ),
  textEntry("askStillWrong", cases.askStillWrong, { usual: {} }),
  textEntry("tipSent", caseTips.tipSent, { usual: { isEscalated: false }, coordinator: { isEscalated: true } }),
  textEntry("confirmTakenOver", caseTips.confirmTakenOver, {
    ...samplesOf(({ member, wish, secretary, data }) => ({
      ...{ member, words: wish, hearers: [secretary.name], isEscalated: false },
      ...{ send: data, drop: data },
    })),
  }),
  textEntry("takenOverSent", caseTips.takenOverSent, { usual: { isEscalated: false }, on: { isEscalated: true } }),
  textEntry("caseList", caseLists.caseList, {
    ...samplesOf((values) => ({
      whose: "checker" as const,
      lines: Array.from({ length: caseLists.casesAtOnce }, () => ({ ...checkedCase(values), data: values.data })),
      total: 20,
      more: values.data,
    })),
    own: {
      whose: "own",
      lines: [{ ...checkedCase(usual), member: null, isNameless: true, data: usual.data }],
      total: 1,
      more: null,
    },
    none: { whose: "own", lines: [], total: 0, more: null },
  }),
  textEntry("askTransferSums", transfers.askTransferSums, {
    ...samplesOf(({ group, member }) => ({
      group,
      member,
      details: { ...group.payment, bankName: group.name.th },
      coming: { ...comingPayment, accountName: group.name.th },
      lately: null,
      without: null,
      again: false,
    })),
    again: { ...sumsAsked, details: {}, without: "nowhere", again: true },
    "without PromptPay": {
      ...sumsAsked,
      details: { bank: "ธ.ก.ส. 123-4-56789-0" },
      without: "promptPay",
      again: false,
    },
    "without pictures": { ...sumsAsked, details: { promptPay: "0812345678" }, without: "pictures", again: false },
  }),
  textEntry(
    "slipKept",
    transfers.slipKept,
    samplesOf(({ member }) => ({ member })),
  ),
  textEntry("askWhoseShare", askWhoseShare, {
    ...samplesOf(({ group, member, others, data }) => ({
      said: "แม่",
      options: [member, ...others].map((one) => ({ member: one, group, data })),
      none: data,
    })),
  }),
  textEntry("sharesRefused", sharesRefused, {
    ...samplesOf(({ member, others }) => ({ why: "twice" as const, passbooks: [member, ...others] })),
    groups: { why: "groups", passbooks: [usual.member] },
  }),
  textEntry("withoutQrTold", transfers.withoutQrTold, {
    nowhere: { without: "nowhere" },
    promptPay: { without: "promptPay" },
    pictures: { without: "pictures" },
  }),
  textEntry("transferQrTold", transferQrTold, {
    ...samplesOf(({ group, balance, later }) => ({
      name: "0".repeat(32),
      amount: balance,
      accountName: group.name.th,
      expiresAt: later,
      coming: { ...comingPayment, accountName: group.name.th },
      lately: null,
    })),
    "without a name": {
      name: "0".repeat(32),
      amount: usual.amount,
      accountName: null,
      expiresAt: usual.later,
      coming: null,
      lately: comingPayment,
    },
  }),
  textEntry("askRefusalReason", transfers.askRefusalReason, samplesOf(waitingTransfer)),
  textEntry("transferTornApart", transfers.transferTornApart, {
    ...samplesOf((values) => ({
      ...waitingTransfer(values),
      state: "refused" as const,
      partOf: { parts: 3, total: values.balance, confirmed: values.small, refused: values.small },
    })),
  }),
  textEntry("transfersOverdue", transfersOverdue, {
    ...samplesOf((values) => ({
      group: values.group,
      who: "confirmers" as const,
      lines: Array.from({ length: 7 }, () => ({ ...waitingTransfer(values), daysOverdue: 1 })),
    })),
    chair: { group: usual.group, who: "chair", lines: [{ ...waitingTransfer(usual), daysOverdue: 4 }] },
  }),
  textEntry("transferList", transferList, {
    ...samplesOf((values) => ({
      whose: "officer" as const,
      lines: Array.from({ length: transfersAtOnce }, (_, at) => ({
        ...waitingTransfer(values),
        daysOverdue: at,
        data: values.data,
      })),
      total: 20,
      more: values.data,
    })),
    own: {
      whose: "own",
      lines: [
        { ...waitingTransfer(usual), daysOverdue: 4, nudged: { who: "chair", at: usual.later }, data: usual.data },
      ],
      total: 1,
      more: null,
    },
    none: { whose: "own", lines: [], total: 0, more: null },
    "none to answer": { whose: "officer", lines: [], total: 0, more: null },
  }),
];
