import {
  ballotDecidedSamples,
  ballotOthersSamples,
  ballotRequestSamples,
  ballotStandingSamples,
  ballotWordsSamples,
  loanAnswerSamples,
  loanDecidedSamples,
  loanQuestionSamples,
  resolutionListSamples,
  resolutionWholeSamples,
} from "../../flex-messages/loan-requests/ballot.sample";
import {
  askAgainst,
  askBallotWords,
  ballotDecided,
  ballotFacts,
  ballotOthers,
  ballotReminder,
  ballotRequest,
  ballotStanding,
  ballotWordsSent,
  loanAnswer,
  loanDecided,
  loanQuestion,
} from "../../src/messages/loan-ballots";
import { noResolution, resolutionList, resolutionWhole } from "../../src/messages/resolutions";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** What is told and asked in plain texts when a committee votes. */
export const ballotTexts: readonly GalleryEntry[] = [
  textEntry("ballotFacts", ballotFacts, ballotRequestSamples),
  textEntry("ballotOthers", ballotOthers, ballotOthersSamples),
  textEntry("askAgainst", askAgainst, { usual: { requestNo: "ก12/2569" } }),
  textEntry("askBallotWords", askBallotWords, ballotWordsSamples),
  textEntry("ballotWordsSent", ballotWordsSent, {
    usual: { requestNo: "ก12/2569", to: "borrower" as const },
    answer: { requestNo: "ก12/2569", to: "committee" as const },
  }),
  textEntry("loanQuestion", loanQuestion, loanQuestionSamples),
  textEntry("resolutionList", resolutionList, resolutionListSamples),
  textEntry("resolutionWhole", resolutionWhole, resolutionWholeSamples),
  textEntry("noResolution", noResolution, { usual: { resolutionNo: "7/2569" } }),
  textEntry("loanAnswer", loanAnswer, loanAnswerSamples),
];

/** Cards of votes on loan requests. */
export const ballotCardEntries: readonly GalleryEntry[] = [
  cardEntry("ballotRequest", ballotRequest, ballotRequestSamples),
  cardEntry("ballotReminder", ballotReminder, ballotRequestSamples),
  cardEntry("ballotStanding", ballotStanding, ballotStandingSamples),
  cardEntry("ballotDecided", ballotDecided, ballotDecidedSamples),
  cardEntry("loanDecided", loanDecided, loanDecidedSamples),
];
