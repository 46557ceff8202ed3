import { callbacksOnCard, type CallbackListView } from "../../src/messages/callbacks";
import { longest, usual, type Samples } from "../values.sample";
import { callbackOf } from "./callback-requested.sample";

/** Example views. */
export const callbackListSamples: Samples<CallbackListView> = {
  usual: {
    callbacks: [
      { ...callbackOf(usual), done: usual.data },
      { ...callbackOf(usual), about: "talk", note: "", done: usual.data },
    ],
    total: 2,
    more: null,
  },
  "three wishes": {
    callbacks: Array.from({ length: 3 }, () => ({ ...callbackOf(usual), done: usual.data })),
    total: 3,
    more: null,
  },
  none: { callbacks: [], total: 0, more: null },
  longest: {
    callbacks: callbacksOnCard(
      { language: "th" },
      Array.from({ length: 4 }, () => ({ ...callbackOf(longest), done: longest.data })),
    ),
    total: 40,
    more: longest.data,
  },
};
