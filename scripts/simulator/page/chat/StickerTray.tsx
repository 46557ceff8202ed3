import { useWords } from "../words/words";
import { StickerFace } from "./StickerFace";
import { stickers, type Sticker } from "./stickers";

/** Stickers; a tap sends one. */
export function StickerTray({ onSend }: { onSend: (sticker: Sticker) => void }) {
  const { say } = useWords();
  return (
    <div class="tray tray-stickers" role="group" aria-label={say("chat.stickers")}>
      {stickers.map((sticker) => (
        <button key={sticker.stickerId} type="button" onClick={() => onSend(sticker)}>
          <StickerFace packageId={sticker.packageId} stickerId={sticker.stickerId} />
        </button>
      ))}
    </div>
  );
}
