import { startEmbedded } from "../../src/embedded-mongodb/launch";

void startEmbedded({ mode: "memory", maxBytes: 1_000_000_000 }).then(({ uri }) => process.send?.({ uri }));
