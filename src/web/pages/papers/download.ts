import { ask } from "../data/api";
import { readIdToken } from "../data/identity";

/** Gets a paper's bytes as whoever opened the page, and hands them to the phone as a file. Throws what `ask` throws. */
export async function download(path: string, name: string): Promise<void> {
  const bytes = await (await ask(await readIdToken(), path)).blob();
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The phone reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
