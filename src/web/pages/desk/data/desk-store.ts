import type { DeskTexts, RowTexts } from "../../../../messages/desk-page";
import { RefusedError, type Refusal } from "../../data/api";
import { KeptLines, type Line, type LineRow } from "./lines";
import type { DeskPorts } from "./ports";
import { withRecorded } from "./recorded";

/** A line can be changed so long, in milliseconds, where no other household comes. */
export const heldMs = 120_000;
/** So many ids are held ready for when there is no signal. */
const idsAhead = 20;
/** How long to wait before another try, in milliseconds, from the first on. */
const retriesMs = [1_000, 2_000, 4_000, 8_000, 15_000];
/** What passes by itself: the line waits. */
const passing: readonly string[] = ["page.too-fast", "page.line-away", "failed"];
/** The officer practises in her chat: what she took for real waits until she has ended that. */
const inPractice = "practice.real-card";
/** What says that nothing more of this day is taken. */
const dayEnds: readonly string[] = ["day.not-open", "day.left-open", "card.outdated", "role.missing"];
const signedOut: readonly string[] = ["page.expired", "page.not-signed-in"];

/** What the page shows. */
export interface DeskState {
  desk: DeskTexts;
  lines: readonly Line[];
  /** Whether the server was reached by the last try. */
  signal: boolean;
  /** LINE wants the page opened anew before anything more is recorded. */
  signedOut: boolean;
  /** The phone keeps lines, so that they outlive this window. */
  keeps: boolean;
  /** Why nothing more is taken here, in the server's words: the day was closed meanwhile. Null while it is open. */
  ended: readonly string[] | null;
}

/** The desk on the phone: keeps what households hand over until it is in the books, and sends each once, in the order taken. */
export class DeskStore {
  private now: DeskState;
  private readonly kept: KeptLines;
  private readonly listeners = new Set<() => void>();
  private ids: string[] = [];
  private sending = false;
  private filling = false;
  private tries = 0;
  private recorded = 0;
  private editing: string | null = null;
  private cancelRetry = (): void => undefined;
  private cancelRelease = (): void => undefined;

  constructor(
    private readonly ports: DeskPorts,
    desk: DeskTexts,
  ) {
    this.kept = new KeptLines(ports.store, { groupId: desk.groupId, memberNo: desk.officer.memberNo });
    this.now = { desk, lines: this.kept.all(), signal: true, signedOut: false, keeps: true, ended: null };
  }

  /** What the page shows now; another object after every change. */
  get state(): DeskState {
    return this.now;
  }

  /** Calls it after every change; what it gives ends that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Begins: sends what an earlier window left, and makes ids ready. */
  async start(): Promise<void> {
    this.releaseInTime();
    await this.pump();
    await this.fillIds();
  }

  /** Stops every timer. */
  stop(): void {
    this.cancelRetry();
    this.cancelRelease();
  }

  /** Takes what a household hands over; the one before it goes now. */
  take(rows: LineRow[]): void {
    this.release();
    const { dayId, day } = this.now.desk;
    const operationId = this.ids.shift() ?? null;
    const base = { localId: this.ports.newId(), operationId, dayId, day, takenAt: this.ports.now(), why: [] };
    this.keep({ ...base, rows, state: "held" });
    this.releaseInTime();
  }

  /** Holds a line back while the officer changes it. */
  edit(line: Line): void {
    this.editing = line.localId;
  }

  /** The officer left the line as it is. */
  endEdit(): void {
    this.editing = null;
    this.releaseInTime();
  }

  /** What the officer makes of a line that she changed; without rows it is dropped. */
  replace(line: Line, rows: LineRow[]): void {
    this.editing = null;
    this.forget(line);
    if (rows.length > 0) this.take(rows);
    else this.tell({});
  }

  /** Sends what is held; what is being changed stays. */
  release(): void {
    this.cancelRelease();
    const held = this.now.lines.filter(({ state, localId }) => state === "held" && localId !== this.editing);
    for (const line of held) this.keep({ ...line, state: "waiting" });
    if (held.length > 0) void this.pump();
  }

  /** Tries at once: there may be a signal again. */
  retry(): void {
    this.tries = 0;
    void this.pump().then(() => this.refresh());
  }

  /** Reads the day anew: what other officers recorded, and what is due. */
  async refresh(): Promise<void> {
    const { recorded } = this;
    try {
      const desk = await this.ports.read();
      // What was recorded while the answer was on its way does not stand in it.
      if (recorded === this.recorded && !this.sending) this.show(desk);
    } catch (error) {
      if (!(error instanceof RefusedError)) this.tell({ signal: false });
      else if (signedOut.includes(error.refusal.error)) this.tell({ signedOut: true, signal: true });
      else if (!passing.includes(error.refusal.error)) this.end(error.refusal);
    }
  }

  /** Shows the day as it stands; ids that were made for another one are of no use any more. */
  private show(desk: DeskTexts): void {
    if (desk.dayId !== this.now.desk.dayId) this.ids = [];
    this.tell({ desk, signal: true, ended: null });
  }

  private end({ what, wayOut = "" }: Refusal): void {
    this.tell({ ended: [what, wayOut], signal: true });
  }

  /** Sends what waits, oldest first, one after the other; a line that cannot go now keeps its place and those behind it. */
  private async pump(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.cancelRetry();
    try {
      for (;;) {
        const line = this.now.lines.find(({ state }) => state === "waiting");
        if (!line || !(await this.send(line))) break;
      }
    } finally {
      this.sending = false;
    }
    if (this.ids.length < idsAhead / 2 && this.now.signal) await this.fillIds();
  }

  private async send(line: Line): Promise<boolean> {
    try {
      const operationId = line.operationId ?? (await this.freshId(line.dayId));
      // Kept before it is used: whoever sends the line again does so under the same id.
      const ready = { ...line, operationId };
      if (line.operationId === null) this.keep(ready);
      const rows = await this.ports.record(ready);
      this.tries = 0;
      this.settle(ready, rows);
      return true;
    } catch (error) {
      if (error instanceof RefusedError) return this.refuse(line.localId, error.refusal);
      this.tell({ signal: false });
      this.tryLater();
      return false;
    }
  }

  private settle(line: Line, rows: readonly RowTexts[]): void {
    const refused = rows.flatMap(({ memberNo, refused: why }) =>
      why ? [{ memberNo, words: [why.what, why.wayOut] }] : [],
    );
    const back = line.rows.filter(({ memberNo }) => refused.some((row) => row.memberNo === memberNo));
    // What is refused is kept before the line is forgotten: a window that closes here loses neither.
    if (back.length > 0)
      this.keep({
        ...line,
        localId: `${line.localId}-r`,
        operationId: null,
        rows: back,
        state: "refused",
        why: refused,
      });
    let { desk } = this.now;
    for (const done of rows) {
      const row = line.rows.find(({ memberNo }) => memberNo === done.memberNo);
      if (!row || done.refused) continue;
      const { receipt, total, at, by } = done;
      desk = withRecorded(desk, row, { receipt, total, at, by });
    }
    this.recorded += 1;
    this.forget(line);
    this.tell({ desk, signal: true });
  }

  private refuse(localId: string, refusal: Refusal): boolean {
    const { error, what, wayOut = "" } = refusal;
    const line = this.now.lines.find((one) => one.localId === localId);
    if (signedOut.includes(error)) this.tell({ signedOut: true, signal: true });
    else if (passing.includes(error)) this.tryLater();
    else if (error === inPractice) {
      this.end(refusal);
      this.tryLater();
    } else if (line) {
      this.keep({ ...line, operationId: null, state: "refused", why: [{ memberNo: null, words: [what, wayOut] }] });
      // A line of an earlier day says nothing of the one that is open.
      if (dayEnds.includes(error) && line.dayId === this.now.desk.dayId) this.end(refusal);
      return true;
    }
    return false;
  }

  private async freshId(dayId: string): Promise<string> {
    const own = dayId === this.now.desk.dayId ? this.ids.shift() : undefined;
    if (own !== undefined) return own;
    const [id = ""] = await this.ports.mint(dayId, 1);
    return id;
  }

  private async fillIds(): Promise<void> {
    const missing = idsAhead - this.ids.length;
    if (missing <= 0 || this.filling) return;
    this.filling = true;
    try {
      this.ids.push(...(await this.ports.mint(this.now.desk.dayId, missing)));
    } catch {
      // The next line asks for its own.
    } finally {
      this.filling = false;
    }
  }

  private tryLater(): void {
    this.cancelRetry();
    const wait = retriesMs[Math.min(this.tries, retriesMs.length - 1)] ?? 0;
    this.tries += 1;
    this.cancelRetry = this.ports.later(wait, () => void this.pump());
  }

  private releaseInTime(): void {
    this.cancelRelease();
    const held = this.now.lines.find(({ state }) => state === "held");
    if (!held) return;
    const left = Math.max(0, held.takenAt + heldMs - this.ports.now());
    this.cancelRelease = this.ports.later(left, () => this.release());
  }

  private keep(line: Line): void {
    const keeps = this.kept.save(line) && this.now.keeps;
    const others = this.now.lines.filter(({ localId }) => localId !== line.localId);
    const lines = [...others, line].sort((a, b) => a.takenAt - b.takenAt);
    this.tell({ lines, keeps });
  }

  private forget(line: Line): void {
    this.kept.remove(line);
    this.now = { ...this.now, lines: this.now.lines.filter(({ localId }) => localId !== line.localId) };
  }

  private tell(change: Partial<DeskState>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
