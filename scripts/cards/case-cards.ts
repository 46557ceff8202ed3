import {
  caseAnsweredSamples,
  caseConfirmationSamples,
  caseOpenedSamples,
  caseStatusSamples,
} from "../../flex-messages/cases/case.sample";
import {
  transferConfirmationSamples,
  transferRequestSamples,
  transferSlipSamples,
  transferStatusSamples,
} from "../../flex-messages/transfers/transfer.sample";
import { caseAnswered, caseConfirmation, caseOpened, caseStatus } from "../../src/messages/cases";
import {
  transferConfirmation,
  transferRequest,
  transferSlipQuestion,
  transferStatus,
} from "../../src/messages/transfers";
import { cardEntry, type GalleryEntry } from "./entry";

/** Cards of cases and of transfers that members tell of. */
export const caseCardEntries: readonly GalleryEntry[] = [
  cardEntry("transferSlipQuestion", transferSlipQuestion, transferSlipSamples),
  cardEntry("transferConfirmation", transferConfirmation, transferConfirmationSamples),
  cardEntry("transferStatus", transferStatus, transferStatusSamples),
  cardEntry("transferRequest", transferRequest, transferRequestSamples),
  cardEntry("caseConfirmation", caseConfirmation, caseConfirmationSamples),
  cardEntry("caseStatus", caseStatus, caseStatusSamples),
  cardEntry("caseOpened", caseOpened, caseOpenedSamples),
  cardEntry("caseAnswered", caseAnswered, caseAnsweredSamples),
];
