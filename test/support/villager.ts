import type { Person as Phone } from "../../scripts/simulator/people/person";
import type { Member } from "../../src/domain/members/member";
import type { Person } from "../../src/storage/persons";
import { textsIn } from "./card-texts";
import type { Village } from "./village";

/** What a phone got by one act: every text on it, and the labels that can be tapped. */
export interface Screen {
  text: string;
  labels: string[];
  altTexts: string[];
}

const between = "\n---\n";

/** The last message that came, after whatever rode with it. */
export function lastOf(screen: Screen): string {
  return screen.text.split(between).at(-1) ?? "";
}

/** A person of the tests with her phone. */
export class Villager {
  constructor(
    private readonly village: Village,
    readonly phone: Phone,
    private readonly registered: Member | null,
    readonly person: Person | null,
  ) {}

  get lineUserId(): string {
    return this.phone.id;
  }

  /** The register's member; throws for a stranger. */
  get member(): Member {
    if (!this.registered) throw new Error("a stranger is no member");
    return this.registered;
  }

  /** Types a text and gives what came back. */
  says(text: string): Promise<Screen> {
    return this.act(() => this.phone.says(text));
  }

  /** Taps the newest button with that label. */
  taps(label: string | RegExp): Promise<Screen> {
    return this.act(() => this.phone.tapsButton(label));
  }

  /** Adds the account as a friend. */
  follows(): Promise<Screen> {
    return this.act(() => this.phone.follows());
  }

  /** Sends a postback with that data. */
  sendsPostback(data: string): Promise<Screen> {
    return this.act(() => this.phone.taps(data));
  }

  /** The data behind the newest button with that label. */
  dataOf(label: RegExp): string {
    const found = this.phone.tappables().find(({ action }) => label.test(String(action["label"])));
    if (!found) throw new Error(`no button ${String(label)} among ${this.labels().join(", ")}`);
    return String(found.action["data"]);
  }

  /** Labels of everything that can be tapped now. */
  labels(): string[] {
    return this.phone.tappables().map(({ action }) => String(action["label"]));
  }

  /** Messages of the account on this phone after the first `count`. */
  received(count = 0): Screen {
    const messages = this.phone
      .messages()
      .filter((message) => message.from === "bot")
      .slice(count);
    return {
      text: messages.map((message) => textsIn(message.content).join("\n")).join(between),
      labels: this.labels(),
      altTexts: messages.map((message) => String(message.content["altText"] ?? "")),
    };
  }

  /** Does something on the phone, waits until Sajja has answered, and gives what is new. */
  async act(deed: () => Promise<unknown>): Promise<Screen> {
    const before = this.phone.messages().filter((message) => message.from === "bot").length;
    await deed();
    await this.village.settle();
    return this.received(before);
  }
}
