import { usual, type Samples } from "../values.sample";

interface StopSample {
  news: string;
  all: string;
  resume: string | null;
}

/** Example views. */
export const stopChoiceSamples: Samples<StopSample> = {
  usual: { news: usual.data, all: usual.data, resume: null },
  stopped: { news: usual.data, all: usual.data, resume: usual.data },
};
