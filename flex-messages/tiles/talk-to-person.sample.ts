import { talkMatters, type TalkView } from "../../src/messages/tiles";
import { groupContacts, longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): TalkView => ({
  matter: "talk",
  group: values.group,
  contacts: values.contacts,
  callback: values.data,
});

/** Example views. */
export const talkToPersonSamples: Samples<TalkView> = {
  ...samplesOf(view),
  ...Object.fromEntries(talkMatters.map((matter) => [`longest, ${matter}`, { ...view(longest), matter }])),
  "nobody known": { matter: "talk", group: null, contacts: [], callback: null },
  stranger: { matter: "talk", group: null, contacts: groupContacts(usual), callback: null },
  "stranger, longest": { matter: "leave", group: null, contacts: groupContacts(longest), callback: null },
};
