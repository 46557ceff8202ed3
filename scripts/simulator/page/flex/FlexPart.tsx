import type { messagingApi } from "@line/bot-sdk";
import { FlexBox } from "./FlexBox";
import { FlexButton } from "./FlexButton";
import { FlexImage } from "./FlexImage";
import { FlexText } from "./FlexText";
import { placeOf, type Parent } from "./styles";

/** Any component of a Flex message. */
export function FlexPart({ component, parent }: { component: messagingApi.FlexComponent; parent: Parent }) {
  switch (component.type) {
    case "box":
      return <FlexBox box={component} parent={parent} />;
    case "text":
      return <FlexText text={component} parent={parent} />;
    case "button":
      return <FlexButton button={component} parent={parent} />;
    case "image":
      return <FlexImage image={component} parent={parent} />;
    case "icon":
      return <FlexImage image={component} parent={parent} />;
    case "separator":
      return (
        <div
          class={`fx-separator fx-in-${parent.layout}`}
          style={{ ...placeOf(component, parent), backgroundColor: component.color ?? "#d4d6da" }}
        />
      );
    case "filler":
      return <div style={placeOf(component, parent)} />;
    case "video":
      return <FlexPart component={component.altContent} parent={parent} />;
    case "span":
      return null; // Spans stand in a text only, which draws them itself.
  }
}
