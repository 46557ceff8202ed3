import { samplesOf } from "../values.sample";

/** Example views. */
export const consentRequestSamples = samplesOf((values) => ({
  networkName: values.networkName,
  agree: values.data,
  decline: values.data,
  read: values.data,
}));
