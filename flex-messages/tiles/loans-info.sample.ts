import { samplesOf } from "../values.sample";
import { nextDayOf } from "./next-day.sample";

/** Example views. */
export const loansInfoSamples = samplesOf((values) => ({ ...nextDayOf(values), callback: values.data }));
