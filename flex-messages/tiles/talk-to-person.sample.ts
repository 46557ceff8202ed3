import { talkMatters, type TalkView } from "../../src/messages/tiles";
import { longest, samplesOf, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): TalkView => ({
  matter: "talk",
  group: values.group,
  contacts: values.contacts,
  callback: values.data,
});

/** Example views. */
export const talkToPersonSamples: Samples<TalkView> = {
  ...samplesOf(view),
  stranger: { matter: "talk", group: null, contacts: [], callback: null },
  ...Object.fromEntries(talkMatters.map((matter) => [`longest, ${matter}`, { ...view(longest), matter }])),
};
