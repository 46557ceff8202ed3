import { samplesOf } from "../values.sample";

/** Example views. */
export const deskDoorSamples = samplesOf(({ group }) => ({
  group,
  address: "https://liff.line.me/1000000001-Simul8or/desk/namkhao",
}));
