import { randomBytes } from "node:crypto";

interface IssuedToken {
  chatId: string;
  webhookEventId: string;
  /** Real time of the event and of the last delivery that carried the token. */
  bornAt: number;
  deliveredAt: number;
  used: boolean;
}

/** LINE's rules of reply tokens: once; within a minute of the webhook that carried it; never later than 20 minutes after the event. */
export class ReplyTokens {
  private readonly byToken = new Map<string, IssuedToken>();

  constructor(
    private readonly elapsed: () => number,
    private readonly lives: { replyTokenLifeMs: number; replyTokenMaxAgeMs: number },
  ) {}

  /** A new token for an event of that chat. */
  issue(chatId: string, webhookEventId: string): string {
    const token = randomBytes(16).toString("hex");
    const at = this.elapsed();
    this.byToken.set(token, { chatId, webhookEventId, bornAt: at, deliveredAt: at, used: false });
    return token;
  }

  /** Notes that a webhook with this token goes out now: its minute begins (again). */
  delivered(token: string): void {
    const issued = this.byToken.get(token);
    if (issued) issued.deliveredAt = this.elapsed();
  }

  /** The chat and event that a usable token answers; null when it is unknown, used or too old. */
  find(token: string): { chatId: string; webhookEventId: string } | null {
    const issued = this.byToken.get(token);
    const at = this.elapsed();
    if (!issued || issued.used) return null;
    if (at - issued.deliveredAt > this.lives.replyTokenLifeMs) return null;
    if (at - issued.bornAt > this.lives.replyTokenMaxAgeMs) return null;
    return issued;
  }

  /** Uses a token up. */
  use(token: string): void {
    const issued = this.byToken.get(token);
    if (issued) issued.used = true;
  }

  /** Lets every token that is out lose its validity at once, as if its minute were over; a redelivery renews it. */
  expireAll(): void {
    for (const issued of this.byToken.values()) issued.deliveredAt = Number.NEGATIVE_INFINITY;
  }
}
