import { randomUUID } from "node:crypto";
import { laneCount } from "../domain/lanes";
import { findHeldLeases, releaseLeases, renewLeases, takeLease } from "../storage/leases";

export interface LaneOptions {
  /** How long a lease lives, in milliseconds of real time. */
  leaseMs?: number;
  /** How often leases are renewed and shared anew. */
  renewMs?: number;
  onError: (error: unknown) => void;
  /** Called when the held lanes changed. */
  onChange: () => void;
}

const laneName = (lane: number): string => `lane:${lane}`;
const allLanes = Array.from({ length: laneCount }, (_, lane) => lane);

/**
 * The lanes that this process works on, held by leases and shared evenly between live processes. The lease only spares double work;
 * what makes an effect happen once is the database.
 */
export class Lanes {
  readonly holder = randomUUID();
  private held: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turning: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly options: LaneOptions) {}

  /** The lanes held now. */
  get lanes(): readonly number[] {
    return this.held;
  }

  /** Takes lanes and keeps them; resolves after the first round. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.turn(), this.options.renewMs ?? 5_000);
    await this.turn();
  }

  /** Gives the lanes back. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.turning;
    await releaseLeases([...this.held.map(laneName), `process:${this.holder}`], this.holder).catch(
      this.options.onError,
    );
    this.held = [];
  }

  private turn(): Promise<void> {
    this.turning = this.turning.then(() => (this.stopped ? undefined : this.share())).catch(this.options.onError);
    return this.turning;
  }

  private async share(): Promise<void> {
    const leaseMs = this.options.leaseMs ?? 15_000;
    const before = this.held.join();
    await takeLease(`process:${this.holder}`, this.holder, leaseMs);
    const kept = await renewLeases(this.held.map(laneName), this.holder, leaseMs);
    let held = this.held.filter((lane) => kept.includes(laneName(lane)));
    const processes = (await findHeldLeases("process:")).length;
    const share = Math.ceil(laneCount / Math.max(processes, 1));
    const extra = held.slice(share);
    if (extra.length > 0) await releaseLeases(extra.map(laneName), this.holder);
    held = held.slice(0, share);
    if (held.length < share) held = [...held, ...(await this.takeFree(held, share - held.length, leaseMs))];
    this.held = held;
    if (held.join() !== before) this.options.onChange();
  }

  private async takeFree(held: number[], wanted: number, leaseMs: number): Promise<number[]> {
    // A round that broke off may have taken leases that were never counted: those are ours to take up.
    const others = (await findHeldLeases("lane:")).filter(({ holder }) => holder !== this.holder);
    const busy = new Set(others.map(({ name }) => name));
    const taken: number[] = [];
    for (const lane of allLanes) {
      if (taken.length === wanted) break;
      if (held.includes(lane) || busy.has(laneName(lane))) continue;
      if (await takeLease(laneName(lane), this.holder, leaseMs)) taken.push(lane);
    }
    return taken;
  }
}
