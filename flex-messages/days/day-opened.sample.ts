import { samplesOf } from "../values.sample";
import { dayOf } from "./day-report.sample";

/** Example views. */
export const dayOpenedSamples = samplesOf(dayOf);
