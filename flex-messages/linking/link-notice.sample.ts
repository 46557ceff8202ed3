import type { LinkTakenView, LinkUsedView } from "../../src/messages/link-code-notices";
import type { LinkLockedView, LinkRequestView, LinkUnlockedView, LinkView } from "../../src/messages/link-notices";
import type { Contact } from "../../src/messages/views";
import { groupContacts, longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { linkRequestOf } from "./link-request.sample";

const view = (values: SampleValues): LinkView => ({
  group: values.group,
  member: values.member,
  at: values.at,
  decidesFrom: values.later,
  // Chair and secretary, never more.
  contacts: values.contacts.slice(0, 2),
});

/** Example views of the notices about one link. */
export const linkSamples: Samples<LinkView> = {
  ...samplesOf(view),
  "without contacts": { group: usual.group, member: usual.member, at: usual.at, decidesFrom: null },
};

/** Example views of a decided request. */
export const linkRequestDecidedSamples: Samples<LinkRequestView> = {
  open: linkRequestOf(usual),
  approved: { ...linkRequestOf(usual), verdict: "approved", decidedBy: usual.treasurer, decidedAt: usual.later },
  longest: {
    ...linkRequestOf(longest),
    verdict: "rejected",
    isRelink: true,
    decidedBy: longest.treasurer,
    decidedAt: longest.later,
  },
};

/** Example views of a locked account. */
export const linkLockedSamples: Samples<LinkLockedView> = {
  usual: { lockNo: "012345", at: usual.at, group: usual.group, contacts: usual.contacts },
  stranger: { lockNo: "012345", at: usual.at, group: null, contacts: groupContacts(usual) },
  longest: { lockNo: "999999", at: longest.at, group: longest.group, contacts: groupContacts(longest) },
};

/** Example views of an account that is open again. */
export const linkUnlockedSamples: Samples<LinkUnlockedView> = samplesOf((values) => ({
  group: values.group,
  by: values.secretary,
  at: values.at,
  contacts: values.contacts.slice(0, 2),
}));

const used = (values: SampleValues): LinkUsedView => ({ group: values.group, member: values.member, at: values.at });

/** Example views of a code that was used. */
export const linkUsedSamples: Samples<LinkUsedView> = samplesOf(used);

/** Example views of a code that two phones sent. */
export const linkTakenSamples: Samples<LinkTakenView & { contacts: Contact[] }> = samplesOf((values) => ({
  ...used(values),
  again: values.later,
  contacts: values.contacts.slice(0, 2),
}));
