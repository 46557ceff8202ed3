import {
  sittingQuestionSamples,
  sittingRequestSamples,
  sittingRowSamples,
  sittingStandingSamples,
  sittingTableSamples,
} from "../../flex-messages/loan-requests/sitting.sample";
import {
  arrearsNoticeSamples,
  arrearsSamples,
  lateGuaranteeSamples,
  loanReminderSamples,
} from "../../flex-messages/loans/arrears.sample";
import { arrearsList, arrearsNotice, lateGuarantee, loanReminder } from "../../src/messages/arrears";
import {
  sittingQuestion,
  sittingRequest,
  sittingRow,
  sittingStanding,
  sittingTable,
  sittingWords,
  sittingWrong,
} from "../../src/messages/sittings";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** What is told and asked at meetings on loans, and of who is behind. */
export const sittingTexts: readonly GalleryEntry[] = [
  textEntry("sittingQuestion", sittingQuestion, sittingQuestionSamples),
  textEntry("sittingTable", sittingTable, sittingTableSamples),
  textEntry("sittingRow", sittingRow, sittingRowSamples),
  textEntry("sittingWords", sittingWords, {
    usual: { requestNo: "ก12/2569", asks: "part" as const },
    reject: { requestNo: "ก12/2569", asks: "reject" as const },
    next: { requestNo: "ก12/2569", asks: "next" as const },
  }),
  textEntry("sittingStanding", sittingStanding, sittingStandingSamples),
  textEntry("arrearsList", arrearsList, arrearsSamples),
  textEntry("sittingWrong", sittingWrong, sittingStandingSamples),
];

/** Cards of meetings on loans. */
export const sittingCardEntries: readonly GalleryEntry[] = [
  cardEntry("sittingRequest", sittingRequest, sittingRequestSamples),
  cardEntry("loanReminder", loanReminder, loanReminderSamples),
  cardEntry("arrearsNotice", arrearsNotice, arrearsNoticeSamples),
  cardEntry("lateGuarantee", lateGuarantee, lateGuaranteeSamples),
];
