import type { messagingApi } from "@line/bot-sdk";
import { calling } from "./actions";
import {
  codePoints,
  cut,
  distinctLabels,
  fitsButton,
  graphemeCount,
  quickLabel,
  shortGroupName,
  shortName,
} from "./labels";
import { heightOf, linesOf, rowsThatFit } from "./paging";
import type { Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** Graphemes of a group's name before a contact; the whole name stands where the group is chosen. */
const groupLength = 24;

/** Whom to call, a line each: "บ้านน้ำขาว: ประธาน สมชาย ใจดี โทร 081…", the group where there are several; without a telephone only the name. */
export function contactLines(say: Speak, contacts: readonly Contact[]): string[] {
  return contacts.map(({ officer, phone, group }) => {
    const name = shortName(say.officer(officer));
    const who = group ? say.t("common.ofGroup", { who: name, group: groupText(say, group) }) : name;
    return phone === null ? who : say.t("common.withPhone", { who, phone });
  });
}

function groupText(say: Speak, group: GroupName): string {
  return cut(shortGroupName(say.group(group)), groupLength, graphemeCount);
}

/** Sizes of the card's parts that contacts stand in: graphemes in a line, and a line's height in pixels. */
export const note = { perLine: 36, line: heightOf.sm } as const;
export const paragraph = { perLine: 30, line: heightOf.md } as const;

/** Those of the contacts that a card has room for, in pixels, from the first on; a text has room for all. */
export function fittingContacts(
  say: Speak,
  contacts: readonly Contact[],
  { room, perLine, line }: { room: number; perLine: number; line: number },
): Contact[] {
  const height = (contact: Contact) => linesOf(contactLines(say, [contact]).join(""), perLine) * line;
  return rowsThatFit(contacts, { room, button: 0, height });
}

/** More contacts than a card has buttons for are quick replies: none of them is more likely to be the right one. */
const maxButtons = 2;

/** The contacts that get a button of the card: all, or none where they are too many. */
export function buttonContacts(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.filter(({ phone }) => phone !== null).length > maxButtons ? [] : contacts;
}

/** Quick replies that telephone, for contacts that are too many for a card's buttons: at most eight. */
export function quickCalls(say: Speak, contacts: readonly Contact[]): messagingApi.QuickReplyItem[] {
  if (buttonContacts(contacts).length > 0) return [];
  const labelsOf = (contact: Callable): string[] => {
    const labels = callLabels(say, contact);
    return [...labels.filter((label) => codePoints(label) <= 20), ...labels.slice(1, 2)];
  };
  const quick = { shape: quickLabel, fits: () => true };
  return callActions(contacts.slice(0, 8), labelsOf, quick).map((action) => ({ type: "action", action }));
}

/** A text and below it whom to call, a line each. */
export function withContacts(say: Speak, text: string, contacts: readonly Contact[]): string {
  return [text, ...contactLines(say, contacts)].join("\n");
}

/** Buttons that telephone, for the contacts with a telephone; at most so many, each with a label of its own. */
export function callButtons(say: Speak, contacts: readonly Contact[], limit: number): messagingApi.Action[] {
  const called = contacts.filter(({ phone }) => phone !== null).slice(0, limit);
  const whole = { shape: (label: string) => label, fits: fitsButton };
  return callActions(called, (contact) => callLabels(say, contact), whole);
}

type Callable = Pick<Contact, "officer" | "group">;

function callActions(
  contacts: readonly Contact[],
  labelsOf: (contact: Callable) => string[],
  place: Parameters<typeof distinctLabels>[1],
): messagingApi.Action[] {
  const called = contacts.flatMap(({ phone, ...contact }) => (phone === null ? [] : [{ phone, contact }]));
  const labels = distinctLabels(
    called.map(({ contact }) => labelsOf(contact)),
    place,
  );
  return called.map(({ phone }, index) => calling(labels[index] ?? "", phone));
}

/** The labels of one contact's button, the best first: position and group, the group, the position, the name, or none of them. */
function callLabels(say: Speak, { officer, group }: Callable): string[] {
  const position = say.position(officer.position, officer.committee);
  const byPosition = [
    say.t("common.buttons.call", { position }),
    say.t("common.buttons.callName", { name: officer.name }),
    say.t("common.buttons.callPlain"),
  ];
  if (!group) return byPosition;
  const name = groupText(say, group);
  return [
    say.t("common.buttons.callOf", { position, group: name }),
    say.t("common.buttons.callName", { name }),
    ...byPosition,
  ];
}
