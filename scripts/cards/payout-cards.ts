import {
  loanChangeAskedSamples,
  loanChangeConfirmationSamples,
  loanChangeDecidedSamples,
  loanChangeRequestSamples,
  loanChangeToldSamples,
} from "../../flex-messages/office/loan-change.sample";
import {
  setOffAskedSamples,
  setOffConfirmationSamples,
  setOffDecidedSamples,
  setOffRequestSamples,
  setOffToldSamples,
} from "../../flex-messages/office/set-off.sample";
import {
  askReceiverSamples,
  guaranteeToldSamples,
  loanPapersToldSamples,
  paperSignedSamples,
  payoutItemSamples,
  payoutListSamples,
  requestReleasedSamples,
} from "../../flex-messages/payments/payout.sample";
import type { Samples } from "../../flex-messages/values.sample";
import {
  askReceiver,
  guaranteeTold,
  loanPhotoText,
  paperSigned,
  payoutItem,
  payoutList,
  requestReleased,
} from "../../src/messages/payouts";
import { askLoanPapersLine, loanPapersTold } from "../../src/messages/loan-papers";
import { askLoanChangeLine, loanChangeCards, loanChangeTold } from "../../src/messages/loan-changes";
import { askSetOffLine, setOffCards, setOffTold } from "../../src/messages/set-off";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

const photos: Samples<Parameters<typeof loanPhotoText>[1]> = {
  usual: { requestNo: "ก12/2569", about: "paper", state: "askPhoto" },
  kept: { requestNo: "ก12/2569", about: "paper", state: "kept" },
  slip: { requestNo: "ก12/2569", about: "slip", state: "askPhoto" },
  "slip kept": { requestNo: "ก12/2569", about: "slip", state: "kept" },
};

/** What is told and asked in plain texts when granted loans are paid out. */
export const payoutTexts: readonly GalleryEntry[] = [
  textEntry("askReceiver", askReceiver, askReceiverSamples),
  textEntry("paperSigned", paperSigned, paperSignedSamples),
  textEntry("loanPhotoText", loanPhotoText, photos),
  textEntry("guaranteeTold", guaranteeTold, guaranteeToldSamples),
  textEntry("loanPapersTold", loanPapersTold, loanPapersToldSamples),
  textEntry("askLoanPapersLine", askLoanPapersLine, { usual: null }),
  textEntry("setOffTold", setOffTold, setOffToldSamples),
  textEntry("askSetOffLine", askSetOffLine, { usual: null }),
  textEntry("loanChangeTold", loanChangeTold, loanChangeToldSamples),
  textEntry("askLoanChangeLine", askLoanChangeLine, { usual: null }),
  textEntry("requestReleased", requestReleased, requestReleasedSamples),
];

/** Cards about granted loans that are paid out. */
export const payoutCardEntries: readonly GalleryEntry[] = [
  cardEntry("payoutList", payoutList, payoutListSamples),
  cardEntry("payoutItem", payoutItem, payoutItemSamples),
  cardEntry("setOffConfirmation", setOffCards.confirmation, setOffConfirmationSamples),
  cardEntry("setOffAsked", setOffCards.asked, setOffAskedSamples),
  cardEntry("setOffRequest", setOffCards.request, setOffRequestSamples),
  cardEntry("setOffDecided", setOffCards.decided, setOffDecidedSamples),
  cardEntry("loanChangeConfirmation", loanChangeCards.confirmation, loanChangeConfirmationSamples),
  cardEntry("loanChangeAsked", loanChangeCards.asked, loanChangeAskedSamples),
  cardEntry("loanChangeRequest", loanChangeCards.request, loanChangeRequestSamples),
  cardEntry("loanChangeDecided", loanChangeCards.decided, loanChangeDecidedSamples),
];
