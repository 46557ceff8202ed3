import {
  parallelSamples,
  turnAskedSamples,
  turnDecidedSamples,
  turnQuestionSamples,
  turnRequestSamples,
} from "../../flex-messages/office/parallel.sample";
import { samplesOf } from "../../flex-messages/values.sample";
import {
  askDifferenceLine,
  goLiveCards,
  goLiveTold,
  paperAtClosing,
  paperBeforeClosing,
  parallelCards,
  parallelStatus,
} from "../../src/messages/parallel";
import { always, plain } from "./desk-texts";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** Cards of the months beside paper, and of going live. */
export const parallelCardEntries: readonly GalleryEntry[] = (
  [
    ["parallel", parallelCards],
    ["goLive", goLiveCards],
  ] as const
).flatMap(([name, cards]) => [
  cardEntry(`${name}Confirmation`, cards.confirmation, turnQuestionSamples),
  cardEntry(`${name}Asked`, cards.asked, turnAskedSamples),
  cardEntry(`${name}Request`, cards.request, turnRequestSamples),
  cardEntry(`${name}Decided`, cards.decided, turnDecidedSamples),
]);

/** What is told of the months beside paper in plain texts. */
export const parallelTexts: readonly GalleryEntry[] = [
  textEntry("parallelStatus", parallelStatus, parallelSamples),
  textEntry("paperAtClosing", paperAtClosing, parallelSamples),
  textEntry("paperBeforeClosing", paperBeforeClosing, parallelSamples),
  textEntry("askDifferenceLine", always(askDifferenceLine), plain),
  textEntry(
    "goLiveTold",
    goLiveTold,
    samplesOf(({ group, on }) => ({ group, on })),
  ),
];
