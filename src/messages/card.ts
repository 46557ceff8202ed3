import type { messagingApi } from "@line/bot-sdk";
import { withQuickReplies } from "./actions";
import { components } from "./components";
import { cut } from "./labels";
import { renderFlex } from "./render-flex";
import { speak, type Name, type Reader, type Speak } from "./speak";
import type { TextKey } from "../i18n/index";

/** A card: its layout in JSON, the view that the outside gives, and what of it the layout shows. */
export interface CardSpec<View> {
  /** `<area>/<card>`: the path of its template in `flex-messages/`. */
  name: string;
  template: unknown;
  /** The text of the notification: the key fact, or `privateAlt` where a glance at the phone would tell too much. */
  alt(say: Speak, view: View): string;
  layout(say: Speak, view: View): object;
  quickReplies?(say: Speak, view: View): messagingApi.QuickReplyItem[];
}

/** The function of a card; its spec hangs on it for the gallery and the tests. */
export type Card<View> = ((reader: Reader, view: View) => messagingApi.FlexMessage) & { readonly spec: CardSpec<View> };

/** LINE allows 1,500; more than 100 is cut off by the phones' notifications. */
export const maxAltText = 100;

/** Makes the function of a card. */
export function card<View>(spec: CardSpec<View>): Card<View> {
  const draw = (reader: Reader, view: View): messagingApi.FlexMessage => {
    const say = speak(reader);
    const contents = renderFlex(spec.template, spec.layout(say, view), {
      text: (key, scope) => say.t(key as TextKey, scope),
      components,
    });
    return {
      type: "flex",
      altText: cut(spec.alt(say, view), maxAltText),
      contents: contents as messagingApi.FlexContainer,
      ...withQuickReplies(spec.quickReplies?.(say, view) ?? []),
    };
  };
  return Object.assign(draw, { spec });
}

/** "มีข้อความจากกลุ่มบ้านน้ำขาว แตะเพื่ออ่าน": for balances, debts, refusals, guarantees and health (phones are shared and lie on tables). */
export function privateAlt(say: Speak, groupName: Name | null): string {
  if (groupName === null) return say.t("common.privateAltNoGroup");
  const name = say.name(groupName);
  return say.t("common.privateAlt", {
    groupName: name.startsWith("กลุ่ม") || say.language === "en" ? name : `กลุ่ม${name}`,
  });
}

/** A message of words alone, with quick replies where there are any. */
export function textMessage(text: string, quickReplies: messagingApi.QuickReplyItem[] = []): messagingApi.TextMessage {
  return { type: "text", text, ...withQuickReplies(quickReplies) };
}
