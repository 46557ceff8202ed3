import type { JsonObject } from "../data/types";
import { useWorld } from "../data/world";
import { useWords } from "../words/words";
import { Undrawn } from "./Undrawn";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A picture that the account sent: its own server's are fetched where its pages are, others keep their address in words. Tapped, it opens large. */
export function BotPicture({ content }: { content: JsonObject }) {
  const { say } = useWords();
  const settings = useWorld(({ state }) => state?.settings);
  const base = settings?.publicBaseUrl ?? "";
  const at = (address: string): string | null =>
    base !== "" && settings && settings.liffEndpoint !== "" && address.startsWith(`${base}/`)
      ? new URL(address.slice(base.length), settings.liffEndpoint).href
      : null;
  const [small, large] = [at(text(content["previewImageUrl"])), at(text(content["originalContentUrl"]))];
  if (small === null || large === null) return <Undrawn content={content} />;
  return (
    <a href={large} target="_blank" rel="noreferrer">
      <img class="photo" src={small} alt={say("chat.picture")} />
    </a>
  );
}
