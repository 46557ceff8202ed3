import { callbackOf } from "../../flex-messages/callbacks/callback-requested.sample";
import { paymentOf } from "../../flex-messages/payments/payment.sample";
import { readSamples } from "../../flex-messages/rules/rule-change.sample";
import { subjectOf } from "../../flex-messages/reversals/reversal-confirmation.sample";
import {
  groupContacts,
  samplesOf,
  usual,
  longest,
  type SampleValues,
  type Samples,
} from "../../flex-messages/values.sample";
import type { YearMonth } from "../../src/domain/dates";
import { noticeKinds, type NoticeKind } from "../../src/domain/notices";
import * as callbacks from "../../src/messages/callbacks";
import { chooseGroup, chooseGroupToLeave, chooseMember, choosePassbook } from "../../src/messages/choices";
import { choosePeriod, type EntriesPeriod } from "../../src/messages/entries";
import * as groupChats from "../../src/messages/group-chats";
import * as help from "../../src/messages/help";
import { helpActs, officeTopics } from "../../src/messages/help-acts";
import * as linking from "../../src/messages/linking";
import { openMatters, type Matter } from "../../src/messages/matters";
import * as helpers from "../../src/messages/passbook-helpers";
import * as people from "../../src/messages/people";
import { whoSees, type GroupReaders } from "../../src/messages/readers";
import { allChanges } from "../../src/messages/rule-changes";
import { reversalReason } from "../../src/messages/reversals";
import { caseTexts } from "./case-texts";
import { always, deskTexts, plain } from "./desk-texts";
import { graceTexts } from "./loan-cards";
import { sittingTexts } from "./sitting-texts";
import { ballotTexts } from "./ballot-cards";
import { loanRequestTexts } from "./loan-request-cards";
import { payoutTexts } from "./payout-cards";
import { paperTexts } from "./paper-texts";
import { parallelTexts } from "./parallel-cards";
import { practiceTexts } from "./practice-cards";
import { textEntry, type GalleryEntry } from "./entry";

const byRole: Samples<{ role: help.HelpRole }> = {
  stranger: { role: "stranger" },
  member: { role: "member" },
  committee: { role: "committee" },
  coordinator: { role: "coordinator" },
};
const cancel = { usual: { cancel: usual.data } };
const byKind: Samples<{ kind: NoticeKind | null }> = {
  none: { kind: null },
  ...Object.fromEntries((Object.keys(noticeKinds) as NoticeKind[]).map((kind) => [kind, { kind }])),
};
const months: EntriesPeriod[] = Array.from({ length: 12 }, (_, index) => ({
  kind: "month",
  month: `2026-${String(12 - index).padStart(2, "0")}` as YearMonth,
}));
const mattersOf = ({ group, member, others: [helper], receipt, amount, data }: SampleValues): Matter[] => [
  { kind: "reversal", group, member, receipt, helper: null, payment: null, data },
  { kind: "link", group, member, receipt: null, helper: null, payment: null, data },
  { kind: "payment", group, member: null, receipt: null, helper: null, payment: paymentOf(amount), data },
  { kind: "helper", group, member, receipt: null, helper: helper ?? null, payment: null, data },
  { kind: "officers", group, member: null, receipt: null, helper: null, payment: null, resolution: receipt, data },
  { kind: "office-cash", group, member: null, receipt: null, helper: null, payment: null, data },
  { kind: "payment-details", group, member: null, receipt: null, helper: null, payment: null, data },
  { kind: "rules", group, member: null, receipt: null, helper: null, payment: null, resolution: receipt, data },
  { kind: "transfer", group, member, receipt: null, helper: null, payment: null, transferred: amount, data },
  { kind: "guaranteeEntry", group, member, receipt: null, helper: null, payment: null, resolution: "ก12/2569", data },
  { kind: "rulesDraft", group, member: null, receipt: null, helper: null, payment: null, resolution: receipt, data },
];
const mediaKinds = ["sticker", "image", "audio", "video", "file", "location"] as const;

const conversation: readonly GalleryEntry[] = [
  textEntry("help", help.help, {
    stranger: { role: "stranger", acts: [] },
    member: { role: "member", acts: [] },
    "line head": { role: "member", acts: ["code", "helper"] },
    "officer of everything": { role: "committee", acts: helpActs },
    "seat without duties": { role: "committee", acts: [] },
    coordinator: { role: "coordinator", acts: [] },
  }),
  textEntry("helpTopic", help.helpTopic, {
    ...Object.fromEntries(
      officeTopics.map((topic) => [topic, { role: "committee" as const, acts: helpActs, topic }] as const),
    ),
    own: { role: "member", acts: [], topic: "own" },
  }),
  textEntry("menuText", help.menuText, byRole),
  textEntry("notUnderstood", help.notUnderstood, byRole),
  textEntry("questionOver", help.questionOver, byRole),
  textEntry(
    "mediaAnswer",
    help.mediaAnswer,
    Object.fromEntries(mediaKinds.map((media) => [media, { media, role: "member" as const }])),
  ),
  textEntry("greeting", help.greeting, {
    hello: { what: "hello", role: "member" },
    thanks: { what: "thanks", role: "stranger" },
  }),
  textEntry("textTooLong", help.textTooLong, { usual: { limit: 1000 } }),
  textEntry("neutralFailure", always(help.neutralFailure), plain),
  textEntry("tooManyMessages", always(help.tooManyMessages), plain),
  textEntry("openMatters", openMatters, {
    none: { matters: [] },
    ...samplesOf((values) => ({ matters: Array.from({ length: 2 }, () => mattersOf(values)).flat() })),
  }),
  textEntry("allChanges", allChanges, readSamples),
  textEntry("whyThisMessage", help.whyThisMessage, byKind),
  textEntry("joinedGroupChat", always(groupChats.joinedGroupChat), plain),
  textEntry("groupChatHelp", always(groupChats.groupChatHelp), plain),
  textEntry(
    "groupChatBound",
    groupChats.groupChatBound,
    samplesOf((values) => ({ name: values.group.name })),
  ),
  textEntry(
    "chatCodeMade",
    groupChats.chatCodeMade,
    samplesOf((values) => ({ name: values.group.name, code: "12345678", validUntil: values.at })),
  ),
];

const passbookOf = (
  { member, at }: SampleValues,
  helping: SampleValues["others"],
): GroupReaders["passbooks"][number] => ({
  member,
  guardian: member,
  helpers: helping.map((helper) => ({ helper, since: at })),
});
const readersOf = (values: SampleValues): GroupReaders => ({
  group: values.group,
  passbooks: [passbookOf(values, values.others.slice(0, 3))],
  officers: Array.from({ length: 16 }, () => values.treasurer),
});

const persons: readonly GalleryEntry[] = [
  textEntry(
    "consentText",
    people.consentText,
    samplesOf((values) => ({
      networkName: values.networkName,
      contacts: values.contacts,
      version: 1,
      answers: { agree: values.data, decline: values.data },
    })),
  ),
  textEntry("consented", always(people.consented), plain),
  textEntry("consentDeclined", people.consentDeclined, { usual: { agreed: false }, "agreed before": { agreed: true } }),
  textEntry("languageChoice", people.languageChoice, { usual: { th: usual.data, en: usual.data } }),
  textEntry("languageChanged", always(people.languageChanged), plain),
  textEntry("stopChanged", people.stopChanged, {
    none: { stopped: "none" },
    news: { stopped: "news" },
    all: { stopped: "all" },
  }),
  textEntry("whoSees", whoSees, {
    "nothing known": { groups: [] },
    ...samplesOf((values) => ({ groups: [readersOf(values)] })),
    "without helpers": { groups: [{ group: usual.group, passbooks: [passbookOf(usual, [])], officers: [] }] },
  }),
  textEntry("askHelperLine", always(helpers.askHelperLine), plain),
  textEntry("askHelperEndLine", always(helpers.askHelperEndLine), plain),
  textEntry(
    "chooseHelped",
    helpers.chooseHelped,
    samplesOf(({ group, member, others, data }) => ({
      options: others.map((other) => ({ group, member: other, helper: member, data })),
    })),
  ),
  textEntry(
    "chooseHelperEnd",
    helpers.chooseHelperEnd,
    samplesOf(({ group, member, others, data }) => ({
      options: others.map((helper) => ({ group, member, helper, data })),
    })),
  ),
  textEntry(
    "stranger",
    people.stranger,
    samplesOf((values) => ({ networkName: values.networkName, contacts: groupContacts(values) })),
  ),
  textEntry("askLinkCode", linking.askLinkCode, {
    ...samplesOf((values) => ({ contacts: groupContacts(values) })),
    alone: { contacts: [] },
  }),
  textEntry(
    "linkWaits",
    linking.linkWaits,
    samplesOf((values) => ({ groupName: values.group.name.th })),
  ),
  textEntry("linkCodeWrong", linking.linkCodeWrong, { usual: { triesLeft: 4 } }),
  textEntry("unlinked", linking.unlinked, {
    all: { left: [] },
    ...samplesOf((values) => ({ left: [usual.group, values.group] })),
  }),
];

const choices: readonly GalleryEntry[] = [
  textEntry(
    "chooseGroup",
    chooseGroup,
    samplesOf(({ data }) => ({ options: [usual, longest].map(({ group }) => ({ group, data })) })),
  ),
  textEntry(
    "chooseGroupToLeave",
    chooseGroupToLeave,
    samplesOf(({ data }) => ({ options: [usual, longest].map(({ group }) => ({ group, data })), all: data })),
  ),
  textEntry(
    "choosePassbook",
    choosePassbook,
    samplesOf(({ group, member, others, data }) => ({
      question: "transfer" as const,
      options: [{ group, member, data }, ...others.map((other) => ({ group: usual.group, member: other, data }))],
    })),
  ),
  textEntry(
    "chooseMember",
    chooseMember,
    samplesOf(({ group, reason, others, data }) => ({
      group,
      query: reason,
      options: others.map((member) => ({ member, data })),
      none: data,
    })),
  ),
  textEntry("choosePeriod", choosePeriod, {
    months: { options: months.map((period) => ({ period, data: usual.data })) },
    years: { options: [{ period: { kind: "year", year: 2026 }, data: usual.data }] },
  }),
  textEntry("reversalReason", reversalReason, samplesOf(subjectOf)),
  textEntry("askLoanPurpose", always(callbacks.askLoanPurpose), plain),
  textEntry("askEventDay", callbacks.askEventDay, cancel),
  textEntry("askCallbackNote", callbacks.askCallbackNote, cancel),
  textEntry("callbackAsked", callbacks.callbackAsked, {
    ...samplesOf((values) => ({ ...callbackOf(values), callers: [values.treasurer, values.secretary], death: false })),
    "nothing said": { ...callbackOf(usual), about: "talk", note: "", callers: [], death: false },
    "a death": { ...callbackOf(longest), about: "welfare", callers: [longest.secretary], death: true },
  }),
  textEntry("condolence", always(callbacks.condolence), plain),
  textEntry("callbackDropped", always(callbacks.callbackDropped), plain),
  textEntry("callbackDone", callbacks.callbackDone, {
    ...samplesOf(({ member }) => ({ member })),
    already: { member: null },
  }),
];

/** Every message without a template, with its example views. */
export const textEntries: readonly GalleryEntry[] = [
  ...conversation,
  ...persons,
  ...choices,
  ...deskTexts,
  ...ballotTexts,
  ...sittingTexts,
  ...graceTexts,
  ...loanRequestTexts,
  ...payoutTexts,
  ...caseTexts,
  ...paperTexts,
  ...practiceTexts,
  ...parallelTexts,
];
