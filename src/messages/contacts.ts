import type { messagingApi } from "@line/bot-sdk";
import { calling } from "./actions";
import { fitsButton, shortName } from "./labels";
import type { Speak } from "./speak";
import type { Contact } from "./views";

/** Whom to call, a line each: "ประธาน สมชาย ใจดี โทร 081…", without a telephone only the name. */
export function contactLines(say: Speak, contacts: readonly Contact[]): string[] {
  return contacts.map(({ officer, phone }) => {
    const who = shortName(say.officer(officer));
    return phone === null ? who : say.t("common.withPhone", { who, phone });
  });
}

/** Buttons that telephone, for the contacts with a telephone; at most so many. */
export function callButtons(say: Speak, contacts: readonly Contact[], limit: number): messagingApi.Action[] {
  return contacts
    .flatMap(({ officer, phone }) => {
      if (phone === null) return [];
      const label = say.t("common.buttons.call", { position: say.position(officer.position, officer.committee) });
      return [calling(fitsButton(label) ? label : say.t("common.buttons.callPlain"), phone)];
    })
    .slice(0, limit);
}
