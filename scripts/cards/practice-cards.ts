import { depositConfirmationSamples } from "../../flex-messages/deposits/deposit-confirmation.sample";
import { practiceSamples, practiceWarningSamples } from "../../flex-messages/practice/practice.sample";
import { samplesOf, usual } from "../../flex-messages/values.sample";
import { depositConfirmation, type DepositConfirmationView } from "../../src/messages/deposits";
import { notPractising, practiceCard, practiceEnded, practiceOver, practiceWarning } from "../../src/messages/practice";
import type { Reader } from "../../src/messages/speak";
import { always, plain } from "./desk-texts";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** Cards of a practice day. */
export const practiceCardEntries: readonly GalleryEntry[] = [
  cardEntry("practiceCard", practiceCard, practiceSamples),
  cardEntry("practiceWarning", practiceWarning, practiceWarningSamples),
];

const inPractice = (reader: Reader, view: DepositConfirmationView) =>
  depositConfirmation({ ...reader, practice: true }, view);

/** What is told around a practice day in plain texts, and a money card as it looks there. */
export const practiceTexts: readonly GalleryEntry[] = [
  textEntry("practiceDeposit", inPractice, depositConfirmationSamples),
  textEntry("practiceEnded", practiceEnded, {
    ...samplesOf(({ group }) => ({ group, goesOn: false, isOfficer: true })),
    "others go on": { group: usual.group, goesOn: true, isOfficer: true },
    "a member": { group: usual.group, goesOn: true, isOfficer: false },
  }),
  textEntry("practiceOver", always(practiceOver), plain),
  textEntry("notPractising", always(notPractising), plain),
];
