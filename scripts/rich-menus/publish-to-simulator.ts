import { createMenuClient } from "./client";
import { publishMenus, type Published } from "./publish";

/** Publishes every rich menu to a simulator, whose one origin stands for both of LINE's. */
export function publishToSimulator(origin: string, accessToken: string): Promise<Published> {
  return publishMenus(createMenuClient({ accessToken, apiBaseUrl: origin, dataApiBaseUrl: origin }));
}
