import type { TalkView } from "../../src/messages/tiles";
import { samplesOf, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): TalkView => ({
  group: values.group,
  contacts: values.contacts,
  callback: values.data,
});

/** Example views. */
export const talkToPersonSamples: Samples<TalkView> = {
  ...samplesOf(view),
  stranger: { group: null, contacts: [], callback: null },
};
