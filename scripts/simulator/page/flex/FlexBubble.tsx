import type { messagingApi } from "@line/bot-sdk";
import { FlexPart } from "./FlexPart";
import { bubbleWidths } from "./sizes";
import type { Parent } from "./styles";
import { useTappable } from "./tapping";

const blocks = ["header", "hero", "body", "footer"] as const;
const alone: Parent = { layout: "vertical", spacing: undefined, isFirst: true };

/** One bubble: its blocks from top to bottom. */
export function FlexBubble({ bubble }: { bubble: messagingApi.FlexBubble }) {
  const { size = "mega", direction = "ltr", styles } = bubble;
  const tappable = useTappable(bubble.action);
  const shown = blocks.filter((block) => bubble[block] !== undefined);
  return (
    <div class={`fx-bubble fx-${size}`} dir={direction} style={{ width: `${bubbleWidths[size]}px` }} {...tappable}>
      {shown.map((block) => {
        const component = bubble[block];
        const look = styles?.[block];
        const hasFooter = block === "body" && bubble.footer !== undefined;
        return (
          component && (
            <div
              key={block}
              class={`fx-block fx-${block}${hasFooter ? " fx-has-footer" : ""}`}
              style={{
                ...(look?.backgroundColor === undefined ? {} : { backgroundColor: look.backgroundColor }),
                ...(look?.separator === true ? { borderTop: `1px solid ${look.separatorColor ?? "#d4d6da"}` } : {}),
              }}
            >
              <FlexPart component={component} parent={alone} />
            </div>
          )
        );
      })}
    </div>
  );
}
