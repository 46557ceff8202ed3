/** What kind of thing changed; the page asks again for what it shows of it. */
export type ChangeKind =
  | "message"
  | "read"
  | "loading"
  | "user"
  | "group"
  | "rich-menu"
  | "call"
  | "webhook"
  | "quota"
  | "fault"
  | "settings"
  | "clock";

/** One change: a growing number, what it was about, and the chat, user, call or webhook that it names. */
export interface Change {
  seq: number;
  kind: ChangeKind;
  id: string;
}

/** Tells listeners that something changed. */
export class ChangeFeed {
  private seq = 0;
  private readonly listeners = new Set<(change: Change) => void>();

  /** The number of the last change. */
  get last(): number {
    return this.seq;
  }

  /** Announces a change. */
  announce(kind: ChangeKind, id = ""): void {
    this.seq += 1;
    for (const listener of this.listeners) listener({ seq: this.seq, kind, id });
  }

  /** Calls the listener at every change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
