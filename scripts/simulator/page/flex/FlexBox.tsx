import type { messagingApi } from "@line/bot-sdk";
import { FlexPart } from "./FlexPart";
import { boxStyle, placeOf, type Parent } from "./styles";
import { useTappable } from "./tapping";

/** A box: what is in it, in a row or in a column. */
export function FlexBox({ box, parent }: { box: messagingApi.FlexBox; parent: Parent }) {
  const tappable = useTappable(box.action);
  return (
    <div class="fx-box" style={{ ...placeOf(box, parent), ...boxStyle(box) }} {...tappable}>
      {box.contents.map((component, index) => (
        <FlexPart
          key={index}
          component={component}
          parent={{ layout: box.layout, spacing: box.spacing, isFirst: index === 0 }}
        />
      ))}
    </div>
  );
}
