/** What an officer or line head may do besides what every member may, by topic; the first of each topic is what is done most. */
export const actsOfTopics = {
  moneyIn: ["deposit", "batch", "desk", "transfers", "officeCash", "incoming", "suspense"],
  moneyOut: ["payment", "bank", "payouts", "setOff", "loanChanges", "paperSecond", "reverse"],
  day: ["day", "practice", "move", "tally", "sheet", "paper", "signing"],
  people: ["code", "find", "helper", "unlock", "admit", "pledge", "calls"],
  office: [
    "waiting",
    "sitting",
    "guarantorAnswers",
    "officers",
    "handOver",
    "paymentDetails",
    "besideStart",
    "beside",
    "goLive",
    "chat",
  ],
  books: ["reports", "papers", "audit", "arrears", "resolutions", "differences", "looks", "cases"],
} as const;

/** What the committee's help is divided into. */
export type OfficeTopic = keyof typeof actsOfTopics;
export type HelpAct = (typeof actsOfTopics)[OfficeTopic][number];

export const officeTopics = Object.keys(actsOfTopics) as OfficeTopic[];
export const helpActs: readonly HelpAct[] = officeTopics.flatMap((topic) => actsOfTopics[topic]);

/** What every member may do with her own passbook and matters, beyond the first screen of help. */
export const ownActs = [
  "loanRequest",
  "loanStanding",
  "withdraw",
  "transferQr",
  "changePledge",
  "notReached",
  "nameless",
  "ownCases",
  "groupMoney",
  "remind",
  "checkReceipt",
  "lock",
] as const;

/** A topic of help: the committee's, or one's own matters. */
export type HelpTopic = OfficeTopic | "own";
