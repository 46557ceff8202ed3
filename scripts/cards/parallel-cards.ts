import {
  parallelSamples,
  passbookGapSamples,
  turnAskedSamples,
  turnDecidedSamples,
  turnQuestionSamples,
  turnRequestSamples,
} from "../../flex-messages/office/parallel.sample";
import { samplesOf } from "../../flex-messages/values.sample";
import {
  askDifferenceLine,
  gapsToSign,
  goLiveCards,
  goLiveTold,
  paperAtClosing,
  paperBeforeClosing,
  parallelCards,
  parallelStatus,
  type TurnPlanView,
} from "../../src/messages/parallel";
import { gapAgreed, passbookDiffers } from "../../src/messages/passbook-gap";
import type { Reader } from "../../src/messages/speak";
import { always, plain } from "./desk-texts";
import { cardEntry, textEntry, type GalleryEntry } from "./entry";

/** Cards of the months beside paper, and of going live. */
export const parallelCardEntries: readonly GalleryEntry[] = [
  cardEntry("passbookDiffers", passbookDiffers, passbookGapSamples),
  ...turnEntries(),
];

function turnEntries(): GalleryEntry[] {
  const both = [
    ["parallel", parallelCards],
    ["goLive", goLiveCards],
  ] as const;
  return both.flatMap(([name, cards]) => [
    cardEntry(`${name}Confirmation`, cards.confirmation, turnQuestionSamples),
    cardEntry(`${name}Asked`, cards.asked, turnAskedSamples),
    cardEntry(`${name}Request`, cards.request, turnRequestSamples),
    cardEntry(`${name}Decided`, cards.decided, turnDecidedSamples),
  ]);
}

/** What who is to sign reads first. */
function toSign(reader: Reader, view: TurnPlanView) {
  const [text] = gapsToSign(reader, view);
  if (!text) throw new Error("the samples have passbooks that differ");
  return text;
}

/** What is told of the months beside paper in plain texts. */
export const parallelTexts: readonly GalleryEntry[] = [
  textEntry("parallelStatus", parallelStatus, parallelSamples),
  textEntry("gapsToSign", toSign, turnAskedSamples),
  textEntry("gapAgreed", gapAgreed, passbookGapSamples),
  textEntry("paperAtClosing", paperAtClosing, parallelSamples),
  textEntry("paperBeforeClosing", paperBeforeClosing, parallelSamples),
  textEntry("askDifferenceLine", always(askDifferenceLine), plain),
  textEntry(
    "goLiveTold",
    goLiveTold,
    samplesOf(({ group, on }) => ({ group, on })),
  ),
];
