import type { WelfareInfoView } from "../../src/messages/tiles";
import { samplesOf } from "../values.sample";

/** Example views. */
export const welfareInfoSamples = samplesOf(({ group, data }): WelfareInfoView => ({ group, report: data }));
