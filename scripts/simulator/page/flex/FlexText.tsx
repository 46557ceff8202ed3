import type { messagingApi } from "@line/bot-sdk";
import { textSize } from "./sizes";
import { placeOf, type Parent, type Style } from "./styles";
import { useTappable } from "./tapping";
import { useFit } from "./use-fit";

type Letters = Pick<messagingApi.FlexSpan, "size" | "color" | "weight" | "style" | "decoration">;

function lettersOf({ size, color, weight, style, decoration }: Letters, scales: boolean): Style {
  return {
    ...(size === undefined ? {} : { fontSize: textSize(size, scales) }),
    ...(color === undefined ? {} : { color }),
    ...(weight === undefined ? {} : { fontWeight: weight === "bold" ? 700 : 400 }),
    ...(style === undefined ? {} : { fontStyle: style }),
    ...(decoration === undefined ? {} : { textDecorationLine: decoration }),
  };
}

/** How a text breaks into lines; of one line only, it is the same whether it may wrap or not. */
function breakingOf({ wrap, maxLines = 0 }: messagingApi.FlexText): string {
  if (wrap !== true || maxLines === 1) return "fx-line";
  return maxLines === 0 ? "fx-wrap" : "fx-wrap fx-clamp";
}

function linesOf({ maxLines = 0, lineSpacing }: messagingApi.FlexText): Style {
  return {
    ...(lineSpacing === undefined ? {} : { lineHeight: `calc(1.4em + ${lineSpacing})` }),
    ...(maxLines === 0 ? {} : { "-webkit-line-clamp": String(maxLines) }),
  };
}

const gravities = { top: "flex-start", center: "center", bottom: "flex-end" } as const;

/** A text, with spans where it has parts of different look. */
export function FlexText({ text, parent }: { text: messagingApi.FlexText; parent: Parent }) {
  const tappable = useTappable(text.action);
  const ref = useFit<HTMLParagraphElement>(text.adjustMode === "shrink-to-fit", text.text ?? "");
  const scales = text.scaling === true;
  const place = { ...placeOf(text, parent), justifyContent: gravities[text.gravity ?? "top"] };
  return (
    <div class="fx-text" style={{ ...place, ...lettersOf({ size: "md", ...text }, scales) }} {...tappable}>
      <p ref={ref} class={breakingOf(text)} style={{ textAlign: text.align ?? "start", ...linesOf(text) }}>
        {text.contents
          ? text.contents.map((span, index) => (
              <span key={index} style={lettersOf(span, scales)}>
                {span.text}
              </span>
            ))
          : text.text}
      </p>
    </div>
  );
}
