import {
  differenceAskedSamples,
  differenceConfirmationSamples,
  differenceDecidedSamples,
  differenceReceiptSamples,
  differenceListSamples,
  differenceRequestSamples,
} from "../../flex-messages/office/difference.sample";
import {
  handOverStateSamples,
  officeCashAskedSamples,
  officeCashDecidedSamples,
  officeCashQuestionSamples,
  officeCashRequestSamples,
  officeChangeAskedSamples,
  officeChangeConfirmationSamples,
  officeChangeDecidedSamples,
  officeChangeRequestSamples,
  signatureConfirmationSamples,
} from "../../flex-messages/office/matter.sample";
import {
  paymentChangeAskedSamples,
  paymentChangeConfirmationSamples,
  paymentChangeDecidedSamples,
  paymentChangeRequestSamples,
  paymentChangeToldSamples,
  paymentStopSamples,
  paymentStoppedSamples,
} from "../../flex-messages/office/payment-details.sample";
import { paperNamedSamples, paperQuestionSamples, paperRequestSamples } from "../../flex-messages/office/paper.sample";
import { handOverState, signatureConfirmation } from "../../src/messages/hand-over";
import { differenceReceipt } from "../../src/messages/difference-receipt";
import { differenceCards, differenceList } from "../../src/messages/differences";
import { officeCashCards, officeCashEnd } from "../../src/messages/office-cash";
import { paymentChangeCards, paymentChangeTold, paymentStop, paymentStopped } from "../../src/messages/payment-details";
import { paperConfirmation, paperNamed, paperNaming, paperRequest } from "../../src/messages/paper";
import { officeChangeCards } from "../../src/messages/officers";
import { cardEntry, type GalleryEntry } from "./entry";

/** Cards about offices, what two officers change, and signed papers. */
export const officeCardEntries: readonly GalleryEntry[] = [
  cardEntry("officeChangeConfirmation", officeChangeCards.confirmation, officeChangeConfirmationSamples),
  cardEntry("officeChangeAsked", officeChangeCards.asked, officeChangeAskedSamples),
  cardEntry("officeChangeRequest", officeChangeCards.request, officeChangeRequestSamples),
  cardEntry("officeChangeDecided", officeChangeCards.decided, officeChangeDecidedSamples),
  cardEntry("signatureConfirmation", signatureConfirmation, signatureConfirmationSamples),
  cardEntry("handOverState", handOverState, handOverStateSamples),
  cardEntry("differenceList", differenceList, differenceListSamples),
  cardEntry("differenceConfirmation", differenceCards.confirmation, differenceConfirmationSamples),
  cardEntry("differenceAsked", differenceCards.asked, differenceAskedSamples),
  cardEntry("differenceRequest", differenceCards.request, differenceRequestSamples),
  cardEntry("differenceReceipt", differenceReceipt, differenceReceiptSamples),
  cardEntry("differenceDecided", differenceCards.decided, differenceDecidedSamples),
  cardEntry("officeCashConfirmation", officeCashCards.confirmation, officeCashQuestionSamples),
  cardEntry("officeCashAsked", officeCashCards.asked, officeCashAskedSamples),
  cardEntry("officeCashRequest", officeCashCards.request, officeCashRequestSamples),
  cardEntry("officeCashDecided", officeCashCards.decided, officeCashDecidedSamples),
  cardEntry("officeCashEnd", officeCashEnd, officeCashQuestionSamples),
  cardEntry("paymentChangeConfirmation", paymentChangeCards.confirmation, paymentChangeConfirmationSamples),
  cardEntry("paymentChangeAsked", paymentChangeCards.asked, paymentChangeAskedSamples),
  cardEntry("paymentChangeRequest", paymentChangeCards.request, paymentChangeRequestSamples),
  cardEntry("paymentChangeDecided", paymentChangeCards.decided, paymentChangeDecidedSamples),
  cardEntry("paymentStop", paymentStop, paymentStopSamples),
  cardEntry("paymentStopped", paymentStopped, paymentStoppedSamples),
  cardEntry("paymentChangeTold", paymentChangeTold, paymentChangeToldSamples),
  cardEntry("paperNaming", paperNaming, paperQuestionSamples),
  cardEntry("paperNamed", paperNamed, paperNamedSamples),
  cardEntry("paperRequest", paperRequest, paperRequestSamples),
  cardEntry("paperConfirmation", paperConfirmation, paperQuestionSamples),
];
