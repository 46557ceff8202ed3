import {
  ballotDecidedSamples,
  ballotOthersSamples,
  ballotRequestSamples,
  ballotStandingSamples,
  ballotWordsSamples,
  ballotAnswerSamples,
  loanDecidedSamples,
  ballotQuestionSamples,
  resolutionListSamples,
  resolutionWholeSamples,
} from "../../flex-messages/loan-requests/ballot.sample";
import {
  askAgainst,
  askBallotWords,
  ballotAnswer,
  ballotDecided,
  ballotFacts,
  ballotOthers,
  ballotQuestion,
  ballotReminder,
  ballotRequest,
  ballotStanding,
  ballotWordsSent,
} from "../../src/messages/ballots";
import { loanDecided } from "../../src/messages/loan-decided";
import { noResolution, resolutionList, resolutionWhole } from "../../src/messages/resolutions";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** What is told and asked in plain texts when a committee votes. */
export const ballotTexts: readonly GalleryEntry[] = [
  textEntry("ballotFacts", ballotFacts, ballotRequestSamples),
  textEntry("ballotOthers", ballotOthers, ballotOthersSamples),
  textEntry("askAgainst", askAgainst, { usual: { kind: "loan" as const, label: "ก12/2569" } }),
  textEntry("askBallotWords", askBallotWords, ballotWordsSamples),
  textEntry("ballotWordsSent", ballotWordsSent, {
    usual: { kind: "loan" as const, label: "ก12/2569", to: "asker" as const },
    answer: { kind: "loan" as const, label: "ก12/2569", to: "committee" as const },
  }),
  textEntry("ballotQuestion", ballotQuestion, ballotQuestionSamples),
  textEntry("resolutionList", resolutionList, resolutionListSamples),
  textEntry("resolutionWhole", resolutionWhole, resolutionWholeSamples),
  textEntry("noResolution", noResolution, { usual: { resolutionNo: "7/2569" } }),
  textEntry("ballotAnswer", ballotAnswer, ballotAnswerSamples),
];

/** Cards of votes on loan requests. */
export const ballotCardEntries: readonly GalleryEntry[] = [
  cardEntry("ballotRequest", ballotRequest, ballotRequestSamples),
  cardEntry("ballotReminder", ballotReminder, ballotRequestSamples),
  cardEntry("ballotStanding", ballotStanding, ballotStandingSamples),
  cardEntry("ballotDecided", ballotDecided, ballotDecidedSamples),
  cardEntry("loanDecided", loanDecided, loanDecidedSamples),
];
