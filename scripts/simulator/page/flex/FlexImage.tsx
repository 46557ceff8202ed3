import type { messagingApi } from "@line/bot-sdk";
import { imageWidth, textSize } from "./sizes";
import { placeOf, type Parent, type Style } from "./styles";
import { useTappable } from "./tapping";

type Image = messagingApi.FlexImage | messagingApi.FlexIcon;

function ratioOf({ aspectRatio = "1:1" }: Image): string {
  return aspectRatio.replace(":", " / ");
}

/** An icon's size is its height, an image's is its width. */
function sizeOf(image: Image): Style {
  if (image.type === "icon") return { height: textSize(image.size ?? "md", image.scaling === true) };
  return { width: imageWidth(image.size ?? "md"), backgroundColor: image.backgroundColor ?? "#e6eae8" };
}

/** A picture or an icon. Pictures of other places are not fetched: their space is kept. */
export function FlexImage({ image, parent }: { image: Image; parent: Parent }) {
  const tappable = useTappable(image.type === "image" ? image.action : undefined);
  const isOurs = image.url.startsWith(`${location.origin}/`);
  const fit = image.type === "image" && image.aspectMode === "cover" ? "cover" : "contain";
  const frame: Style = { ...sizeOf(image), aspectRatio: ratioOf(image) };
  return (
    <div class="fx-image" style={placeOf(image, parent)} {...tappable}>
      {isOurs ? (
        <img src={image.url} alt="" style={{ ...frame, objectFit: fit }} />
      ) : (
        <span class="fx-elsewhere" style={frame} />
      )}
    </div>
  );
}
