import type { messagingApi } from "@line/bot-sdk";
import type { TextKey } from "../i18n/index";
import { withQuickReplies } from "./actions";
import { components, practiceComponents } from "./components";
import { cut } from "./labels";
import { renderFlex } from "./render-flex";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A card: its layout in JSON, the view that the outside gives, and what of it the layout shows. */
export interface CardSpec<View> {
  /** `<area>/<card>`: the path of its template in `flex-messages/`. */
  name: string;
  template: unknown;
  /** The text of the notification: the key fact, or `privateAlt` where a glance at the phone would tell too much. */
  alt(say: Speak, view: View): string;
  layout(say: Speak, view: View, reader: Reader): object;
  quickReplies?(say: Speak, view: View): messagingApi.QuickReplyItem[];
}

/** The function of a card; its spec hangs on it for the gallery and the tests. */
export type Card<View> = ((reader: Reader, view: View) => messagingApi.FlexMessage) & {
  readonly spec: Pick<CardSpec<View>, "name" | "template">;
  /** What the template's marks name, for a view. */
  layoutOf(reader: Reader, view: View): object;
};

/** LINE allows 1,500; more than 100 is cut off by the phones' notifications. */
export const maxAltText = 100;

/** Makes the function of a card. */
export function card<View>(spec: CardSpec<View>): Card<View> {
  const draw = (reader: Reader, view: View): messagingApi.FlexMessage => {
    const say = speak(reader);
    const contents = renderFlex(spec.template, spec.layout(say, view, reader), {
      text: (key, scope) => say.t(key as TextKey, scope),
      components: reader.practice ? practiceComponents : components,
    });
    return {
      type: "flex",
      altText: cut(spec.alt(say, view), maxAltText),
      contents: contents as messagingApi.FlexContainer,
      ...withQuickReplies(spec.quickReplies?.(say, view) ?? []),
    };
  };
  return Object.assign(draw, {
    spec: { name: spec.name, template: spec.template },
    layoutOf: (reader: Reader, view: View) => spec.layout(speak(reader), view, reader),
  });
}

/** "มีข้อความจากกลุ่มบ้านน้ำขาว แตะเพื่ออ่าน": for balances, debts, refusals, guarantees and health (phones are shared and lie on tables). */
export function privateAlt(say: Speak, group: GroupName | null): string {
  if (group === null) return say.t("common.privateAltNoGroup");
  // A cut name leaves the words after it whole.
  const name = cut(say.group(group), 60);
  const isThai = /\p{Script=Thai}/u.test(name);
  return say.t("common.privateAlt", { group: isThai && !name.startsWith("กลุ่ม") ? `กลุ่ม${name}` : name });
}

/** LINE's limit of a text message, in UTF-16 units. */
export const maxText = 5_000;

/** A message of words alone, cut at LINE's limit, with quick replies where there are any. */
export function textMessage(text: string, quickReplies: messagingApi.QuickReplyItem[] = []): messagingApi.TextMessage {
  return { type: "text", text: cut(text, maxText), ...withQuickReplies(quickReplies) };
}
