import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loan-requests/request.json";
import type { BallotQuestionView } from "../domain/approvals/ballot-view";
import { buttons, postback, quickPostback, quickText, type Buttons } from "./actions";
import { badge, type Badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { cut } from "./labels";
import { waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { faceOf, type MoreButtons, type VoteKind, type VoteView } from "./vote-faces";

const marks = {
  open: "waiting",
  approved: "done",
  rejected: "refused",
  undecided: "cancelled",
  "taken-off": "cancelled",
} as const satisfies Record<VoteView["state"], Parameters<typeof badge>[1]>;

/** How the vote stands: for how many it waits, else what became of it. */
function ballotBadge(say: Speak, view: VoteView): Badge {
  const { state, missing, resolutionNo } = view;
  const values = { count: missing, resolutionNo: resolutionNo ?? "" };
  return faceOf(view).endedBadge(say, view) ?? badge(say, marks[state], `ballots.badges.${state}`, values);
}

/** What the committee reads before the card: what the matter tells, questions, and who takes no part. */
function factsText(say: Speak, view: VoteView): string {
  const { kind, questions, excluded } = view;
  const names = excluded.map(({ officer, why }) => `${officer.name} (${say.t(`ballots.conflicts.${why}`)})`).join(", ");
  const lines = [
    ...faceOf(view).facts(say, view),
    ...questions.map(({ text, answer }) =>
      say.t(`votes.${kind}.${answer === null ? "asked" : "answered"}`, { text, answer: answer ?? "" }),
    ),
    ...(excluded.length === 0 ? [] : [say.t("ballots.excluded", { names })]),
    say.t("ballots.until", { at: say.instant(view.endsAt) }),
  ];
  return lines.join("\n");
}

interface VoteButtons extends MoreButtons {
  inFavour: string;
  against: string;
  other: string;
}

const voteButtons = (say: Speak, { inFavour, against, other }: VoteButtons): Buttons =>
  buttons(
    postback(inFavour, say.t("ballots.buttons.for")),
    postback(against, say.t("ballots.buttons.against")),
    postback(other, say.t("ballots.buttons.other")),
  );

const ballotCard = <Extra extends MoreButtons>(
  title: (say: Speak, view: VoteView & Extra) => string,
  around: (say: Speak, view: VoteView & Extra) => { rows?: Row[]; notes: string[]; buttons?: Buttons },
) =>
  card<VoteView & Extra>({
    name: "loan-requests/request",
    template,
    alt: (say, view) => privateAlt(say, view.group),
    layout: (say, view) =>
      faceOf(view).layout(say, view, {
        title: title(say, view),
        badge: ballotBadge(say, view),
        rows: faceOf(view).rows(say, view),
        words: null,
        ...around(say, view),
      }),
    quickReplies: (say, view) => faceOf(view).more(say, view),
  });

/** The facts of a matter, in a message of their own before its card. */
export function ballotFacts(reader: Reader, view: VoteView): messagingApi.TextMessage {
  return textMessage(factsText(speak(reader), view));
}

/** Asks a member of the committee for her word. */
export const ballotRequest = ballotCard<VoteButtons>(
  (say, { kind }) => say.t(`votes.${kind}.request.title`),
  (say, view) => ({ notes: [], buttons: voteButtons(say, view) }),
);

/** The same of who has not answered. */
export const ballotReminder = ballotCard<VoteButtons>(
  (say, { kind }) => say.t(`votes.${kind}.reminder.title`),
  (say, view) => ({ notes: [], buttons: voteButtons(say, view) }),
);

/** Her own vote as it stands, with the way to change it while it is open; else how the vote ended. */
export const ballotStanding = ballotCard<Partial<VoteButtons>>(
  (say, { state, kind }) => say.t(state === "open" ? "ballots.given.title" : `votes.${kind}.ended.title`),
  (say, view) => {
    const { state, own, inFavour, against, waitsFor } = view;
    const open = state === "open";
    const isFor = own?.choice === "for";
    return {
      rows: faceOf(view).rows(say, view).slice(0, 2),
      notes: [
        own ? say.t(`ballots.given.${own.choice}`, { reason: own.reason ?? "" }) : "",
        open && waitsFor.length > 0
          ? say.t("ballots.waitsFor", { count: view.missing, names: cut(waitsForText(say, waitsFor), 80) })
          : "",
        open ? say.t("ballots.until", { at: say.instant(view.endsAt) }) : faceOf(view).ended(say, view),
      ],
      ...(open && inFavour !== undefined && against !== undefined
        ? {
            buttons: buttons(
              isFor ? null : postback(inFavour, say.t("ballots.buttons.for")),
              isFor ? postback(against, say.t("ballots.buttons.against")) : null,
            ),
          }
        : {}),
    };
  },
);

/** Tells a member of the committee how a vote ended. */
export const ballotDecided = ballotCard<MoreButtons>(
  (say, { kind }) => say.t(`votes.${kind}.ended.title`),
  (say, view) => ({ notes: [faceOf(view).ended(say, view)] }),
);

/** What a vote is about, where nothing but its name is said. */
interface Named {
  kind: VoteKind;
  label: string;
}

/** What else a member of the committee can do: look further, ask who put it, or take no part. */
export function ballotOthers(
  reader: Reader,
  view: Named & MoreButtons & { ask: string; conflict: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { kind, label, ask, conflict } = view;
  return textMessage(say.t(`votes.${kind}.others`, { label }), [
    ...faceOf(view).more(say, view),
    quickPostback(ask, say.t(`votes.${kind}.ask`)),
    quickPostback(conflict, say.t("ballots.buttons.conflict")),
  ]);
}

/** Asks why she is against, with usual reasons to tap. */
export function askAgainst(reader: Reader, { kind, label }: Named): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`votes.${kind}.why`, { label }), faceOf({ kind }).reasons(say).map(quickText));
}

/** Asks what who put it is to be asked, or what she answers. */
export function askBallotWords(
  reader: Reader,
  { kind, label, question }: Named & { question: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    question === null
      ? say.t(`votes.${kind}.askWhat`, { label })
      : say.t(`votes.${kind}.answerWhat`, { label, question }),
  );
}

/** Says that the question, or its answer, is on its way. */
export function ballotWordsSent(
  reader: Reader,
  { kind, label, to }: Named & { to: "asker" | "committee" },
): messagingApi.TextMessage {
  return textMessage(speak(reader).t(`votes.${kind}.sent.${to}`, { label }));
}

/** The committee's question as who put the matter reads it. */
export function ballotQuestion(
  reader: Reader,
  { kind, label, text, by, answerIt }: BallotQuestionView<VoteKind> & { answerIt: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`votes.${kind}.question`, { label, text, by: say.officer(by) }), [
    quickPostback(answerIt, say.t("ballots.buttons.answer")),
  ]);
}

/** Her answer as the committee reads it. */
export function ballotAnswer(
  reader: Reader,
  { kind, label, text, member, answer }: BallotQuestionView<VoteKind>,
): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`votes.${kind}.answer`, { label, text, member: say.member(member), answer: answer ?? "" }));
}
