import { randomUUID } from "node:crypto";
import { releaseLeases, renewLeases, takeLease } from "../../storage/leases";

const name = "setup";
/** A killed setup holds the next one up for so long; a living one renews between all its writes. */
export const setupLeaseMs = 5_000;

/** Thrown when another setup runs, or took over because this one stood still too long. */
export class SetupBusyError extends Error {
  override name = "SetupBusyError";
}

/** The right to write drafts, held by one setup at a time. */
export interface SetupLease {
  readonly name: string;
  readonly holder: string;
  /** Keeps the right; throws SetupBusyError when it is lost. */
  renew(): Promise<void>;
}

/** Runs the work under setup's lease, waiting for one that a killed setup left. Throws SetupBusyError when another setup goes on. */
export async function withSetupLease<T>(work: (lease: SetupLease) => Promise<T>, leaseMs = setupLeaseMs): Promise<T> {
  const holder = randomUUID();
  const giveUpAt = Date.now() + 4 * leaseMs;
  while (!(await takeLease(name, holder, leaseMs))) {
    if (Date.now() > giveUpAt) throw new SetupBusyError("Another setup is running: try again when it has ended.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const renew = async () => {
    const [held] = await renewLeases([name], holder, leaseMs);
    if (!held) throw new SetupBusyError("Another setup took over while this one stood still: run it again.");
  };
  try {
    return await work({ name, holder, renew });
  } finally {
    await releaseLeases([name], holder);
  }
}
