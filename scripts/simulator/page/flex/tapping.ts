import type { messagingApi } from "@line/bot-sdk";
import { createContext, type HTMLAttributes } from "preact";
import { useContext } from "preact/hooks";

/** What a tap does; given by whoever shows a message. */
export const Tapping = createContext<(action: messagingApi.Action) => void>(() => undefined);

/** What makes an element tappable, by finger and by keyboard; nothing when there is no action. */
export function useTappable(action: messagingApi.Action | undefined): HTMLAttributes<HTMLDivElement> {
  const tap = useContext(Tapping);
  if (!action) return {};
  return {
    role: "button",
    tabIndex: 0,
    onClick: () => tap(action),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      tap(action);
    },
  };
}
