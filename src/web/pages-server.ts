import { Router } from "express";
import helmet from "helmet";
import { filesOf, type PageFile } from "./page-files";

/** What serving the pages needs. */
export interface PagesParts {
  /** The folder of the built pages. */
  folder: string;
  liffId: string;
  /** Where the simulator is, which then stands in for LINE and frames the pages; null: LINE itself opens them. */
  simulatorOrigin: string | null;
}

/** What a page asks first: how it learns who opens it. */
export type PageSettings = Pick<PagesParts, "liffId" | "simulatorOrigin">;

/** The addresses that are a page; what is at one, the page sees itself. */
const addresses = /^\/(photo\/[0-9a-f]+|desk\/[a-z0-9~-]+|loan\/[a-z0-9~-]+\/[0-9a-z-]+|papers(\/[0-9a-z-]+){0,3})?$/;

/** LINE's SDK asks these; nothing else outside is asked, and nothing from outside runs. */
const lineOrigins = ["https://api.line.me", "https://access.line.me", "https://liffsdk.line-scdn.net"];

/** The built pages under one path: every page is the same document, which looks at its own address. */
export function createPages({ folder, liffId, simulatorOrigin }: PagesParts): Router {
  const files = filesOf(folder);
  const document = files.get("/");
  if (!document) throw new Error("the pages have no index.html");
  const settings: PageSettings = { liffId, simulatorOrigin };
  const router = Router();
  router.use(policyFor(simulatorOrigin));
  router.get("/settings.json", (_req, res) => void res.set("cache-control", "no-cache").json(settings));
  router.get(/.*/, (req, res, next) => {
    const file: PageFile | undefined = files.get(req.path) ?? (addresses.test(req.path) ? document : undefined);
    if (!file) return next();
    res.set({ "content-type": file.type, "cache-control": file.cache }).send(file.bytes);
  });
  return router;
}

function policyFor(simulatorOrigin: string | null): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "blob:"],
        connectSrc: ["'self'", ...(simulatorOrigin === null ? lineOrigins : [])],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: [simulatorOrigin ?? "'none'"],
      },
    },
    // The simulator frames the pages; LINE opens them by themselves.
    frameguard: simulatorOrigin === null ? { action: "deny" } : false,
    referrerPolicy: { policy: "no-referrer" },
  });
}
