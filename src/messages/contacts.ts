import type { messagingApi } from "@line/bot-sdk";
import { calling } from "./actions";
import { cut, distinctLabels, fitsButton, graphemeCount, shortGroupName, shortName } from "./labels";
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

/** A text and below it whom to call, a line each. */
export function withContacts(say: Speak, text: string, contacts: readonly Contact[]): string {
  return [text, ...contactLines(say, contacts)].join("\n");
}

/** Buttons that telephone, for the contacts with a telephone; at most so many, each with a label of its own. */
export function callButtons(say: Speak, contacts: readonly Contact[], limit: number): messagingApi.Action[] {
  const called = contacts.flatMap(({ phone, ...contact }) => (phone === null ? [] : [{ ...contact, phone }]));
  const shown = called.slice(0, limit);
  const labels = distinctLabels(
    shown.map((contact) => callLabels(say, contact)),
    { shape: (label) => label, fits: fitsButton },
  );
  return shown.map(({ phone }, index) => calling(labels[index] ?? "", phone));
}

/** The labels of one contact's button, the best first: position and group, the group, the position, the name, or none of them. */
function callLabels(say: Speak, { officer, group }: Omit<Contact, "phone">): string[] {
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
