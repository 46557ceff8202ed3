import { useWords } from "../words/words";
import { stickers } from "./stickers";

/** A sticker: drawn when it is one of the page's own, else named by its ids. */
export function StickerFace({ packageId, stickerId }: { packageId: string; stickerId: string }) {
  const { say } = useWords();
  const known = stickers.find((one) => one.packageId === packageId && one.stickerId === stickerId);
  const name = known ? say(known.label) : `${packageId} / ${stickerId}`;
  return (
    <svg class="sticker" viewBox="-62 -50 124 116" role="img" aria-label={say("chat.sticker", { name })}>
      <circle r="34" fill={known?.colour ?? "#DDE3DF"} stroke="#1F2A24" stroke-width="2.5" />
      {known && <path d={`${known.eyes}${known.mouth}`} class="sticker-face" />}
      {known && <path d={known.extra} class="sticker-extra" />}
      <text y="58" class="sticker-word">
        {name}
      </text>
    </svg>
  );
}
