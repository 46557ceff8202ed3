import { refusals } from "../line-error";

/** What a person sent as picture, film, sound or file. */
export interface Content {
  kind: "image" | "video" | "audio" | "file";
  bytes: Buffer;
  type: string;
  /** Times that LINE still says 202 because it is preparing the file. */
  pollsLeft: number;
  gone: boolean;
}

/** The files that LINE keeps by message id. */
export class Contents {
  private readonly byMessage = new Map<string, Content>();

  add(messageId: string, content: Omit<Content, "gone">): void {
    this.byMessage.set(messageId, { ...content, gone: false });
  }

  find(messageId: string): Content | null {
    return this.byMessage.get(messageId) ?? null;
  }

  /** The file, or LINE's refusal: 404 when there is none, 410 when the message was unsent. */
  get(messageId: string): Content {
    const content = this.byMessage.get(messageId);
    if (!content) throw refusals.message(404, "not found");
    if (content.gone) throw refusals.message(410, "The content is gone");
    return content;
  }

  /** Forgets the bytes of an unsent message. */
  unsend(messageId: string): void {
    const content = this.byMessage.get(messageId);
    if (content) Object.assign(content, { gone: true, bytes: Buffer.alloc(0) });
  }
}
