import { deskDoorSamples } from "../desk/desk-door.sample";
import { samplesOf, type SampleValues } from "../values.sample";
import { dayOf } from "./day-report.sample";

const withDesk = (values: SampleValues) => ({ ...dayOf(values), desk: deskDoorSamples.usual.address });

/** Example views. */
export const dayOpenedSamples = { ...samplesOf(withDesk), withoutPages: { ...samplesOf(dayOf).usual, desk: null } };
