import { requestStandingSamples } from "../../flex-messages/loan-requests/request.sample";
import { requestStanding } from "../../src/messages/loan-requests";
import { cardEntry, type GalleryEntry } from "./entry";

/** Cards about requests for loans. */
export const loanRequestCardEntries: readonly GalleryEntry[] = [
  cardEntry("requestStanding", requestStanding, requestStandingSamples),
];
