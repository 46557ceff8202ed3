import type { messagingApi } from "@line/bot-sdk";
import { useContext } from "preact/hooks";
import { textSize } from "./sizes";
import { placeOf, type Parent, type Style } from "./styles";
import { Tapping } from "./tapping";
import { useFit } from "./use-fit";

function lookOf({ style = "link", color }: messagingApi.FlexButton): Style {
  switch (style) {
    case "primary":
      return { backgroundColor: color ?? "#17c950", color: "#ffffff" };
    case "secondary":
      return { backgroundColor: color ?? "#dcdfe5", color: "#111111" };
    default:
      return { color: color ?? "#42659a" };
  }
}

/** A button; it says its action's label. */
export function FlexButton({ button, parent }: { button: messagingApi.FlexButton; parent: Parent }) {
  const tap = useContext(Tapping);
  const label = button.action.label ?? "";
  const ref = useFit<HTMLSpanElement>(button.adjustMode === "shrink-to-fit", label);
  return (
    <div class="fx-button" style={placeOf(button, parent)}>
      <button
        type="button"
        class={button.height === "sm" ? "fx-low" : ""}
        style={{ ...lookOf(button), fontSize: textSize("md", button.scaling === true) }}
        onClick={() => tap(button.action)}
      >
        <span ref={ref}>{label}</span>
      </button>
    </div>
  );
}
