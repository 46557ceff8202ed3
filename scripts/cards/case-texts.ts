import { remindedDay } from "../../flex-messages/calendar/day-change.sample";
import { checkedCase } from "../../flex-messages/cases/case.sample";
import { waitingTransfer } from "../../flex-messages/transfers/transfer.sample";
import { samplesOf, usual } from "../../flex-messages/values.sample";
import { caseMatters } from "../../src/domain/cases/case";
import { zero } from "../../src/domain/money";
import * as calendar from "../../src/messages/calendar";
import type { Reader } from "../../src/messages/speak";
import * as cases from "../../src/messages/cases";
import * as transfers from "../../src/messages/transfers";
import { textEntry, type GalleryEntry } from "./entry";

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
    ...samplesOf(({ member }) => ({ member })),
    nameless: { member: null },
  }),
  textEntry(
    "askTip",
    cases.askTip,
    samplesOf(({ group }) => ({ group })),
  ),
  textEntry(
    "confirmTip",
    cases.confirmTip,
    samplesOf(({ wish, secretary, treasurer }) => ({
      words: wish,
      hearers: [secretary.name, treasurer.name],
      isEscalated: false,
    })),
  ),
  textEntry(
    "confirmAnswer",
    cases.confirmAnswer,
    samplesOf(({ member, reason, data }) => ({ member, text: reason, send: data, drop: data })),
  ),
  textEntry("askStillWrong", cases.askStillWrong, { usual: {} }),
  textEntry("tipSent", cases.tipSent, { usual: { isEscalated: false }, coordinator: { isEscalated: true } }),
  textEntry("caseList", cases.caseList, {
    ...samplesOf((values) => ({
      whose: "checker" as const,
      lines: Array.from({ length: cases.casesAtOnce }, () => ({ ...checkedCase(values), data: values.data })),
      total: 20,
    })),
    own: { whose: "own", lines: [{ ...checkedCase(usual), member: null, data: usual.data }], total: 1 },
    none: { whose: "own", lines: [], total: 0 },
  }),
  textEntry("askTransferSums", transfers.askTransferSums, {
    ...samplesOf(({ group, member }) => ({
      group,
      member,
      details: { ...group.payment, bankName: group.name.th },
      again: false,
    })),
    again: { group: usual.group, member: usual.member, details: {}, again: true },
  }),
  textEntry("askRefusalReason", transfers.askRefusalReason, samplesOf(waitingTransfer)),
  textEntry("transferList", transfers.transferList, {
    ...samplesOf((values) => ({
      whose: "officer" as const,
      lines: Array.from({ length: transfers.transfersAtOnce }, (_, at) => ({
        ...waitingTransfer(values),
        daysOverdue: at,
        data: values.data,
      })),
      total: 20,
      more: values.data,
    })),
    own: { whose: "own", lines: [{ ...waitingTransfer(usual), data: usual.data }], total: 1, more: null },
    none: { whose: "own", lines: [], total: 0, more: null },
    "none to answer": { whose: "officer", lines: [], total: 0, more: null },
  }),
];
