import type { messagingApi } from "@line/bot-sdk";
import consentTemplate from "../../flex-messages/people/consent-request.json";
import stopTemplate from "../../flex-messages/people/stop-choice.json";
import welcomeTemplate from "../../flex-messages/people/welcome.json";
import type { LocalText } from "../domain/groups/group";
import { buttons, postback, quickPostback, quickSaying } from "./actions";
import { card, textMessage } from "./card";
import { buttonContacts, callButtons, contactLines, fittingContacts, note, paragraph, quickCalls } from "./contacts";
import { linesOf } from "./paging";
import { speak, type Reader, type Speak } from "./speak";
import type { Contact } from "./views";

/** Whose LINE this is. */
export interface WelcomeView {
  networkName: LocalText;
  /** Chairs whom a person can ask whether this LINE is theirs. */
  contacts: Contact[];
  /** Postback data of [ไปต่อ]. */
  next: string;
}

/** The first message to a person: whose LINE this is, whom to ask, and what is never asked here. */
export const welcome = card<WelcomeView>({
  name: "people/welcome",
  template: welcomeTemplate,
  alt: (say, view) => say.t("people.welcome.alt", { network: say.local(view.networkName) }),
  layout: (say, view) => ({
    network: say.local(view.networkName),
    whom: view.contacts.length > 0 ? contactLines(say, welcomed(say, view)).join("\n") : null,
    never: say.t("people.welcome.never"),
    buttons: buttons(
      postback(view.next, say.t("people.welcome.next")),
      ...callButtons(say, buttonContacts(view.contacts), 1),
    ),
  }),
  quickReplies: (say, view) => [
    quickSaying(say, "language"),
    quickSaying(say, "talk"),
    ...quickCalls(say, view.contacts),
  ],
});

/** Those whom the welcome has room for; a longer name of the network takes some of it. */
function welcomed(say: Speak, { networkName, contacts }: WelcomeView): Contact[] {
  const name = linesOf(say.local(networkName), paragraph.perLine) * paragraph.line;
  return fittingContacts(say, contacts, { room: 350 - name, ...note });
}

/** Postback data of the consent card's buttons. */
export interface ConsentView {
  networkName: LocalText;
  agree: string;
  decline: string;
  read: string;
}

/** Asks for consent in three sentences; a typed ยินยอม does the same as the first button. */
export const consentRequest = card<ConsentView>({
  name: "people/consent-request",
  template: consentTemplate,
  alt: (say) => say.t("people.consent.alt"),
  layout: (say, view) => ({
    network: say.local(view.networkName),
    sentences: (["what", "who", "end"] as const).map((key) => ({ text: say.t(`people.consent.${key}`) })),
    buttons: buttons(
      postback(view.agree, say.t("people.consent.agree")),
      postback(view.decline, say.t("people.consent.decline")),
      postback(view.read, say.t("people.consent.read")),
    ),
  }),
});

/** The consent text in full, with its version, and the way to answer. */
export function consentText(
  reader: Reader,
  view: {
    networkName: LocalText;
    contacts: Contact[];
    version: number;
    answers: { agree: string; decline: string } | null;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [
    say.t("people.consentText.body", { network: say.local(view.networkName) }),
    ...contactLines(say, view.contacts),
    say.t("people.consentText.version", { version: view.version }),
  ];
  const { answers } = view;
  const items = answers
    ? [
        quickPostback(answers.agree, say.t("people.consent.agree")),
        quickPostback(answers.decline, say.t("people.consent.decline")),
      ]
    : [];
  return textMessage(lines.join("\n"), items);
}

/** The kind answer to who does not agree yet: nothing changes. `agreed`: she had agreed before. */
export function consentDeclined(reader: Reader, view: { agreed: boolean }): messagingApi.TextMessage {
  const say = speak(reader);
  return view.agreed
    ? textMessage(say.t("people.declinedAfter"), [quickSaying(say, "unlink"), quickSaying(say, "talk")])
    : textMessage(say.t("people.declined"), [quickSaying(say, "consent"), quickSaying(say, "talk")]);
}

/** Thanks for the consent, before the code is asked for. */
export function consented(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("people.consented"));
}

/** Asks which language to speak. Both names stand in their own language. */
export function languageChoice(reader: Reader, view: { th: string; en: string }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("people.language.ask"), [
    quickPostback(view.th, say.t("people.language.th")),
    quickPostback(view.en, say.t("people.language.en")),
  ]);
}

/** Confirms the language, in that language. */
export function languageChanged(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("people.language.changed"), [quickSaying(say, "help"), quickSaying(say, "balance")]);
}

/** Asks what to stop; the first choice keeps what protects one's money. */
export const stopChoice = card<{ news: string; all: string; resume: string | null }>({
  name: "people/stop-choice",
  template: stopTemplate,
  alt: (say) => say.t("people.stop.alt"),
  layout: (say, view) => ({
    buttons: buttons(
      null,
      postback(view.news, say.t("people.stop.news")),
      postback(view.all, say.t("people.stop.all")),
      view.resume === null ? null : postback(view.resume, say.t("people.stop.resume")),
    ),
  }),
});

/** Confirms what was stopped, or taken again. */
export function stopChanged(reader: Reader, view: { stopped: "none" | "news" | "all" }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(`people.stop.changed.${view.stopped}`), [
    quickSaying(say, view.stopped === "none" ? "stop" : "resume"),
    quickSaying(say, "help"),
  ]);
}

/** A stranger is told what this is and how a member gets in; she is shown nothing. */
export function stranger(
  reader: Reader,
  view: { networkName: LocalText; contacts: Contact[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const lines = [
    say.t("people.stranger", { network: say.local(view.networkName) }),
    ...contactLines(say, view.contacts),
  ];
  const calls = quickCalls(say, view.contacts);
  return textMessage(lines.join("\n"), [quickSaying(say, "help"), quickSaying(say, "language"), ...calls]);
}
